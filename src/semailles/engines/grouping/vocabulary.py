"""Stems, and what general knowledge says of them: concepts, fields, words that say little."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType

from semailles.engines.words import FOLDED_STOP, PLURAL_FROM, WORDS_KEPT, fold, stem, words

HINT = 0.4
SURE = 0.85
LONGEST_TERM = 4
SHORT_STEM = 4
TEXTS_KEPT = 1 << 12
WORD_MIN = 3
BEFORE_A_BUS = frozenset({"un", "le", "du", "ce", "petit", "en", "par", "au"})
# Stems that say two things: « marche » and « marché », « station » and « stationnement », « conseil » and « conseiller ».
TWO_MEANINGS = frozenset(
    {"march", "station", "conseil", "cours", "comptoir", "parti", "general", "servic", "class", "compt", "mobil", "petit", "pilot", "redev"}
    | {"reserv", "retrait", "taill", "tranquill", "vacanc", "habit", "manifest", "conserv"}
)
SHELF = "semailles.engines.grouping.lexicon"
LINKING = frozenset(fold("de du des d la le les l un une et a au aux the of and an").split())
WEAK = "weak.txt"


@dataclass(frozen=True, slots=True, order=True)
class Token:
    """A word as written and its stem (folded, so that accents forgotten on a flipchart cost nothing)."""

    written: str
    stem: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`terms`: stems of an expression → (concept, how surely); `fields`: concept → its broad subject; `longest`: first stem → that many in its longest."""

    terms: dict[tuple[str, ...], tuple[tuple[str, float], ...]]
    fields: dict[str, str]
    longest: dict[str, int]


@dataclass(frozen=True, slots=True, order=True)
class Unit:
    """A word where it stands: its stem (empty for a stop word that only lives in an expression) and the concepts it takes part in."""

    stem: str
    concepts: tuple[tuple[str, float], ...]


@lru_cache(maxsize=WORDS_KEPT)
def key(word: str, lang: str) -> str:
    """What the lexicon knows a word by: its stem, or the singular as written when the stem is too short to be sure (« port », « porte »)."""
    root = stem(word, lang)
    if len(root) > SHORT_STEM and root not in TWO_MEANINGS:
        return root
    lower = word.lower()
    return lower[:-1] + "·" if lower[-1] in "sx" and len(lower) >= PLURAL_FROM else lower + "·"


@lru_cache(maxsize=TEXTS_KEPT)
def tokens(text: str, lang: str) -> tuple[Token, ...]:
    """Words that carry meaning, in order. « car » is a bus when a determiner stands before it."""
    found = spelt(text)
    return tuple(_token(word, lang) for before, word in zip(("", *found), found, strict=False) if carries(word, before))


@lru_cache(maxsize=WORDS_KEPT)
def _token(word: str, lang: str) -> Token:
    return Token(word, stem(word, lang))


@lru_cache(maxsize=WORDS_KEPT)
def carries(word: str, before: str) -> bool:
    folded = fold(word)
    if folded == "car":
        return fold(before) in BEFORE_A_BUS
    return len(folded) >= WORD_MIN and folded not in FOLDED_STOP


@lru_cache(maxsize=WORDS_KEPT)
def is_linking(word: str) -> bool:
    return fold(word) in LINKING


@cache
def weak_stems(lang: str) -> frozenset[str]:
    return frozenset(stem(word, lang) for line in _lines(lang, WEAK) for word in words(line))


@cache
def weak_keys(lang: str) -> frozenset[str]:
    return frozenset(key(word, lang) for line in _lines(lang, WEAK) for word in words(line))


@cache
def lexicon(lang: str) -> Lexicon:
    terms: dict[tuple[str, ...], dict[str, float]] = {}
    fields: dict[str, str] = {}
    for field, concept, term, weight in lexicon_entries(lang):
        fields[concept] = field or fields.get(concept, "")
        keys = tuple(phrase_keys(term, lang))
        certain = HINT if len(keys) == 1 and keys[0] in weak_keys(lang) else weight
        if keys:
            known = terms.setdefault(keys, {})
            known[concept] = max(certain, known.get(concept, 0.0))
    longest: dict[str, int] = {}
    for keys in terms:
        longest[keys[0]] = max(len(keys), longest.get(keys[0], 0))
    return Lexicon({keys: tuple(sorted(known.items())) for keys, known in terms.items()}, fields, longest)


def phrase_keys(text: str, lang: str) -> list[str]:
    """Keys of all words but articles and « de »: expressions keep their stop words (« à plusieurs », « sans permis »)."""
    return [key(word, lang) for word in spelt(text) if not is_linking(word)]


@lru_cache(maxsize=TEXTS_KEPT)
def concepts(text: str, lang: str) -> Mapping[str, float]:
    """How surely a text speaks of each concept: several hints confirm each other (noisy or)."""
    known = lexicon(lang)
    doubt: dict[str, float] = {}
    for expression in dict.fromkeys(expression for _, _, expression in _expressions(text, lang)):
        for concept, weight in known.terms[expression]:
            doubt[concept] = doubt.get(concept, 1.0) * (1.0 - weight)
    return MappingProxyType({concept: 1.0 - left for concept, left in doubt.items()})


def units(text: str, lang: str) -> list[Unit]:
    """The words of a text, each with the concepts of the expressions it stands in."""
    known = lexicon(lang)
    found = [word for word in spelt(text) if not is_linking(word)]
    part_of: list[dict[str, float]] = [{} for _ in found]
    for start, end, expression in _expressions(text, lang):
        for concept, weight in known.terms[expression]:
            for place in range(start, end):
                part_of[place][concept] = max(weight, part_of[place].get(concept, 0.0))
    befores = ["", *found]
    stems = [stem(word, lang) if carries(word, before) else "" for before, word in zip(befores, found, strict=False)]
    return [Unit(root, tuple(sorted(said.items()) if said else ())) for root, said in zip(stems, part_of, strict=True) if root or said]


@lru_cache(maxsize=TEXTS_KEPT)
def _expressions(text: str, lang: str) -> tuple[tuple[int, int, tuple[str, ...]], ...]:
    """Where a known expression stands among the words of a text, and which; shortest first."""
    keys, known = phrase_keys(text, lang), lexicon(lang)
    starts = [(start, known.longest[first]) for start, first in enumerate(keys) if first in known.longest]
    spans = (
        (start, start + size, tuple(keys[start : start + size]))
        for size in range(1, LONGEST_TERM + 1)
        for start, most in starts
        if size <= most and start + size <= len(keys)
    )
    return tuple(span for span in spans if span[2] in known.terms)


@lru_cache(maxsize=TEXTS_KEPT)
def spelt(text: str) -> tuple[str, ...]:
    return tuple(words(text.replace("œ", "oe").replace("Œ", "Oe")))


def lexicon_entries(lang: str) -> Iterator[tuple[str, str, str, float]]:
    shelves = sorted(entry.name for entry in (files(SHELF) / _shelf(lang)).iterdir() if entry.name.endswith(".txt"))
    for shelf in shelves:
        if shelf == WEAK:
            continue
        field = ""
        for line in _lines(lang, shelf):
            if line.startswith("=="):
                field = line.strip("= ")
                continue
            concept, _, listed = line.partition(":")
            for term in (concept, *listed.split(",")):
                bare = term.strip()
                yield field, concept.strip(), bare.rstrip("?").strip(), HINT if bare.endswith("?") else SURE


def _lines(lang: str, shelf: str) -> list[str]:
    text = (files(SHELF) / _shelf(lang) / shelf).read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]


def _shelf(lang: str) -> str:
    return "en" if lang == "en" else "fr"
