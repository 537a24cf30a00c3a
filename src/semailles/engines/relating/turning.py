"""What an idea wants of a thing: its side on an axis, turned round by a negation, and the words of the thing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from semailles.engines.relating.shelves import chain_shelf, lines
from semailles.engines.relating.spelling import Shelf, Word, expression, row
from semailles.engines.relating.ties import Said, Stretch
from semailles.engines.words import FOLDED_STOP, SHORTEST, fold, stem, words

OPPOSITES = "opposites"
SIDES = {"plus": 1, "minus": -1}
BEFORE, AFTER = 4, 7  # words around a wish where its thing is named
TURNED_WITHIN = 3  # words between a negation and the wish
NEGATES_AFTER = frozenset({"pas", "not", "jamai", "never"})


@dataclass(frozen=True, slots=True)
class Stance:
    """One wish of an idea. `things`: stems of the words around it; `stretch`: the words it is said with."""

    said: Said
    axis: str
    side: int
    things: frozenset[str]
    stretch: Stretch


def stances(said: Said) -> Iterator[Stance]:
    """Every wish, once an axis, side and place."""
    shelf, spelt = chain_shelf(said.lang, OPPOSITES), row(said.text)
    for found in shelf.shelf.found(spelt):
        sign = shelf.signs[found.rank]
        around = _around(spelt, found.first, found.last)
        side = SIDES[sign.step] * (-1 if is_turned(spelt, found.first, said.lang) else 1)
        things = frozenset(_thing(said, word) for word in around if tells(word, said.lang))
        yield Stance(said, sign.chain, side, things, _stretch(said.text, spelt, found.first, around))


def is_turned(spelt: Sequence[Word], place: int, lang: str) -> bool:
    """Whether a negation stands just before this word, in the same sentence; « ne … pas » is one negation."""
    near = [word for word in spelt[max(0, place - TURNED_WITHIN) : place] if word.sentence == spelt[place].sentence]
    return any(True for _ in _turns(lang).found(near)) or any(
        word.flat in NEGATES_AFTER for word in spelt[place + 1 : place + 2] if word.sentence == spelt[place].sentence
    )


def tells(word: Word, lang: str) -> bool:
    return len(word.flat) >= SHORTEST and word.flat not in FOLDED_STOP and not is_weak(word.flat, lang)


def is_weak(flat: str, lang: str) -> bool:
    """Too broad to be what two ideas share."""
    return flat in _weak_words(lang) or flat.rstrip("sx") in _weak_words(lang)


@cache
def _weak_words(lang: str) -> frozenset[str]:
    """Words too broad to be a thing, folded and singular."""
    return frozenset(spelt.flat for line in lines("weak", lang) for word in words(line) for spelt in row(word))


@cache
def _turns(lang: str) -> Shelf:
    return Shelf(expression(sign) for line in lines("turns", lang) for sign in line.split(",") if sign.strip())


def _around(spelt: Sequence[Word], first: int, last: int) -> list[Word]:
    near = [*spelt[max(0, first - BEFORE) : first], *spelt[last + 1 : last + 1 + AFTER]]
    return [word for word in near if word.sentence == spelt[first].sentence]


def _thing(said: Said, word: Word) -> str:
    return stem(said.text[word.start : word.end], said.lang) or fold(word.flat)


def _stretch(text: str, spelt: Sequence[Word], place: int, around: Sequence[Word]) -> Stretch:
    ends = [spelt[place], *around]
    start, end = min(word.start for word in ends), max(word.end for word in ends)
    return Stretch(start, end, text[start:end])
