"""Where a question's words stand in a text, and the piece of it that is worth showing."""

from collections.abc import Sequence
from dataclasses import dataclass

from semailles.core.search.entries import Range
from semailles.core.search.terms import Sought, terms


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text, for a template: plain, or found."""

    text: str
    is_found: bool


def places(text: str, question: Sequence[Sought], lang: str) -> tuple[Range, ...]:
    return tuple((term.start, term.end) for term in terms(text, lang) if any(word.finds(term) for word in question))


def pieces(text: str, ranges: Sequence[Range]) -> list[Piece]:
    """The whole text, cut where words were found."""
    cut, last = [], 0
    for start, end in ranges:
        cut += [Piece(text[last:start], is_found=False), Piece(text[start:end], is_found=True)]
        last = end
    return [piece for piece in (*cut, Piece(text[last:], is_found=False)) if piece.text]


def extract(text: str, ranges: Sequence[Range], *, length: int = 200) -> list[Piece]:
    """About `length` signs around the first word found, at the border of words, with « … » where something was left out."""
    start, end = _window(text, ranges[0][0] if ranges else 0, length)
    inside = [(left - start, right - start) for left, right in ranges if left >= start and right <= end]
    cut = pieces(text[start:end], inside)
    before = [Piece("…", is_found=False)] if start else []
    return [*before, *cut, *([Piece("…", is_found=False)] if end < len(text) else [])]


def _window(text: str, first: int, length: int) -> Range:
    start = _start_of_word(text, min(first - length // 3, len(text) - length), first)
    end = start + length
    if end >= len(text):
        return start, len(text)
    space = text.rfind(" ", first, end + 1)
    return start, space if space > first else end


def _start_of_word(text: str, place: int, first: int) -> int:
    """The first word that begins after `place` and before `first`."""
    if place <= 0:
        return 0
    space = text.find(" ", place, first)
    return first if space < 0 else space + 1
