"""A passage cut where ideas and actors begin and end, so that a page can mark them without touching its words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from semailles.intake.models import Mention, Source

LONGEST, LONGEST_CELL = 4000, 800  # signs of one passage, or of one cell, shown at once


@dataclass(frozen=True, slots=True)
class Span:
    """Signs `start` to `end` of a passage, and what they are: « told », « who », « sought »."""

    start: int
    end: int
    kind: str
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words, the classes of their mark (none: bare words), and the ideas whose quote ends with them."""

    text: str
    kinds: str = ""
    closes: tuple[Source, ...] = ()


def spans(sources: Iterable[Source], mentions: Iterable[Mention], sought: tuple[int, int] | None) -> list[Span]:
    found = [Span(source.start, source.end, "told", source) for source in sources]
    found += [Span(mention.start, mention.end, "who") for mention in mentions]
    return [*found, *([Span(*sought, "sought")] if sought else [])]


def pieces(text: str, marked: Sequence[Span], within: tuple[int, int] | None = None) -> list[Piece]:
    """The words of `text`, or of its signs `within`, in order. Joined, they are the text."""
    first, last = within or (0, len(text))
    edges = {edge for span in marked for edge in (span.start, span.end) if first < edge < last}
    return [_piece(text, start, end, marked) for start, end in pairwise(sorted({first, *edges, last}))] if last > first else []


def _piece(text: str, start: int, end: int, marked: Sequence[Span]) -> Piece:
    over = [span for span in marked if span.start <= start and span.end >= end]
    kinds = " ".join(sorted({span.kind for span in over}))
    return Piece(text[start:end], kinds, tuple(span.source for span in over if span.end == end and span.source is not None))


def window(text: str, sought: tuple[int, int] | None, most: int = LONGEST) -> tuple[int, int]:
    """What is shown of a very long text: its beginning, or what stands around the words one looks for."""
    if len(text) <= most:
        return 0, len(text)
    if sought is None:
        return 0, most
    return max(0, sought[0] - most // 3), min(len(text), sought[1] + most // 3, sought[0] + most)
