"""Acronyms that the texts themselves spell out: « association pour le maintien d’une agriculture paysanne (AMAP) », « AMAP (association pour …) ».

The letters are matched from the right, as in Schwartz and Hearst (2003), « A simple algorithm for identifying abbreviation definitions »; and every
word of the expansion that carries meaning must give its initial, in order.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from semailles.engines.words import FOLDED_STOP, fold

LETTERS = range(2, 9)
_SIGNS = r"[A-ZÀ-ÖØ-Þ](?:\.?[A-Za-zÀ-ÿ]){1,8}\.?"
_AFTER = re.compile(rf"\(\s*({_SIGNS})\s*[,;)]")  # words, then the acronym in brackets
_BEFORE = re.compile(rf"(?<![\w.])({_SIGNS})\s*\(\s*([^()]{{6,160}}?)\s*\)")  # the acronym, then words in brackets
_WORD = re.compile(r"[^\W\d_]+")
_BREAK = re.compile(r"[.;:!?()\n]")


@dataclass(frozen=True, slots=True)
class Acronym:
    """`short` as it is written most often, without dots; `full`, its expansion as it is written most often; `texts`: the ranks of those that spell it out."""

    short: str
    full: str
    texts: tuple[int, ...]


def acronyms(texts: Iterable[str]) -> tuple[Acronym, ...]:
    """Each acronym once, in the order of the alphabet: with its commonest expansion when there are several."""
    written: dict[str, Counter[str]] = defaultdict(Counter)
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for rank, text in enumerate(texts):
        for short, full in dict.fromkeys(_spelled_out(text)):
            written[short][full] += 1
            places[short, fold(full)].append(rank)
    return tuple(_kept(short, fulls, places) for short, fulls in sorted(written.items()))


def _kept(short: str, fulls: Counter[str], places: dict[tuple[str, str], list[int]]) -> Acronym:
    full = min(fulls, key=lambda one: (-len(places[short, fold(one)]), -fulls[one], one))
    return Acronym(short, full, tuple(places[short, fold(full)]))


def _spelled_out(text: str) -> Iterator[tuple[str, str]]:
    for found in _AFTER.finditer(text):
        before = _BREAK.split(text[: found.start()])[-1]
        yield from _matched(found[1], before, is_whole=False)
    for found in _BEFORE.finditer(text):
        yield from _matched(found[1], found[2], is_whole=True)


def _matched(written: str, words: str, *, is_whole: bool) -> Iterator[tuple[str, str]]:
    """`is_whole`: the expansion is all of these words; otherwise, their end, as far as it gives the most letters by initials."""
    short = written.replace(".", "").removesuffix("s")
    if len(short) not in LETTERS or 2 * sum(sign.isupper() for sign in short) <= len(short):
        return
    tokens = list(_WORD.finditer(words))
    first = 0 if is_whole else max(0, len(tokens) - 2 * len(short) - 2)
    starts = [0] if is_whole else range(len(tokens) - 1, first - 1, -1)
    spelling = [start for start in starts if tokens[start:] and _spells(short, [token[0] for token in tokens[start:]])]
    if spelling:
        best = max(spelling, key=lambda start: len(_telling(token[0] for token in tokens[start:])))
        yield short, " ".join(words[tokens[best].start() :].split())


def _spells(short: str, words: list[str]) -> bool:
    """Two words at least, the first gives the first letter, each one that carries meaning gives its initial, and no letter is left over."""
    sounds, letters = [fold(word) for word in words], fold(short)
    telling = _telling(words)
    return (
        len(telling) > 1
        and len(telling) <= len(letters)
        and sounds[0][0] == letters[0]
        and sounds[0] not in FOLDED_STOP
        and _in_order([word[0] for word in telling], letters)
        and _in_order(letters, "".join(sounds))
    )


def _telling(words: Iterable[str]) -> list[str]:
    return [sound for sound in map(fold, words) if sound not in FOLDED_STOP]


def _in_order(wanted: Iterable[str], among: str) -> bool:
    left = iter(among)
    return all(sign in left for sign in wanted)
