"""Names of persons in a passage."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from semailles.engines.extracting.flat import Token
from semailles.engines.extracting.lexicon import entries, lines, word_set

TITLES = word_set("people", "titles")
PARTICLES = word_set("people", "particles")
AMBIGUOUS = word_set("people", "ambiguous")
BEFORE_PLACE = word_set("people", "before_place")
COMMON = word_set("people", "common")
INITIALS = re.compile(r"(?<![\w.])[A-Z]\.(?:[- ]?[A-Z]\.){0,3} ?(?![A-Z]['’][a-zà-ÿ])[A-ZÉÈ][\w'’]*[a-zà-ÿ][\w'’-]*")
LISTED = re.compile(
    r"^(?:de|a|cc|redaction|redige par|animation|anime par|releve par|recueilli par|notes? (?:de|prises? par)|secretaire|rapporteure?s?|presentation|presents?|presentes?|excuses?e?s?|absents?|contact|auteure?s?|photos?|par) ?:?\b"
)

POSTSCRIPT = re.compile(r"P\.[- ]?S\.")
WORDS_OF_A_NAME = 4

Span = tuple[int, int]


@cache
def first_names() -> frozenset[str]:
    return entries("first_names") | frozenset(line.casefold() for line in lines("first_names") if " " not in line)


def find_people(text: str, words: Sequence[Token], *, listed: bool) -> Iterator[Span]:
    """`listed`: the passage stands in a list of people, where two capitalised words are a name even if unknown."""
    at = 0
    while at < len(words):
        last = _titled(text, words, at) or _named(text, words, at) or (_unknown(text, words, at) if listed else 0)
        if last:
            end = words[last - 1].end
            yield words[at].start, end + 1 if _is_initial(text, words, last - 1) else end
        at = last or at + 1
    for found in INITIALS.finditer(text):
        if found.group().split()[-1].casefold() not in COMMON and not POSTSCRIPT.match(found.group()):
            yield found.span()


def alone(text: str, words: Sequence[Token], known: frozenset[str]) -> Iterator[Span]:
    """First names alone, of persons named in full in the document or given (`known`, flattened)."""
    for at, word in enumerate(words):
        if not word.capital or not _stands_alone(text, words, at):
            continue
        if word.flat in known:
            yield word.start, word.end


def _stands_alone(text: str, words: Sequence[Token], at: int) -> bool:
    """No other capitalised word beside it, but for the first word of a sentence (« Puis Odette »)."""
    before, after = words[at - 1] if at else None, words[at + 1] if at + 1 < len(words) else None
    if before and before.flat in BEFORE_PLACE:
        return False
    if before and before.capital and _adjacent(text, before, words[at]) and before.flat not in COMMON:
        begins = at == 1 or text[words[at - 2].end : before.start].strip().endswith((".", "!", "?", ":", "»", "…"))
        if not begins or _is_first_name(before):
            return False
    return not (after and after.capital and _adjacent(text, words[at], after))


def _titled(text: str, words: Sequence[Token], at: int) -> int:
    """« Mme Arramond », « M. Jean Vincent »."""
    if words[at].flat not in TITLES or not words[at].capital or at + 1 >= len(words):
        return 0
    if not words[at + 1].capital or text[words[at].end : words[at + 1].start].replace(".", "").strip() or words[at + 1].flat in COMMON:
        return 0
    return _surname(text, words, at + 1)


def _named(text: str, words: Sequence[Token], at: int) -> int:
    """A known first name followed by a family name or an initial."""
    word = words[at]
    if not word.capital or at + 1 >= len(words) or not _is_first_name(word) or (at and words[at - 1].flat in BEFORE_PLACE):
        return 0
    following = words[at + 1]
    if not _adjacent(text, word, following):
        return 0
    if following.capital and following.flat not in COMMON:
        return _surname(text, words, at + 1)
    if (
        following.flat in PARTICLES
        and at + 2 < len(words)
        and words[at + 2].capital
        and word.flat not in AMBIGUOUS
        and following.flat not in {"des", "du", "la", "a"}
    ):
        return _surname(text, words, at + 1)
    return 0


def _unknown(text: str, words: Sequence[Token], at: int) -> int:
    """Two or three capitalised words at the head of a line of a list of people."""
    if at and not text[words[at - 1].end : words[at].start].strip().endswith((":", ";", "/")):
        return 0
    pair = words[at : at + 2]
    if len(pair) <= 1 or not all(map(_could_be_name, pair)) or not _adjacent(text, *pair):
        return 0
    return _surname(text, words, at + 1)


def _surname(text: str, words: Sequence[Token], at: int) -> int:
    """Index after the family name that begins at this word."""
    last = at + 1
    while last < len(words) and last - at < WORDS_OF_A_NAME and not text[words[last - 1].end : words[last].start].strip():
        if words[last].capital and words[last].flat not in COMMON:
            last += 1
        elif (
            words[last].flat in PARTICLES - {"de", "du", "des"}
            and last + 1 < len(words)
            and words[last + 1].capital
            and words[last - 1].flat in PARTICLES
        ):
            last += 2
        elif words[at].flat in PARTICLES and last == at + 1:
            last += 1
        else:
            break
    return last


def _could_be_name(word: Token) -> bool:
    return (
        word.capital
        and word.flat not in COMMON
        and len(word.flat) > 1
        and word.flat not in entries("body_heads")
        and word.flat not in entries("nominal_heads")
    )


def _is_first_name(word: Token) -> bool:
    return word.flat in first_names() or ("-" in word.flat and all(part in first_names() for part in word.flat.split("-")))


def _is_initial(text: str, words: Sequence[Token], at: int) -> bool:
    """« Odile F. »: the dot belongs to the name."""
    return words[at].end - words[at].start == 1 and text[words[at].end : words[at].end + 1] == "."


def _adjacent(text: str, first: Token, second: Token) -> bool:
    return text[first.end : second.start] in {" ", ""}
