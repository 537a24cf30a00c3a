"""A grid of cells → blocks: titles above, header row, rows with their number in the spreadsheet."""

import re
from collections.abc import Collection, Sequence
from itertools import groupby
from typing import NamedTuple

from semailles.engines.blocks import Block, BlockKind, Locator
from semailles.engines.reading.outline import row_block
from semailles.engines.reading.prose import is_shouted
from semailles.engines.reading.sheet_headers import is_spanning, is_units, joined, under_cover, with_units
from semailles.engines.reading.tables import Row, column_headers, is_header

Grid = Sequence[Row]

_NUMERIC = re.compile(r"[\d\s.,/%€:+-]+$")
_LONGEST_TITLE = 120
_LONGEST_LABEL = 40
_NARROW = 3  # columns
_SAMPLE = 200  # rows looked at below a header


class _Numbered(NamedTuple):
    """A row, its number in the spreadsheet and how many of its cells are not empty."""

    number: int
    row: Row
    filled: int


def sheet_blocks(grid: Grid, sheet: str | None, *, hidden_columns: Collection[int] = ()) -> list[Block]:
    """The blocks of one sheet. Its rows stand in runs between empty rows; a header holds for the runs below it until another one."""
    numbered = [_Numbered(number, row, len(row) - row.count(())) for number, row in enumerate(grid, start=1)]
    reading = _SheetReading(sheet, max((row.filled for row in numbered), default=0), max(map(len, grid), default=0), hidden_columns)
    for is_filled, run in groupby(numbered, key=lambda row: row.filled > 0):
        if is_filled:
            reading.read(list(run))
    return reading.blocks


class _SheetReading:
    """What is above the row being read: a title, a section, a header. `width`: filled cells of the fullest row; `columns`: cells of the longest."""

    def __init__(self, sheet: str | None, width: int, columns: int, hidden: Collection[int]) -> None:
        self.blocks: list[Block] = []
        self._sheet = sheet
        self._width = width
        self._hidden = hidden
        self._headers = under_cover([""] * columns, hidden)
        self._header_row: Row = ()
        self._path: tuple[str, ...] = ()
        self._title = ""
        self._section = ""
        self._has_read_rows = False

    def read(self, run: list[_Numbered]) -> None:
        """Rows that no empty row parts."""
        for position, each in enumerate(run):
            if self._is_header(run, position):
                self._take_header(run, position)
            elif self._is_part_of_header(run, position):
                continue
            elif self._is_title(run, position):
                self.blocks.append(self._heading(" ".join(_labels(each.row)), each.number))
            else:
                self._has_read_rows |= each.filled * 2 > self._width or bool(self._header_row)
                self.blocks.append(row_block(self._headers, each.row, Locator(sheet=self._sheet, row=each.number), self._path))

    def _is_header(self, run: list[_Numbered], position: int) -> bool:
        """The first row of several labels above others; once rows were read, only the same labels again."""
        each = run[position]
        if self._has_read_rows:
            return each.row == self._header_row
        if self._header_row or position + 1 == len(run):
            return False
        below = [other.row for other in run[position + 1 : position + 1 + _SAMPLE]]
        if self._width == 1:
            return not self._title and _is_column_label(each.row, below)
        below = [row for row in below if sum(map(bool, row)) > 1]
        if below and is_spanning(each.row, below[0]) and self._is_header(run, position + 1):
            return False
        return each.filled > 1 and bool(below) and is_header(self._whole_header(run, position), below)

    def _whole_header(self, run: list[_Numbered], position: int) -> Row:
        above = run[position - 1].row if position else ()
        return joined(above, run[position].row) if is_spanning(above, run[position].row) else run[position].row

    def _take_header(self, run: list[_Numbered], position: int) -> None:
        """With the labels that span several columns above, and the units below."""
        each = run[position]
        self._header_row = each.row
        self._headers = column_headers(self._whole_header(run, position), len(self._headers))
        if not self._has_read_rows and position + 1 < len(run) and is_units(run[position + 1].row):
            self._headers = with_units(self._headers, run[position + 1].row)
        self._headers = under_cover(self._headers, self._hidden)

    def _is_part_of_header(self, run: list[_Numbered], position: int) -> bool:
        """Labels above the header, units below it: both are in the headers."""
        if self._has_read_rows:
            return False
        if self._header_row:
            return position > 0 and run[position - 1].row == self._header_row and is_units(run[position].row)
        return position + 1 < len(run) and is_spanning(run[position].row, run[position + 1].row) and self._is_header(run, position + 1)

    def _is_title(self, run: list[_Numbered], position: int) -> bool:
        """One short text alone on its row, in a sheet of several columns: above the table its title, inside it a section's."""
        each = run[position]
        if each.filled > 2 or self._width == 1:  # noqa: PLR2004 - a section may have a letter before its name
            return False
        texts, following = _labels(each.row), run[position + 1].filled if position + 1 < len(run) else 0
        if len(texts) > 1:
            return bool(self._header_row) and self._width > _NARROW and following > len(texts) and _is_lettered_section(texts)
        if len(texts[0]) > _LONGEST_TITLE or _NUMERIC.match(texts[0]):
            return False
        if not self._header_row:
            return not self._title or following > 1
        return _first_column(each.row) <= _first_column(self._header_row) and following > 1 and texts[0][-1] not in ".!…"

    def _heading(self, text: str, number: int) -> Block:
        level = 2 if self._header_row and self._title else 1
        path = (self._title,) if level > 1 else ()
        if self._header_row:
            self._section = text
        else:
            self._title = text
        self._path = tuple(above for above in (self._title, self._section) if above)
        return Block(text, BlockKind.HEADING, Locator(sheet=self._sheet, row=number), level, path)


def _first_column(row: Row) -> int:
    return row.index(next(filter(None, row)))


def _labels(row: Row) -> list[str]:
    return [" ".join(cell) for cell in row if cell]


def _is_lettered_section(texts: list[str]) -> bool:
    """« A | ÉNERGIE » across a wide table."""
    return len(texts[0]) < len(texts[1]) and is_shouted(" ".join(texts))


def _is_column_label(row: Row, below: Sequence[Row]) -> bool:
    """In one column: a short label over longer texts."""
    label = _labels(row)[0]
    lengths = sorted(len(_labels(other)[0]) for other in below)
    return len(label) <= _LONGEST_LABEL and label[-1] not in ".;!?…" and len(label) * 2 <= lengths[len(lengths) // 2]
