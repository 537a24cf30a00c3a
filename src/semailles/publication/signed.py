"""Who signs an idea on another platform, found again in their own words: in any case, accents or order, and alone."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from semailles.engines.extracting.people import AMBIGUOUS, first_names
from semailles.engines.words import FRENCH_STOP, fold

WORD = re.compile(r"[^\W\d_]+")
BESIDE = re.compile(r"[\s.,'’_-]{0,2}")  # what may stand between two words of one name
SHORTEST_NAME = 3
PARTICLES = frozenset({"von", "van", "der", "den", "del", "dos", "ben", *map(fold, FRENCH_STOP)})


@dataclass(frozen=True, slots=True)
class Signature:
    """`words`: all those of the name, folded; `strong`: those that name somebody, and of which one alone may do when it is the only one."""

    words: frozenset[str]
    strong: frozenset[str]


def signatures(authors: Iterable[str]) -> Iterator[Signature]:
    """Of each of those who signed together; a name of two letters is none."""
    for author in (one for several in authors for one in several.split(",")):
        words = frozenset(map(fold, WORD.findall(author)))
        strong = frozenset(word for word in words if len(word) >= SHORTEST_NAME and word not in PARTICLES)
        if strong or len(words) > 1:
            yield Signature(words, strong or words)


def without_authors(text: str, signed: Iterable[Signature], mask: str, *, ordinary: Collection[str]) -> str:
    """`ordinary`: folded words that name places and organisations, which are no one's name when they stand alone."""
    for one in signed:
        for start, end in reversed(list(_said(text, one, ordinary))):
            text = f"{text[:start]}{mask}{text[end:]}"
    return text


def names_said(text: str, signed: Iterable[Signature], *, ordinary: Collection[str]) -> Iterator[str]:
    """What `without_authors` takes out of a text, as it is written there."""
    return (text[start:end] for one in signed for start, end in _said(text, one, ordinary))


def _said(text: str, signed: Signature, ordinary: Collection[str]) -> Iterator[tuple[int, int]]:
    for run in _runs(text, signed.words):
        strong = [word for word in run if fold(word.group()) in signed.strong]
        if strong and _names(strong, signed, ordinary):
            yield strong[0].start(), strong[-1].end()


def _runs(text: str, words: Collection[str]) -> Iterator[Sequence["re.Match[str]"]]:
    """Words of the name that follow each other, in any order."""
    run: list[re.Match[str]] = []
    for word in WORD.finditer(text):
        if run and not (fold(word.group()) in words and BESIDE.fullmatch(text[run[-1].end() : word.start()])):
            yield run
            run = []
        if fold(word.group()) in words:
            run.append(word)
    if run:
        yield run


def _names(strong: Sequence["re.Match[str]"], signed: Signature, ordinary: Collection[str]) -> bool:
    """Two words of the name, the only one it has, or one that is written as names are or that is nothing but a first name."""
    if len({fold(word.group()) for word in strong}) > 1 or len(signed.strong) == 1:
        return True
    word = strong[0].group()
    flat = fold(word)
    if len(word) < SHORTEST_NAME or flat in ordinary:
        return False
    return word[:1].isupper() or (flat in first_names() and flat not in AMBIGUOUS)
