"""XLSX and ODS by python-calamine: every sheet, its rows under their headers, values as people see them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from semailles.engines.blocks import Block, BlockKind, Locator
from semailles.engines.covers import HIDDEN_ROW, HIDDEN_SHEET
from semailles.engines.platforms import LOOKED_AT, known_table
from semailles.engines.reading.calc_looks import ods_looks
from semailles.engines.reading.document import ReadDocument, Reason, UnreadableError
from semailles.engines.reading.endless import finite_ods_body, refuse_endless_xlsx
from semailles.engines.reading.known_tables import known_blocks
from semailles.engines.reading.number_formats import plain_number
from semailles.engines.reading.prose import clean
from semailles.engines.reading.sheets import Grid, sheet_blocks
from semailles.engines.reading.tables import CellText, cell_text
from semailles.engines.reading.workbook_looks import Look, xlsx_looks

_MOST_ROWS = 200_000  # of all sheets


def read_xlsx(content: bytes) -> ReadDocument:
    refuse_endless_xlsx(content)
    return _read(content, "xlsx", xlsx_looks(content))


def read_ods(content: bytes) -> ReadDocument:
    return _read(content, "ods", ods_looks(finite_ods_body(content)))


def _read(content: bytes, kind: str, looks: Mapping[str, Look]) -> ReadDocument:
    workbook = CalamineWorkbook.from_filelike(BytesIO(content))
    sheets = [sheet for sheet in workbook.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
    plain = {kind: _Shown(show) for kind, show in _SHOW.items()}
    blocks: list[Block] = []
    platforms: list[str] = []
    for sheet in sheets:
        rows = workbook.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False)
        if len(blocks) + len(rows) > _MOST_ROWS:
            raise UnreadableError(Reason.TOO_BIG, {"limit": str(_MOST_ROWS)})
        look = looks.get(sheet.name, Look())
        found: Iterable[Block]
        if known := known_table([list(map(str, row)) for row in rows[:LOOKED_AT]], may_be_board=False):
            platforms.append(known.platform.value)
            found = known_blocks([[_whole(value) for value in row] for row in rows], known, sheet.name)
        else:
            found = sheet_blocks(_grid(rows, plain, look), sheet.name, hidden_columns=look.hidden_columns)
        blocks.extend(_with_covers(_with_comments(found, look, sheet.name), look, is_hidden=sheet.visible != SheetVisibleEnum.Visible))
    return ReadDocument(kind, tuple(blocks), len(sheets), platform="".join(platforms[:1]))


def _whole(value: Any) -> str:
    """One text a cell, its lines kept together."""
    return value if isinstance(value, str) else " ".join(_SHOW[type(value)](value))


def _grid(rows: list[list[Any]], plain: Mapping[type, "_Shown"], look: Look) -> Grid:
    """The plain wording of values and, over it, what the file shows instead."""
    grid = [[plain[type(value)][value] for value in row] for row in rows]
    for (row, column), words in look.words.items():
        if row < len(grid) and column < len(grid[row]):
            grid[row][column] = cell_text((words,))
    for (row, column), show in look.shown.items():
        shown = show(rows[row][column]) if row < len(rows) and column < len(rows[row]) else None
        if shown is not None:
            grid[row][column] = (clean(shown),) if shown else ()
    return [tuple(row) for row in grid]


def _with_comments(blocks: Iterable[Block], look: Look, sheet: str) -> Iterator[Block]:
    """Each comment as a note after its row; nothing of those on a header or on an empty row is lost."""
    waiting = sorted(look.comments.items())
    path: tuple[str, ...] = ()
    for block in blocks:
        while waiting and waiting[0][0] + 1 < (block.locator.row or 0):
            yield from _notes(waiting.pop(0), sheet, path)
        yield block
        path = block.path
    for noted in waiting:
        yield from _notes(noted, sheet, path)


def _notes(noted: tuple[int, tuple[str, ...]], sheet: str, path: tuple[str, ...]) -> Iterator[Block]:
    row, texts = noted
    yield from (Block(text, BlockKind.NOTE, Locator(sheet=sheet, row=row + 1), 0, path) for text in texts)


def _with_covers(blocks: Iterable[Block], look: Look, *, is_hidden: bool) -> Iterator[Block]:
    """What a workbook hides is read like the rest: nothing is lost, and what stands above it says that it is hidden."""
    above = (HIDDEN_SHEET,) if is_hidden else ()
    for block in blocks:
        covers = (*above, HIDDEN_ROW) if (block.locator.row or 0) - 1 in look.hidden_rows else above
        yield replace(block, path=(*covers, *block.path)) if covers else block


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
    return (plain_number(value),)


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
