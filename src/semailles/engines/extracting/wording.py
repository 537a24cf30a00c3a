"""Signs that the model learnt: words, their order, marks, what stands above. Each is a code and the words that gave it."""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import pairwise

from semailles.engines.blocks import BlockKind
from semailles.engines.extracting.flat import Token, tokens
from semailles.engines.extracting.units import Unit
from semailles.engines.words import ENGLISH_STOP, FRENCH_STOP, fold, stem

Sign = tuple[str, str]

MOST_WORDS = 40  # of a passage; the end of a long sentence tells little more
SHORTEST = 3  # letters of a word that says something by itself
LONGEST_HEADING = 12
MARKS = (
    ("arrow", re.compile(r"->|=>|→|➔")),
    ("sum", re.compile(r"\s\+\s|\w \+")),
    ("equals", re.compile(r"\s=\s")),
    ("digit", re.compile(r"\d")),
    ("year", re.compile(r"\b(?:19|20)\d\d\b")),
    ("bracket", re.compile(r"\(")),
    ("colon", re.compile(r"\w ?: ")),
    ("comma", re.compile(r",")),
    ("quote", re.compile('[«“"]')),
    ("stop", re.compile(r"\.$")),
    ("doubt", re.compile(r"\?\?|\(\?\)|\?\)")),
    ("cry", re.compile("!!|!$")),
    ("asks", re.compile(r"\?$")),
)
SMALL = frozenset(fold(word) for word in FRENCH_STOP | ENGLISH_STOP)
SHAPES = ("size:", "some@", "the@", "no-verb", "infinitive", "present", "past", "conditional", "nominal", "project", "reuse", "shared")


def wording_signs(unit: Unit, found: Collection[str]) -> dict[str, str]:
    """`found`: the codes of the rules' signs for this passage."""
    return dict(_signs(unit, found))


def tells(code: str) -> bool:
    """Whether a person understands the sign: a whole word does, small words and marks do not. All signs of the rules do."""
    kind, _, word = code.partition(":")
    if kind in {"first", "pair", "under", "over", "mark"} or "&" in code:
        return False
    return kind != "word" or (len(word) > SHORTEST and word not in SMALL)


def _signs(unit: Unit, found: Collection[str]) -> Iterator[Sign]:
    words = unit.words[:MOST_WORDS]
    if not words:
        return
    yield f"first:{words[0].flat}", _written(unit, words[0])
    for word in words:
        if len(word.flat) >= SHORTEST:
            yield f"word:{_stem(word.flat)}", _written(unit, word)
    for one, two in pairwise(words):
        yield f"pair:{one.flat} {two.flat}", unit.core[one.start : two.end]
    for above, text in (("under", unit.heading), ("under", unit.lead), ("over", unit.header)):
        for root in _above(text):
            yield f"{above}:word:{root}", text
    yield from _marks(unit, found)


def _marks(unit: Unit, found: Collection[str]) -> Iterator[Sign]:
    place = "cell" if unit.kind is BlockKind.ROW else unit.kind.value
    raw = any(code.startswith("raw@") for code in found)
    for name, expression in MARKS:
        if expression.search(unit.core):
            yield f"mark:{name}", ""
            yield f"mark:{name}&{place}", ""
    for code in found:
        if code.startswith(SHAPES):
            bare = code.partition("@")[0]
            yield f"{bare}&{place}", ""
            if raw:
                yield f"{bare}&raw", ""


def _written(unit: Unit, word: Token) -> str:
    return unit.core[word.start : word.end]


@lru_cache(maxsize=1024)
def _above(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_stem(word.flat) for word in tokens(text)[:LONGEST_HEADING] if len(word.flat) >= SHORTEST))


@lru_cache(maxsize=1 << 15)
def _stem(flat: str) -> str:
    return stem(flat.rstrip("'"), "fr")
