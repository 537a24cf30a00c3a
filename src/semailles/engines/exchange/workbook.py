"""Tables → one workbook (.xlsx), a sheet each. The same tables give the same bytes."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from semailles.engines.exchange.plain import Cell, is_runnable

_BORN = datetime(2000, 1, 1, tzinfo=UTC)
_LONGEST = 32_767  # signs that a cell holds
_NARROWEST, _WIDEST = 8, 60  # signs
_WEIGHED = 200  # rows that a column's width is taken from
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


@dataclass(frozen=True, slots=True)
class Sheet:
    """`name`: at most 31 signs, none of []:*?/\\."""

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def workbook(sheets: Iterable[Sheet]) -> bytes:
    """Text stays text: a cell that could be taken for a formula is written as text, with the mark by which spreadsheets keep it so."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, _OPTIONS) as book:
        book.set_properties({"created": _BORN})
        plain, quoted = book.add_format({"valign": "top", "text_wrap": True}), book.add_format({"valign": "top", "quote_prefix": True})
        head = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
        for sheet in sheets:
            page = book.add_worksheet(sheet.name)
            _write(page, 0, sheet.header, head, head)
            for rank, row in enumerate(sheet.rows, start=1):
                _write(page, rank, row, plain, quoted)
            _dress(page, sheet)
    return stream.getvalue()


def _write(page: Worksheet, rank: int, row: Sequence[Cell], plain: Format, quoted: Format) -> None:
    for column, cell in enumerate(row):
        if isinstance(cell, str):
            page.write_string(rank, column, cell[:_LONGEST], quoted if is_runnable(cell) else plain)
        elif cell is not None:
            page.write_number(rank, column, cell, plain)


def _dress(page: Worksheet, sheet: Sheet) -> None:
    """Columns as wide as what they hold, the header kept in sight, filters ready."""
    page.freeze_panes(1, 0)
    if sheet.rows:
        page.autofilter(0, 0, len(sheet.rows), len(sheet.header) - 1)
    for column, name in enumerate(sheet.header):
        longest = max((len(str(row[column] or "")) for row in sheet.rows[:_WEIGHED]), default=0)
        page.set_column(column, column, min(max(len(name) + 3, longest + 1, _NARROWEST), _WIDEST))
