"""What a workbook hides and people would not see on opening it: its marks in the blocks that were read, and where they are found again."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

HIDDEN_SHEET, HIDDEN_ROW, HIDDEN_COLUMN = "Feuille masquée", "Ligne masquée", "colonne masquée"


class Cover(StrEnum):
    """Under what words are hidden, the widest one; nothing for what is shown."""

    NONE = ""
    SHEET = "sheet"
    ROW = "row"
    COLUMN = "column"


def cover_of(path: Sequence[str], cells: Iterable[tuple[str, int, int]], start: int, end: int) -> Cover:
    """Of the words `start` to `end` of a block. `path`: the headings above it; `cells`: (header, start, end) of its own cells."""
    if HIDDEN_SHEET in path[:1]:
        return Cover.SHEET
    if HIDDEN_ROW in path[:1]:
        return Cover.ROW
    crossed = any(HIDDEN_COLUMN in header for header, first, last in cells if first < end and start < last)
    return Cover.COLUMN if crossed else Cover.NONE
