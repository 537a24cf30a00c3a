"""Gathers a document's blocks in reading order and keeps the headings above each."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain

from semailles.engines.blocks import Block, BlockKind, Cell, Locator
from semailles.engines.reading.prose import clean, split_typed_list, without_marker
from semailles.engines.reading.sheet_headers import body_rows
from semailles.engines.reading.tables import Row, Table, is_layout

_BETWEEN_CELLS = " | "
_cell = lru_cache(maxsize=8192)(Cell)  # row after row, the same few places: made once, and shared
Headings = tuple[tuple[int, str], ...]


class Outline:
    """The blocks so far. Paragraphs count from 1, again on each page or slide."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._headings: Headings = ()
        self._drawn_depth = 0
        self._place = Locator()
        self._count = 0
        self._title = ""

    @property
    def blocks(self) -> tuple[Block, ...]:
        return tuple(self._blocks)

    @property
    def headings(self) -> Headings:
        """The headings open now; give them back to `reopen` to close what was opened since."""
        return self._headings

    @property
    def document_title(self) -> str:
        """The TITLE, else a heading when the document begins with it."""
        if self._title:
            return self._title
        return self._blocks[0].text if self._blocks and self._blocks[0].kind is BlockKind.HEADING else ""

    def reopen(self, headings: Headings) -> None:
        self._headings = headings

    def turn_to(self, place: Locator) -> None:
        """Go to a page or a slide: paragraphs count from 1 again."""
        if place != self._place:
            self._place, self._count = place, 0

    def title(self, text: str) -> None:
        """The document's own title. It is not above anything: it is the whole. A second one is a heading."""
        if self._title:
            self.heading(text, 1)
            return
        self._title = clean(text)
        self._add(self._title, BlockKind.TITLE)

    def slide_title(self, text: str) -> None:
        """A slide's title stands above all that the slide holds."""
        self._headings = ()
        self._add(clean(text), BlockKind.TITLE)
        self._title = self._title or clean(text)
        self._headings = ((1, clean(text)),) if clean(text) else ()

    def heading(self, text: str, level: int) -> None:
        """A heading of the document's own structure."""
        self._drawn_depth = level
        self._open(clean(text), level)

    def minor_heading(self, text: str) -> None:
        """A heading only typed so (bold, capitals): one step below the last true heading."""
        above = [level for level, _ in self._headings if level <= self._drawn_depth]
        self._open(clean(text), max(above, default=0) + 1)

    def paragraph(self, text: str) -> None:
        self._add(clean(text), BlockKind.PARAGRAPH)

    def item(self, text: str, level: int = 1) -> None:
        self._add(without_marker(clean(text))[0], BlockKind.ITEM, level)

    def note(self, text: str) -> None:
        self._add(without_marker(clean(text))[0], BlockKind.NOTE)

    def passage(self, text: str) -> None:
        """A paragraph, or the list entries typed in it by hand."""
        for piece in split_typed_list(text):
            if without_marker(piece)[1]:
                self.item(piece)
            else:
                self.paragraph(piece)

    def table(self, table: Table) -> None:
        """Rows under their headers; a table that only places text on the page is read as that text."""
        if is_layout(table):
            for piece in (piece for row in table.rows for cell in row for piece in cell):
                self.passage(piece)
            return
        headers, rows = body_rows(table)
        for row in rows:
            self._count += 1
            self._blocks.append(row_block(headers, row, replace(self._place, paragraph=self._count), self._path()))

    def _open(self, text: str, level: int) -> None:
        if not text:
            return
        self._headings = tuple(heading for heading in self._headings if heading[0] < level)
        self._add(text, BlockKind.HEADING, level)
        self._headings = (*self._headings, (level, text))

    def _path(self) -> tuple[str, ...]:
        return tuple(text for _, text in self._headings)

    def _add(self, text: str, kind: BlockKind, level: int = 0) -> None:
        if not any(sign.isalnum() for sign in text):
            return
        self._count += 1
        self._blocks.append(Block(text, kind, replace(self._place, paragraph=self._count), level, self._path()))


def row_block(headers: Sequence[str], row: Row, locator: Locator, path: tuple[str, ...]) -> Block:
    """One row under the header of each column. A cell of several paragraphs gives a Cell to each, under the same header."""
    cells: list[Cell] = []
    start = 0
    for header, paragraphs in zip(headers, row, strict=False):
        for paragraph in paragraphs:
            end = start + len(paragraph)
            cells.append(_cell(header, start, end))
            start = end + len(_BETWEEN_CELLS)
    return Block(_BETWEEN_CELLS.join(chain.from_iterable(row)), BlockKind.ROW, locator, 0, path, tuple(cells))
