"""A grid of cells → blocks: titles above, header row, rows with their number in the spreadsheet."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from semailles.engines.blocks import Block, BlockKind, Locator
from semailles.engines.reading.outline import row_block
from semailles.engines.reading.prose import is_shouted
from semailles.engines.reading.tables import CellText, Row, is_header

Grid = Sequence[Row]
Numbered = tuple[int, Row]

_NUMERIC = re.compile(r"[\d\s.,/%€:+-]+$")
_LONGEST_TITLE = 120
_LONGEST_LABEL = 40


def sheet_blocks(grid: Grid, sheet: str | None, *, first_row: int = 1) -> list[Block]:
    """The blocks of one sheet. Its rows stand in runs between empty rows; a header holds for the runs below it until another one."""
    return list(_SheetReading(sheet).read(grid, first_row))


class _SheetReading:
    """What is above the row being read: a title, a section, a header."""

    def __init__(self, sheet: str | None) -> None:
        self._sheet = sheet
        self._headers: dict[int, str] = {}
        self._title = ""
        self._section = ""
        self._has_read_rows = False

    def read(self, grid: Grid, first_row: int) -> Iterator[Block]:
        numbered = list(enumerate(grid, start=first_row))
        width = max((_filled(row) for _, row in numbered), default=0)
        for has_text, run in groupby(numbered, key=lambda pair: any(pair[1])):
            if has_text:
                yield from self._run(list(run), width)

    def _run(self, run: list[Numbered], width: int) -> Iterator[Block]:
        position = 0
        while position < len(run):
            number, row = run[position]
            rest = [other for _, other in run[position + 1 :]]
            if self._is_header(row, rest, width):
                self._headers = {column: " ".join(cell) for column, cell in enumerate(row) if cell}
            elif self._is_title(row, rest, width):
                yield self._heading(" ".join(_labels(row)), number)
            else:
                self._has_read_rows = True
                yield self._row(number, row)
            position += 1

    def _is_header(self, row: Row, rest: Sequence[Row], width: int) -> bool:
        """The first row of several labels above others; later, only a row that repeats the header or stands over numbers."""
        below = [other for other in rest if _filled(other) > 1]
        if width == 1:
            return not self._has_read_rows and not self._title and bool(rest) and _is_column_label(row, rest)
        if _filled(row) < 2 or not below or any(_is_numeric(cell) for cell in row):  # noqa: PLR2004 - several labels
            return False
        if self._headers and self._has_read_rows:
            return _labels(row) == list(self._headers.values())
        return not self._headers and not self._has_read_rows and is_header(row, below)

    def _is_title(self, row: Row, rest: Sequence[Row], width: int) -> bool:
        """One short text alone on its row, in a sheet of several columns: above the table its title, inside it a section's."""
        texts = _labels(row)
        if self._headers and len(texts) == 2 and width > 3:  # noqa: PLR2004 - « A | ÉNERGIE » across a wide table
            return is_shouted(" ".join(texts)) and len(texts[1]) > len(texts[0]) and bool(rest) and _filled(rest[0]) > len(texts)
        if len(texts) != 1 or width == 1 or len(texts[0]) > _LONGEST_TITLE or _NUMERIC.match(texts[0]):
            return False
        if not self._headers:
            return not self._title or any(_filled(other) > 1 for other in rest)
        return bool(row[min(self._headers)]) and bool(rest) and _filled(rest[0]) > 1 and not texts[0].endswith((".", "!", "…"))

    def _heading(self, text: str, number: int) -> Block:
        level = 2 if self._headers and self._title else 1
        path = (self._title,) if level > 1 else ()
        if self._headers:
            self._section = text
        else:
            self._title = text
        return Block(text, BlockKind.HEADING, Locator(sheet=self._sheet, row=number), level, path)

    def _row(self, number: int, row: Row) -> Block:
        pairs = [(self._headers.get(column, ""), cell) for column, cell in enumerate(row) if cell]
        path = tuple(text for text in (self._title, self._section) if text)
        return row_block(pairs, Locator(sheet=self._sheet, row=number), path)


def _filled(row: Row) -> int:
    return sum(1 for cell in row if cell)


def _labels(row: Row) -> list[str]:
    return [" ".join(cell) for cell in row if cell]


def _is_numeric(cell: CellText) -> bool:
    return bool(cell) and _NUMERIC.match(cell[0]) is not None


def _is_column_label(row: Row, rest: Sequence[Row]) -> bool:
    """In one column: a short label over longer texts."""
    label = _labels(row)[0]
    lengths = sorted(len(_labels(other)[0]) for other in rest)
    return len(label) <= _LONGEST_LABEL and label[-1] not in ".;!?…" and len(label) * 2 <= lengths[len(lengths) // 2]
