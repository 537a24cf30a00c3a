"""Office files are zips of XML: what makes one dangerous is refused before any library opens it."""

import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from lxml import etree

from semailles.engines.reading.document import Reason, UnreadableError

UNPACKED_LIMIT = 300 * 1024 * 1024
_MANIFEST = "META-INF/manifest.xml"  # of OpenDocument: says which parts a password closes
_PROLOG = 64 * 1024
_DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)


@contextmanager
def opened_package(content: bytes) -> Iterator[zipfile.ZipFile]:
    """The zip, once checked: declared sizes, passwords, no document type in any XML part."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        _refuse_bombs_and_passwords(archive)
        for entry in _xml_entries(archive):
            with archive.open(entry) as part:
                _refuse_document_type(part.read(_PROLOG))
        yield archive


def whole_parts(content: bytes) -> Iterator[tuple[str, bytes]]:
    """The same checks, for a library that unpacks by itself: every XML part is read to its end, where one longer than it declares is a bad zip."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        _refuse_bombs_and_passwords(archive)
        for entry in _xml_entries(archive):
            xml = archive.read(entry)
            _refuse_document_type(xml[:_PROLOG])
            yield entry.filename, xml


def parsed(xml: bytes) -> etree._Element:
    """XML without entities nor network."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    return etree.fromstring(xml, parser)


def _refuse_bombs_and_passwords(archive: zipfile.ZipFile) -> None:
    if sum(entry.file_size for entry in archive.infolist()) > UNPACKED_LIMIT:
        raise UnreadableError(Reason.TOO_BIG, {"limit": str(UNPACKED_LIMIT)})
    if any(entry.flag_bits & 1 for entry in archive.infolist()):
        raise UnreadableError(Reason.ENCRYPTED)
    if _MANIFEST in archive.namelist() and b":encryption-data" in archive.read(_MANIFEST):
        raise UnreadableError(Reason.ENCRYPTED)


def _xml_entries(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    return [entry for entry in archive.infolist() if entry.filename.endswith((".xml", ".rels"))]


def _refuse_document_type(prolog: bytes) -> None:
    """A document type can only stand before the first element. UTF-16 would hide it: its zeros are dropped."""
    if _DECLARATION.search(prolog.replace(b"\x00", b"")):
        raise UnreadableError(Reason.DAMAGED, {"error": "doctype"})
