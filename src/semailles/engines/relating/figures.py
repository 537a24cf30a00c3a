"""Numbers in ideas, with their unit and the words around them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from semailles.engines.relating.places import standings
from semailles.engines.relating.shelves import CHAINS, lines
from semailles.engines.relating.spelling import TEXTS_KEPT, row
from semailles.engines.relating.ties import Said, Stretch
from semailles.engines.relating.turning import tells
from semailles.engines.relating.weighing import Weights
from semailles.engines.words import SHORTEST, fold, stem

NUMBER = re.compile(r"(?<![\w,.])(\d{1,3}(?:[ \u00a0\u202f.]\d{3})+|\d+(?:[,.]\d+)?)\s*(M€|k€|€|%|[^\W\d_]+[²³]?)?")
SPELT = re.compile(r"\b([^\W\d_]+)\s+([^\W\d_]+)", re.UNICODE)
AROUND = 60  # signs on each side of a number where its thing is named
YEARS = range(1900, 2101)
FEWEST_SHARED = 2
RARE_ENOUGH = 6.0
TIMES = {"m€": 1_000_000.0, "k€": 1_000.0}


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, the unit it counts (`axis`), the stems of the words around it."""

    said: Said
    value: float
    axis: str
    things: frozenset[str]
    stretch: Stretch


def figures(said: Said) -> Iterator[Figure]:
    for start, end, value, unit in _numbers(said):
        left, right = max(0, start - AROUND), end + AROUND
        near = [word for word in row(said.text) if left <= word.start and word.end <= right and tells(word, said.lang)]
        things = frozenset(stem(said.text[word.start : word.end], said.lang) for word in near)
        yield Figure(said, value, unit, things, Stretch(start, end, said.text[start:end]))


def same_thing(first: Figure, second: Figure, weights: Weights) -> frozenset[str]:
    """Words that two figures of two ideas share around them, when they are enough to be one thing and the numbers differ.

    One word is enough when both ideas stand in one family, or at one step of a chain: « 60 % dans les cantines », « 30 % dans les cantines ».
    """
    if first.said.id == second.said.id or first.value == second.value:
        return frozenset()
    things = frozenset(first.things & second.things & weights.worths.keys())
    is_near = len(things) >= FEWEST_SHARED and weights.worth(things) >= RARE_ENOUGH
    return things if is_near or (things and _says_the_same(first.said, second.said)) else frozenset()


def _says_the_same(first: Said, second: Said) -> bool:
    return first.family == second.family != "" or bool(_steps(first) & _steps(second))


@lru_cache(maxsize=TEXTS_KEPT)
def _steps(said: Said) -> frozenset[tuple[str, str]]:
    return frozenset((key, standing.step) for key, standing in standings(said, CHAINS))


def _numbers(said: Said) -> Iterator[tuple[int, int, float, str]]:
    for found in NUMBER.finditer(said.text):
        value, written = _value(found.group(1)), found.group(2) or ""
        if not written or (value in YEARS and value.is_integer()):
            continue
        unit = fold(written)
        yield found.start(), found.end(), value * TIMES.get(unit, 1.0), _unit(written, said.lang)
    for found in SPELT.finditer(said.text):
        spelt = _spelt_numbers(said.lang).get(fold(found.group(1)))
        if spelt is not None and fold(found.group(2)) not in _spelt_numbers(said.lang):
            yield found.start(), found.end(), spelt, _unit(found.group(2), said.lang)


def _unit(written: str, lang: str) -> str:
    flat = fold(written)
    if flat in {"m€", "k€", "€", "euro", "euros", "eur"}:
        return "€"
    return flat if len(flat) < SHORTEST else stem(written, lang)


def _value(written: str) -> float:
    bare = re.sub(r"[ \u00a0\u202f]", "", written)
    return float(re.sub(r"\.(?=\d{3}\b)", "", bare).replace(",", "."))


@cache
def _spelt_numbers(lang: str) -> dict[str, float]:
    pairs = (line.split() for line in lines("numbers", lang))
    return {fold(word): float(value) for word, value in pairs}
