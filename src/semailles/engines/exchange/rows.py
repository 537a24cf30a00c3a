"""The cells of one row, asked by the names of their columns."""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape

from semailles.engines.blocks import Block, BlockKind, Cell
from semailles.engines.exchange.exported import Span
from semailles.engines.platforms import column_name, translated

_GUARDED = ("'=", "'+", "'-", "'@")  # spreadsheets would run the text without it
_SITE = re.compile(r"https?://([^/\s?#]+)", re.IGNORECASE)
_COUNT = re.compile(r"\d{1,15}")
_RECORD = re.compile(r"\s\d{1,9}(?:[;|](?=\S)|,(?=[^\s\d]))")  # the beginning of another record, inside a text
_TIGHT = re.compile(r"[;|](?=\S)|(?<!\d),(?=\S)|,(?=[^\s\d])")  # a separator as files write it, and people do not
_FEWEST_TIGHT = {";": 3, "|": 3, ",": 6}
_DEGREES = re.compile(r"-?\d{1,3}(?:[.,]\d+)?")


class Row:
    """A row of the table. `rank`: of its block; `number`: as the spreadsheet numbers it."""

    def __init__(self, rank: int, block: Block) -> None:
        self.rank = rank
        self.number = block.locator.row or 0
        self._text = block.text
        self._cells: dict[str, Cell] = {}
        self.beyond: list[str] = []  # cells that no column holds
        for cell in block.cells:
            if cell.header:
                self._cells.setdefault(column_name(cell.header), cell)
            else:
                self.beyond.append(block.text[cell.start : cell.end])

    @property
    def swallowed(self) -> str:
        """The text of a cell that holds the beginning of the next row: a quotation mark was not closed."""
        texts = (self._text[cell.start : cell.end] for cell in self._cells.values())
        return next((text for text in texts if _holds_a_record(text)), "")

    @property
    def names(self) -> list[str]:
        return list(self._cells)

    def span(self, *names: str) -> Span | None:
        """Of the first of these columns that holds something, without the sign that guards spreadsheets."""
        cell = next((self._cells[name] for name in names if name in self._cells), None)
        if cell is None:
            return None
        start, end = cell.start + self._text.startswith(_GUARDED, cell.start), cell.end
        return (start, end) if start < end else None

    def text(self, *names: str) -> str:
        return self.at(self.span(*names))

    def code(self, *names: str) -> str:
        """An id or an address, sign for sign."""
        span = self.span(*names)
        return self.exact(span) if span else ""

    def translated(self, field: str) -> tuple[Span | None, str]:
        """Where the field stands and in which language, French first."""
        for lang, name in translated(self.names, field):
            if span := self.span(name):
                return span, lang
        return None, ""

    def at(self, span: Span | None) -> str:
        return readable(self.exact(span)) if span else ""

    def exact(self, span: Span) -> str:
        return self._text[span[0] : span[1]]

    def count(self, *names: str) -> int | None:
        said = self.text(*names).replace(" ", "")
        return int(said) if _COUNT.fullmatch(said) else None

    def counters(self, asked: Iterable[tuple[str, Sequence[str]]]) -> tuple[tuple[str, int], ...]:
        found = ((name, self.count(*columns)) for name, columns in asked)
        return tuple((name, count) for name, count in found if count is not None)

    def degrees(self, latitude: Sequence[str], longitude: Sequence[str]) -> tuple[float, float] | None:
        """WGS 84. Raises `ValueError` for what is no place on Earth."""
        said = self.text(*latitude), self.text(*longitude)
        if said == ("", ""):
            return None
        north, east = (float(one.replace(",", ".")) if _DEGREES.fullmatch(one) else 1000.0 for one in said)
        if abs(north) > 90 or abs(east) > 180:  # noqa: PLR2004 - the poles, the antimeridian
            raise ValueError(" ; ".join(said))
        return north, east


def _holds_a_record(text: str) -> bool:
    found = _RECORD.search(text)
    if not found:
        return False
    separator = found.group()[-1]
    return sum(one.group() == separator for one in _TIGHT.finditer(text)) >= _FEWEST_TIGHT[separator]


def rows_of(blocks: Sequence[Block]) -> Iterator[Row]:
    """The rows below the header."""
    for rank, block in enumerate(blocks):
        if block.kind is BlockKind.ROW and any(cell.header for cell in block.cells):
            yield Row(rank, block)


def readable(text: str) -> str:
    """Without the entities of older platforms."""
    return " ".join(unescape(text).split()) if "&" in text else text


def site(url: str) -> str:
    """« participer.exemple.fr » of an address of the web, "" of anything else."""
    found = _SITE.match(url)
    return found.group(1).lower() if found else ""
