"""Passages as a page shows them: one leaf a page, slide or sheet; lists and tables gathered again."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from semailles.engines.reading.pictures import Mark
from semailles.intake.enums import PassageKind
from semailles.intake.models import Mention, Passage, Source
from semailles.intake.queries.documents import Screenful
from semailles.publication.words import locator_words
from semailles.web.pages.documents.pieces import LONGEST_CELL, Piece, Span, pieces, spans, window

Cells = tuple[tuple[Piece, ...], ...]
_BETWEEN_CELLS = " | "
_HEADINGS = (PassageKind.TITLE, PassageKind.HEADING)
_LEVELS = 3


@dataclass(frozen=True, slots=True)
class Sought:
    """The exact words one came for."""

    rank: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Shown:
    """One passage. `number`: its paragraph or row, as people count. `is_cut`: there is more of it than what is shown."""

    rank: int
    kind: str
    level: int
    number: int
    pieces: tuple[Piece, ...]
    is_sought: bool = False
    is_cut: bool = False
    cells: Cells = ()

    @property
    def is_heading(self) -> bool:
        return self.kind in _HEADINGS


@dataclass(frozen=True, slots=True)
class Block:
    """Passages that belong together: `form` is text, list or table; a table has headers (possibly empty ones)."""

    form: str
    passages: tuple[Shown, ...]
    headers: tuple[str, ...] = ()
    is_numbered: bool = False

    @property
    def has_headers(self) -> bool:
        return any(self.headers)


@dataclass(frozen=True, slots=True)
class Leaf:
    """What stands on one page, slide or sheet; `number` is None where a format has no pages. `size`: of its picture, in points."""

    number: int | None
    name: str
    blocks: tuple[Block, ...]
    size: tuple[float, float] | None = None
    marks: tuple[Mark, ...] = field(default=())


def leaves(
    screen: Screenful, sought: Sought | None, sizes: Sequence[tuple[float, float]], marks: Mapping[int, tuple[Mark, ...]]
) -> list[Leaf]:
    found = []
    for place, passages in groupby(screen.passages, key=_place):
        number = place[0]
        size = sizes[number - 1] if number and number <= len(sizes) else None
        blocks = tuple(blocks_of(list(passages), screen.sources, screen.mentions, sought))
        found.append(Leaf(number, _name(place), blocks, size, marks.get(number or 0, ())))
    return found


def blocks_of(
    passages: Sequence[Passage],
    sources: Mapping[int, tuple[Source, ...]],
    mentions: Mapping[int, tuple[Mention, ...]],
    sought: Sought | None,
) -> Iterator[Block]:
    for form, run in groupby(passages, key=_form):
        together = list(run)
        found = [spans(sources.get(one.pk, ()), mentions.get(one.pk, ()), _words(one, sought)) for one in together]
        if form == "table":
            yield _table(together, found, sought)
        else:
            yield Block(form, tuple(_shown(one, marked, sought) for one, marked in zip(together, found, strict=True)))


def _place(passage: Passage) -> tuple[int | None, str]:
    locator = passage.locator
    return locator.get("page") or locator.get("slide"), "slide" if "slide" in locator else locator.get("sheet", "")


def _name(place: tuple[int | None, str]) -> str:
    number, sheet = place
    if number is None:
        return sheet
    return locator_words({"slide" if sheet else "page": number})


def _form(passage: Passage) -> str:
    return {PassageKind.ROW: "table", PassageKind.ITEM: "list"}.get(PassageKind(passage.kind), "text")


def _words(passage: Passage, sought: Sought | None) -> tuple[int, int] | None:
    return (sought.start, sought.end) if sought and sought.rank == passage.rank else None


def _shown(passage: Passage, marked: Sequence[Span], sought: Sought | None, cells: Cells = ()) -> Shown:
    wanted = _words(passage, sought)
    within = window(passage.text, wanted)
    return Shown(
        rank=passage.rank,
        kind=passage.kind,
        level=min(passage.level, _LEVELS),
        number=passage.locator.get("row") or passage.locator.get("paragraph", 0),
        pieces=() if cells else tuple(pieces(passage.text, marked, within)),
        is_sought=wanted is not None,
        is_cut=within != (0, len(passage.text)) and not cells,
        cells=cells,
    )


def _table(passages: Sequence[Passage], marked: Sequence[Sequence[Span]], sought: Sought | None) -> Block:
    """Columns are the headers in the order they come; cells without header take their turn."""
    placed = [list(_placed(passage)) for passage in passages]
    columns = list(dict.fromkeys(column for row in placed for column, _, _ in row))
    rows = []
    for passage, found, row in zip(passages, marked, placed, strict=True):
        cells = tuple(tuple(_cell(passage, found, [(start, end) for name, start, end in row if name == column])) for column in columns)
        rows.append(_shown(passage, found, sought, cells))
    headers = tuple(name for name, _ in columns)
    return Block("table", tuple(rows), headers, is_numbered=any("row" in passage.locator for passage in passages))


def _placed(passage: Passage) -> Iterator[tuple[tuple[str, int], int, int]]:
    """((header, turn among cells without header), start, end) of each cell."""
    turn = 0
    for header, start, end in passage.cells or _typed_cells(passage.text):
        turn += not header
        yield (header, 0 if header else turn), start, end


def _typed_cells(text: str) -> Iterator[tuple[str, int, int]]:
    """A row read before cells were kept: its separators tell."""
    start = 0
    for cell in text.split(_BETWEEN_CELLS):
        yield "", start, start + len(cell)
        start += len(cell) + len(_BETWEEN_CELLS)


def _cell(passage: Passage, marked: Sequence[Span], places: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    wanted = next((span for span in marked if span.kind == "sought"), None)
    for rank, (start, end) in enumerate(places):
        inside = (max(wanted.start, start), min(wanted.end, end)) if wanted and wanted.start < end and wanted.end > start else None
        shift = None if inside is None else (inside[0] - start, inside[1] - start)
        first, last = window(passage.text[start:end], shift, LONGEST_CELL)
        yield from [Piece(" ")] if rank else []
        yield from pieces(passage.text, marked, (start + first, start + last))
        yield from [Piece(" […]")] if last < end - start else []
