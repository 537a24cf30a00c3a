"""Headers of several rows: labels over several columns above, units below."""

import re
from collections import Counter
from collections.abc import Collection, Sequence

from semailles.engines.covers import HIDDEN_COLUMN
from semailles.engines.reading.tables import Row, Table, column_headers, is_header

_UNIT = re.compile(
    r"[(\[]?(?:en )?(?:[kM]?€|euros?|%|HT|TTC|ha|m[²³23]?|km|kg|t|tonnes?|[kMG]Wh|tCO2e?|ans?|années?|mois|semaines?|jours?|heures?"
    r"|texte|date|nombre|nb|n°|oui ?/ ?non|j?j/mm/aa(?:aa)?)(?: ?/ ?\w+)?(?: (?:HT|TTC))?[)\]]?$",
    re.IGNORECASE,
)
_LONGEST_SPAN = 40


def body_rows(table: Table) -> tuple[list[str], list[Row]]:
    """The header of every column, "" when it has none, and the rows below. Labels over several columns may stand above the header."""
    rows = [row for row in table.rows if any(row)]
    width = max(map(len, rows), default=0)
    if len(rows) > 2 and is_spanning(rows[0], rows[1]) and is_header(joined(rows[0], rows[1]), rows[2:]):  # noqa: PLR2004 - two rows of labels, one below
        return column_headers(joined(rows[0], rows[1]), width), rows[2:]
    if len(rows) > 1 and (table.marked or is_header(rows[0], rows[1:])):
        return column_headers(rows[0], width), rows[1:]
    return [""] * width, rows


def is_spanning(row: Row, below: Row) -> bool:
    """Short labels over several columns: in the first column, either this row or the row below has one, not both."""
    places, places_below = _places(row), _places(below)
    if len(places) < 2 or len(places_below) < 2 or (min(places) == min(places_below)):  # noqa: PLR2004 - two labels at least
        return False
    gaps = len(set(places_below) - set(places))  # the first column of a table often has no label, which spans nothing
    if gaps < 1 + (min(places) > min(places_below)):
        return False
    texts = [" ".join(row[place]) for place in places]
    return all(len(text) <= _LONGEST_SPAN and text[-1] not in ".;!" for text in texts)


def joined(above: Row, row: Row) -> Row:
    """One header of both rows."""
    width = max(len(above), len(row))
    return tuple((label,) if label else () for label in under_spans([" ".join(cell) for cell in row] + [""] * (width - len(row)), above))


def is_units(row: Row) -> bool:
    """« en € », « % », « jj/mm/aaaa » in every cell that is not empty."""
    return any(row) and all(_UNIT.match(" ".join(cell)) for cell in row if cell)


def under_spans(headers: Sequence[str], above: Row) -> list[str]:
    """« Coût (Budget) ». A label is given to its own column; to the next ones only when their headers would be the same without."""
    repeated = {header for header, times in Counter(headers).items() if times > 1}
    found: list[str] = []
    span = ""
    for place, header in enumerate(headers):
        own = " ".join(above[place]) if place < len(above) else ""
        span = own or span
        found.append(_both(header, own or (span if header in repeated else "")))
    return found


def with_units(headers: Sequence[str], units: Row) -> list[str]:
    """« Coût (en €) »."""
    texts = [" ".join(cell).strip("()[]") for cell in units] + [""] * (len(headers) - len(units))
    return [_both(header, unit) for header, unit in zip(headers, texts, strict=False)]


def under_cover(headers: Sequence[str], hidden: Collection[int]) -> list[str]:
    """« Coût (colonne masquée) »: what a column hides is read, and said to be hidden."""
    return [_both(header, HIDDEN_COLUMN) or HIDDEN_COLUMN if place in hidden else header for place, header in enumerate(headers)]


def _both(header: str, more: str) -> str:
    return f"{header} ({more})" if header and more else header or more


def _places(row: Row) -> list[int]:
    return [place for place, cell in enumerate(row) if cell]
