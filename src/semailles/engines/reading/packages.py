"""Office files are zips of XML: what makes one dangerous is refused before any library opens it."""

import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from lxml import etree

from semailles.engines.reading.document import Reason, UnreadableError

UNPACKED_LIMIT = 300 * 1024 * 1024
_PROLOG = 64 * 1024
_DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)


@contextmanager
def opened_package(content: bytes) -> Iterator[zipfile.ZipFile]:
    """The zip, once checked: declared sizes, passwords, no document type in any XML part."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        check_package(archive)
        yield archive


def check_package(archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    if sum(entry.file_size for entry in entries) > UNPACKED_LIMIT:
        raise UnreadableError(Reason.TOO_BIG, {"limit": str(UNPACKED_LIMIT)})
    if any(entry.flag_bits & 1 for entry in entries):
        raise UnreadableError(Reason.ENCRYPTED)
    for entry in entries:
        if entry.filename.endswith((".xml", ".rels")):
            _refuse_document_type(archive, entry)


def parsed(xml: bytes) -> etree._Element:
    """XML without entities nor network."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    return etree.fromstring(xml, parser)


def _refuse_document_type(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    """A document type can only stand before the first element. UTF-16 would hide it: its zeros are dropped."""
    with archive.open(entry) as part:
        prolog = part.read(_PROLOG).replace(b"\x00", b"")
    if _DECLARATION.search(prolog):
        raise UnreadableError(Reason.DAMAGED, {"error": "doctype"})
