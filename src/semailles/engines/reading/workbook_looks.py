"""How an XLSX shows its cells: number formats, hidden sheets, rows and columns. python-calamine gives the values, and says nothing of it."""

import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from io import BytesIO
from posixpath import join, normpath

from lxml.etree import _Element

from semailles.engines.reading.endless import column_number
from semailles.engines.reading.number_formats import BUILT_IN, Show, shown_by
from semailles.engines.reading.packages import parsed
from semailles.engines.reading.workbook_comments import Comments, comments_of

_ATTRIBUTES = re.compile(rb"""\s([A-Za-z]+)\s*=\s*["']([^"']*)["']""")
_HIDDEN = re.compile(rb"""<(?:\w+:)?(row|col)(?=\s)[^>]*?\shidden\s*=\s*["'](?:1|true)["'][^>]*>""")
_PLACE = re.compile(rb"([A-Z]{1,3})(\d{1,7})$")
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_WORKBOOK, _STYLES = "xl/workbook.xml", "xl/styles.xml"
_WIDEST = 16_384
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Look:
    """One sheet; rows and columns count from 0. `words`: cells whose text the file gives itself; `shown`: cells that a format words; `comments`: by row."""

    shown: Mapping[Place, Show] = field(default_factory=dict)
    words: Mapping[Place, str] = field(default_factory=dict)
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    comments: Comments = field(default_factory=dict)


def xlsx_looks(content: bytes) -> dict[str, Look]:
    """By name of sheet. The package was checked before."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        names = set(archive.namelist())
        if _WORKBOOK not in names:
            return {}
        styles = _styles(parsed(archive.read(_STYLES))) if _STYLES in names else {}
        parts = _parts(archive)
        return {
            name: replace(_look(archive.read(part), styles), comments=comments_of(archive, part))
            for name, part in parts.items()
            if part in names
        }


def _parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Name of each sheet → its part."""
    targets = {link.get("Id"): link.get("Target") or "" for link in parsed(archive.read("xl/_rels/workbook.xml.rels"))}
    sheets = parsed(archive.read(_WORKBOOK)).iter("{*}sheet")
    named = ((sheet.get("name") or "", targets.get(sheet.get(_RELATION), "")) for sheet in sheets)
    return {name: target.lstrip("/") if target.startswith("/") else normpath(join("xl", target)) for name, target in named}


def _styles(root: _Element) -> dict[bytes, Show]:
    """Number of a cell's style → how it words; only those that do not word plainly."""
    codes = dict(BUILT_IN)
    codes.update({int(each.get("numFmtId") or 0): each.get("formatCode") or "" for each in root.iter("{*}numFmt")})
    used = [each.get("numFmtId") or "0" for styles in root.iter("{*}cellXfs") for each in styles.iter("{*}xf")]
    shows = ((str(rank).encode(), shown_by(codes.get(int(number), ""))) for rank, number in enumerate(used))
    return {rank: show for rank, show in shows if show is not None}


def _look(xml: bytes, styles: Mapping[bytes, Show]) -> Look:
    shown = _shown(xml, styles) if styles else {}
    if b"hidden" not in xml:
        return Look(shown)
    rows: set[int] = set()
    columns: set[int] = set()
    for match in _HIDDEN.finditer(xml):
        has = dict(_ATTRIBUTES.findall(match.group()))
        if match.group(1) == b"row":
            rows.add(int(has.get(b"r", b"0")) - 1)
        else:
            columns.update(range(int(has.get(b"min", b"1")) - 1, min(int(has.get(b"max", b"0")), _WIDEST)))
    return Look(shown, hidden_rows=frozenset(rows), hidden_columns=frozenset(columns))


def _shown(xml: bytes, styles: Mapping[bytes, Show]) -> dict[Place, Show]:
    wanted = b"|".join(styles)
    styled = re.compile(rb"""<(?:\w+:)?c(?=\s(?:[^>]*\s)?s\s*=\s*["'](?:""" + wanted + rb""")["'])[^>]*>""")
    found: dict[Place, Show] = {}
    for match in styled.finditer(xml):
        has = dict(_ATTRIBUTES.findall(match.group()))
        place = _PLACE.match(has.get(b"r", b""))
        if place is not None:
            found[int(place.group(2)) - 1, column_number(place.group(1)) - 1] = styles[has[b"s"]]
    return found
