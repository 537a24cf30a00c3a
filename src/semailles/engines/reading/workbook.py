"""XLSX and ODS by python-calamine: every sheet, its rows under their headers, values as people see them."""

import re
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from python_calamine import CalamineWorkbook, SheetTypeEnum

from semailles.engines.blocks import Block
from semailles.engines.reading.document import ReadDocument, Reason, UnreadableError
from semailles.engines.reading.packages import whole_parts
from semailles.engines.reading.sheets import Grid, sheet_blocks
from semailles.engines.reading.tables import CellText, cell_text

_MOST_CELLS = 20_000_000
_REFERENCE = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]*)(\d+)""")
_FAR = re.compile(rb"""\sr\s*=\s*["'](?:[A-Za-z]*\d{5}|[A-Za-z]{3})""")
_NEAR_CELLS = 9_999 * 702  # rows of four digits, columns of two letters


def read_xlsx(content: bytes) -> ReadDocument:
    return _read(content, "xlsx")


def read_ods(content: bytes) -> ReadDocument:
    return _read(content, "ods")


def _read(content: bytes, kind: str) -> ReadDocument:
    _refuse_endless_sheets(content)
    workbook = CalamineWorkbook.from_filelike(BytesIO(content))
    names = [sheet.name for sheet in workbook.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
    texts: dict[str, CellText] = {}
    blocks: list[Block] = []
    for name in names:
        rows = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
        grid: Grid = [tuple([_seen(value, texts) for value in row]) for row in rows]
        blocks.extend(sheet_blocks(grid, name))
    return ReadDocument(kind, tuple(blocks), len(names))


def _refuse_endless_sheets(content: bytes) -> None:
    """The library lays every sheet out whole: two cells at its far corners would ask for all the memory, and end the process."""
    for _, xml in whole_parts(content):
        if b"sheetData" in xml and _laid_out_cells(xml) > _MOST_CELLS:
            raise UnreadableError(Reason.TOO_BIG, {"limit": str(_MOST_CELLS)})


def _laid_out_cells(xml: bytes) -> int:
    """At most; counted only when some reference goes far."""
    if not _FAR.search(xml):
        return _NEAR_CELLS
    references = set(_REFERENCE.findall(xml))
    rows = max(int(row[:12]) for _, row in references)
    return rows * max(_column(letters[:6]) for letters, _ in references)


def _column(letters: bytes) -> int:
    """« B » → 2, « AA » → 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return max(number, 1)


def _seen(value: Any, texts: dict[str, CellText]) -> CellText:
    """A value as a French spreadsheet shows it. `texts`: those already met, which sheets repeat a lot."""
    if isinstance(value, str):
        known = texts.get(value)
        if known is None:
            known = texts[value] = cell_text((value,))
        return known
    if isinstance(value, bool):
        return ("vrai" if value else "faux",)
    if isinstance(value, int | float):
        return (_number(value),)
    moment = _moment(value)
    return (moment,) if moment else ()


def _number(value: float) -> str:
    """12000.0 → « 12000 », 0.1 + 0.2 → « 0,3 »."""
    if isinstance(value, int) or value.is_integer():
        return str(int(value))
    return f"{value:.12g}".replace(".", ",")


def _moment(value: Any) -> str:
    if isinstance(value, datetime):
        day = f"{value:%d/%m/%Y}"
        return day if value.time() == time() else f"{day} {value:%H:%M}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02d}"
    return ""
