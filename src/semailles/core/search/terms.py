"""Texts and questions as words that can be compared: folded, with their stems. The same for every database."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from semailles.engines.words import FOLDED_STOP, WORDS_KEPT, fold, stem

UNLETTERED = re.compile(r"[\W_]+")
WORD = re.compile(r"(?:(?!_)[\w\u0300-\u036f])+")  # accents may stand apart from their letter
ACT = re.compile(r"(.{3,})ations?")  # « plantation », and « planter » whose act it is: Snowball leaves them apart
LANGUAGES = ("fr", "en")
LONGEST_QUESTION = 200  # signs: what lies beyond is not read
MOST_WORDS = 8
LONGEST_WORD = 60  # signs: the rest of an endless word is not looked at


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a text: where it stands, its folded form, the stems it may be found by."""

    start: int
    end: int
    surface: str
    stems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sought:
    """A word of a question. The last one may be the beginning of a word."""

    surface: str
    stems: tuple[str, ...]
    is_beginning: bool

    def finds(self, term: Term) -> bool:
        begins = self.is_beginning and term.surface.startswith(self.surface)
        return begins or self.surface == term.surface or not set(self.stems).isdisjoint(term.stems)


def terms(text: str, lang: str) -> Iterator[Term]:
    for found in WORD.finditer(text):
        surface, stems = _known(found.group(), lang)
        if surface:
            yield Term(found.start(), found.end(), surface, stems)


def words_and_stems(text: str, lang: str) -> tuple[list[str], list[str]]:
    """The same without their places, to be indexed; a stem that is the word itself is not said twice."""
    known = [_known(word, lang) for word in WORD.findall(text)]
    return [surface for surface, _ in known if surface], [root for surface, stems in known for root in stems if root != surface]


def sought(question: str) -> tuple[Sought, ...]:
    """The words that say something; when none does, all of them. Signs, operators and pictures say nothing."""
    written = [word for word in WORD.findall(question[:LONGEST_QUESTION]) if _folded(word)]
    saying = [word for word in written if _folded(word) not in FOLDED_STOP] or written
    kept = list(dict.fromkeys(saying))[:MOST_WORDS]
    return tuple(Sought(_folded(word), _stems_in_any(word), word == kept[-1]) for word in kept)


@lru_cache(maxsize=WORDS_KEPT)
def _known(word: str, lang: str) -> tuple[str, tuple[str, ...]]:
    """A word folded, and its stems as written and without its accents: people type either."""
    bare = word[:LONGEST_WORD]
    flat = fold(bare)
    act = ACT.fullmatch(flat)
    roots = (UNLETTERED.sub("", stem(form, lang)) for form in (bare, flat, *([f"{act[1]}er"] if act else [])))
    return UNLETTERED.sub("", flat), tuple(dict.fromkeys(root for root in roots if root))


def _folded(word: str) -> str:
    return _known(word, LANGUAGES[0])[0]


def _stems_in_any(word: str) -> tuple[str, ...]:
    """Nobody says in which language they ask."""
    return tuple(dict.fromkeys(root for lang in LANGUAGES for root in _known(word, lang)[1]))
