"""A text as a row of words, and expressions sought in it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from semailles.engines.words import WORD, fold

LINKING = frozenset(
    fold("de du des d la le les l un une et a au aux ce cette ces son sa ses leur leurs nos notre the of and an to").split()
)
ANY_END, GAP = "*", "…"
WIDEST_GAP = 4  # words
SHELF_KEY = 3  # first letters under which an expression is filed
PLURAL_FROM = 4
TEXTS_KEPT = 1 << 13


@dataclass(frozen=True, slots=True)
class Word:
    """A word that is no article: folded, singular, and where it stands in the text."""

    flat: str
    start: int
    end: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Expression:
    """Words sought one after the other; « isol* » takes any ending, « … » lets some words pass."""

    parts: tuple[str, ...]

    @property
    def first(self) -> str:
        return self.parts[0]


@dataclass(frozen=True, slots=True)
class Found:
    """An expression found: its rank on the shelf, from which word to which."""

    rank: int
    first: int
    last: int


@lru_cache(maxsize=TEXTS_KEPT)
def row(text: str) -> tuple[Word, ...]:
    """The words of a text in order, articles and « de » left out."""
    return tuple(word for word in _every(text) if word.flat not in LINKING)


def expression(written: str) -> Expression:
    parts = (part if part == GAP else _singular(fold(part)) for spaced in written.split() for part in spaced.replace("’", "'").split("'"))
    return Expression(tuple(part for part in parts if part and part not in LINKING))


class Shelf:
    """Expressions filed by their first letters: a text is read once, however many they are."""

    def __init__(self, expressions: Iterable[Expression]) -> None:
        self._filed: dict[str, list[tuple[int, Expression]]] = defaultdict(list)
        for rank, sought in enumerate(expressions):
            self._filed[sought.first.rstrip(ANY_END)[:SHELF_KEY]].append((rank, sought))

    def found(self, words: Sequence[Word]) -> Iterator[Found]:
        for place, word in enumerate(words):
            for size in range(1, SHELF_KEY + 1):
                for rank, sought in self._filed.get(word.flat[:size], ()) if len(word.flat) >= size else ():
                    last = _last(sought.parts, words, place)
                    if last is not None:
                        yield Found(rank, place, last)


def _last(parts: Sequence[str], words: Sequence[Word], place: int) -> int | None:
    """The place of the last word of the expression that begins here; None when it does not stand here."""
    at, room = place - 1, 0
    for part in parts:
        if part == GAP:
            room = WIDEST_GAP
            continue
        reach = range(at + 1, min(at + 2 + room, len(words)))
        found = next((one for one in reach if _is(part, words[one].flat) and words[one].sentence == words[place].sentence), None)
        if found is None:
            return None
        at, room = found, 0
    return at


def _is(part: str, flat: str) -> bool:
    return flat.startswith(part[:-1]) if part.endswith(ANY_END) else flat == part


def _every(text: str) -> Iterator[Word]:
    sentence, before = 0, 0
    for found in WORD.finditer(text):
        sentence += any(sign in ".;!?\n" for sign in text[before : found.start()])
        before = found.end()
        start = found.start()
        for part in found.group().replace("’", "'").split("'"):
            if part:
                yield Word(_singular(fold(part)), start, start + len(part), sentence)
            start += len(part) + 1


def _singular(flat: str) -> str:
    is_plural = len(flat) >= PLURAL_FROM and flat[-1] in "sx" and not flat.endswith("ss")
    return flat[:-1] if is_plural else flat
