"""Tables of any format: which row is the header, which table only places text on a page."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from semailles.engines.reading.prose import clean, split_typed_list, without_marker

CellText = tuple[str, ...]  # the clean paragraphs of one cell
Row = tuple[CellText, ...]

_AMOUNT = re.compile(r"[\d\s.,/%€:+-]+(?:k€|€|%|HT|TTC|euros?|ans?|mois|jours?|km|ha|m²|h)?\s*$", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d$")
_LONGEST_HEADER = 60


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of equal or unequal length. `marked`: the format itself says that the first row is a header."""

    rows: tuple[Row, ...]
    marked: bool = False


def cell_text(paragraphs: Iterable[str]) -> CellText:
    """The clean paragraphs of a cell, without typed bullets; forced lines stay together unless they are list entries."""
    if isinstance(paragraphs, tuple) and len(paragraphs) == 1 and "\n" not in paragraphs[0]:
        text = without_bullet_in_cell(clean(paragraphs[0]))
        return (text,) if text else ()
    pieces = (piece for paragraph in paragraphs for piece in split_typed_list(paragraph))
    return tuple(text for text in (without_bullet_in_cell(piece) for piece in pieces) if text)


def without_bullet_in_cell(piece: str) -> str:
    """Only a bullet goes: in a cell « 1. » or « 12/ » may be the row's number."""
    return piece if piece[:1].isdigit() else without_marker(piece)[0]


def is_layout(table: Table) -> bool:
    """One column, or one row holding whole paragraphs: the table only places text."""
    width = max((sum(1 for cell in row if cell) for row in table.rows), default=0)
    filled = [row for row in table.rows if any(row)]
    return width <= 1 or (len(filled) == 1 and any(len(cell) > 1 for cell in filled[0]))


def column_headers(row: Row, width: int) -> list[str]:
    return [" ".join(cell) for cell in row] + [""] * (width - len(row))


def is_header(first: Row, below: Sequence[Row]) -> bool:
    """Several short different labels over longer or numeric content."""
    labels = [" ".join(cell) for cell in first if cell]
    width = max(sum(1 for cell in row if cell) for row in below)
    if len(labels) < 2 or len(labels) < width - 1 or len(set(labels)) < len(labels):  # noqa: PLR2004 - a header has two labels at least
        return False
    years = sum(1 for label in labels if _YEAR.match(label))
    if not all(_is_label(label) for label in labels) or labels[0].endswith(":") or years * 2 > len(labels):
        return False
    return not _is_form(first, below)


def _is_label(text: str) -> bool:
    if len(text) > _LONGEST_HEADER or text.endswith((".", ";", "!")):
        return False
    return _YEAR.match(text) is not None or not _AMOUNT.match(text)


def _is_form(first: Row, below: Sequence[Row]) -> bool:
    """Two columns, label and value: the first row is a pair like the others, its value as long as theirs."""
    if sum(1 for cell in first if cell) != 2 or any(len(row) < 2 for row in below):  # noqa: PLR2004 - a form has two columns
        return False
    names = [" ".join(row[0]) for row in (first, *below)]
    if any(name.endswith(":") for name in names):
        return True
    values = sorted(len(" ".join(row[1])) for row in below)
    return len(" ".join(first[1])) > max(25, values[len(values) // 2])
