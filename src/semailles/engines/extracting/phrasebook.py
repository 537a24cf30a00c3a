"""Finds many known expressions in a passage in one reading: looked up by their first word and their length, longest first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from semailles.engines.extracting.flat import Token, tokens

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """Words `first` to `last` (excluded) of the passage, and what was known about the expression."""

    first: int
    last: int
    value: T


class Phrasebook(Generic[T]):
    """`entries`: expression as written → anything. Case and accents are left out of the comparison."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._lengths: dict[str, list[int]] = {}
        self._known: dict[tuple[str, ...], list[T]] = {}
        for written, value in entries:
            words = tuple(word.flat for word in tokens(written))
            if words:
                self._known.setdefault(words, []).append(value)
                lengths = self._lengths.setdefault(words[0], [])
                if len(words) not in lengths:
                    lengths.append(len(words))
        for lengths in self._lengths.values():
            lengths.sort(reverse=True)

    def at(self, words: Sequence[Token], first: int) -> Iterable[Match[T]]:
        """Every expression that begins at this word, longest first."""
        for length in self._lengths.get(words[first].flat, ()):
            last = first + length
            for value in self._known.get(tuple(word.flat for word in words[first:last]), ()) if last <= len(words) else ():
                yield Match(first, last, value)

    def find(self, words: Sequence[Token]) -> list[Match[T]]:
        """Longest expressions, from left to right, without overlap."""
        found: list[Match[T]] = []
        at = 0
        while at < len(words):
            match = next(iter(self.at(words, at)), None)
            if match:
                found.append(match)
            at = match.last if match else at + 1
        return found
