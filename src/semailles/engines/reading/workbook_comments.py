"""Comments that hang on the cells of an XLSX: they live in parts of their own, the older ones and those that answer each other."""

import re
import zipfile
from collections.abc import Iterator, Mapping
from posixpath import basename, dirname, join, normpath

from lxml.etree import _Element

from semailles.engines.reading.packages import parsed
from semailles.engines.reading.prose import clean

_ROW = re.compile(r"[A-Z]{1,3}(\d{1,7})$")
_THREADED, _PLAIN = "/threadedComment", "/comments"
Comments = Mapping[int, tuple[str, ...]]


def comments_of(archive: zipfile.ZipFile, sheet: str) -> Comments:
    """By row, from 0. A thread is also kept as one plain comment, for older programs, which is not read then."""
    parts = dict(_parts(archive, sheet))
    threads = list(_texts(parts[_THREADED], "threadedComment")) if _THREADED in parts else []
    threaded = {place for place, _ in threads}
    plain = _texts(parts[_PLAIN], "comment") if _PLAIN in parts else iter(())
    found: dict[int, tuple[str, ...]] = {}
    for place, text in (*threads, *((place, text) for place, text in plain if place not in threaded)):
        row = _ROW.match(place)
        if row is not None and text:
            found[int(row.group(1)) - 1] = (*found.get(int(row.group(1)) - 1, ()), text)
    return found


def _parts(archive: zipfile.ZipFile, sheet: str) -> Iterator[tuple[str, _Element]]:
    links = f"{dirname(sheet)}/_rels/{basename(sheet)}.rels"
    names = set(archive.namelist())
    if links not in names:
        return
    for link in parsed(archive.read(links)):
        kinds = [kind for kind in (_THREADED, _PLAIN) if (link.get("Type") or "").endswith(kind)]
        target = link.get("Target") or ""
        part = target.lstrip("/") if target.startswith("/") else normpath(join(dirname(sheet), target))
        if kinds and part in names:
            yield kinds[0], parsed(archive.read(part))


def _texts(root: _Element, tag: str) -> Iterator[tuple[str, str]]:
    """Place and words of each."""
    for comment in root.iter(f"{{*}}{tag}"):
        words = (piece.text or "" for piece in comment.iter("{*}t", "{*}text") if len(piece) == 0)
        yield comment.get("ref") or "", clean("".join(words))
