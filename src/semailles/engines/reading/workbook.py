"""XLSX and ODS by python-calamine: every sheet, its rows under their headers, values as people see them."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from python_calamine import CalamineWorkbook, SheetTypeEnum

from semailles.engines.blocks import Block
from semailles.engines.platforms import LOOKED_AT, known_table
from semailles.engines.reading.document import ReadDocument, Reason, UnreadableError
from semailles.engines.reading.endless import refuse_endless_ods, refuse_endless_xlsx
from semailles.engines.reading.known_tables import known_blocks
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
    shown = {kind: _Shown(show) for kind, show in _SHOW.items()}
    blocks: list[Block] = []
    platforms: list[str] = []
    for name in names:
        rows = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
        if len(blocks) + len(rows) > _MOST_ROWS:
            raise UnreadableError(Reason.TOO_BIG, {"limit": str(_MOST_ROWS)})
        if known := known_table([list(map(str, row)) for row in rows[:LOOKED_AT]], may_be_board=False):
            platforms.append(known.platform.value)
            blocks.extend(known_blocks([[_whole(value) for value in row] for row in rows], known, name))
            continue
        grid: Grid = [tuple([shown[type(value)][value] for value in row]) for row in rows]
        blocks.extend(sheet_blocks(grid, name))
    return ReadDocument(kind, tuple(blocks), len(names), platform="".join(platforms[:1]))


def _whole(value: Any) -> str:
    """One text a cell, its lines kept together."""
    return value if isinstance(value, str) else " ".join(_SHOW[type(value)](value))


class _Shown(dict[Any, CellText]):
    """What is shown of the values of one type: each is worded once, for sheets repeat them a lot. (Together, True would be found as 1.)"""

    def __init__(self, show: Callable[[Any], CellText]) -> None:
        super().__init__()
        self._show = show

    def __missing__(self, value: Any) -> CellText:
        text = self[value] = self._show(value)
        return text


def _text(value: str) -> CellText:
    return cell_text((value,))


def _truth(value: bool) -> CellText:
    return ("vrai" if value else "faux",)


def _number(value: float) -> CellText:
    """12000.0 → « 12000 », 0.1 + 0.2 → « 0,3 »."""
    if value.is_integer():
        return (str(int(value)),)
    return (f"{value:.12g}".replace(".", ","),)


def _day(value: date) -> CellText:
    return (f"{value.day:02}/{value.month:02}/{value.year}",)


def _moment(value: datetime) -> CellText:
    (day,) = _day(value)
    return (day if value.time() == time() else f"{day} {value:%H:%M}",)


def _hour(value: time) -> CellText:
    return (f"{value:%H:%M}",)


def _duration(value: timedelta) -> CellText:
    minutes = round(value.total_seconds() / 60)
    return (f"{minutes // 60}:{minutes % 60:02d}",)


_SHOW: dict[type, Callable[[Any], CellText]] = {
    str: _text,
    bool: _truth,
    int: lambda value: (str(value),),
    float: _number,
    datetime: _moment,
    date: _day,
    time: _hour,
    timedelta: _duration,
}
