"""Located blocks: what every reader gives, and what the extractors are given."""

from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """The part that a piece of text plays in its document."""

    TITLE = "title"  # the document's or the slide's own title
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"  # one entry of a list
    ROW = "row"  # one row of a table or of a sheet: see Block.cells
    NOTE = "note"  # speaker notes, footnotes, comments


@dataclass(frozen=True, slots=True)
class Locator:
    """Where a block stands. Every number counts from 1; what a format does not know is None.

    pdf: page, paragraph (within the page) · pptx: slide, paragraph (within the slide) · xlsx, csv: sheet (csv: None), row (as the
    spreadsheet shows it) · others: paragraph (within the document).
    """

    page: int | None = None
    slide: int | None = None
    sheet: str | None = None
    row: int | None = None
    paragraph: int | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One non-empty cell of a ROW block: `text[start:end]`, under its column's header ("" when the table has none)."""

    header: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """A passage. `text` has no line break and no double space; every quote is an exact substring of it.

    `path` holds the headings above, outermost first. `level`: depth of a heading or of a list entry, from 1; 0 elsewhere.
    A ROW's text is its non-empty cells joined by " | ". A table's header row is not a block: it is in `cells`.
    """

    text: str
    kind: BlockKind
    locator: Locator
    level: int = 0
    path: tuple[str, ...] = ()
    cells: tuple[Cell, ...] = ()
