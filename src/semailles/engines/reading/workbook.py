"""XLSX and ODS by python-calamine: every sheet, its rows under their headers, values as people see them."""

from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from python_calamine import CalamineWorkbook, SheetTypeEnum

from semailles.engines.blocks import Block
from semailles.engines.reading.document import ReadDocument, Reason, UnreadableError
from semailles.engines.reading.endless import refuse_endless_ods, refuse_endless_xlsx
from semailles.engines.reading.sheets import Grid, sheet_blocks
from semailles.engines.reading.tables import CellText, cell_text

_MOST_ROWS = 200_000  # of all sheets


def read_xlsx(content: bytes) -> ReadDocument:
    refuse_endless_xlsx(content)
    return _read(content, "xlsx")


def read_ods(content: bytes) -> ReadDocument:
    refuse_endless_ods(content)
    return _read(content, "ods")


def _read(content: bytes, kind: str) -> ReadDocument:
    workbook = CalamineWorkbook.from_filelike(BytesIO(content))
    names = [sheet.name for sheet in workbook.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
    texts: dict[str, CellText] = {}
    blocks: list[Block] = []
    for name in names:
        rows = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
        if len(blocks) + len(rows) > _MOST_ROWS:
            raise UnreadableError(Reason.TOO_BIG, {"limit": str(_MOST_ROWS)})
        grid: Grid = [tuple([_seen(value, texts) for value in row]) for row in rows]
        blocks.extend(sheet_blocks(grid, name))
    return ReadDocument(kind, tuple(blocks), len(names))


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
