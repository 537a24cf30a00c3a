"""Groups of capitals that are words written loud, and acronyms written small."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from semailles.engines.extracting.conjugation import finite_forms
from semailles.engines.extracting.flat import Token, flattened, lowered
from semailles.engines.extracting.lexicon import entries, word_set

LONG = 5  # letters from which a group of capitals is first taken for a word
LONGEST = 8
BEFORE = re.compile(r"(?:\b(?:la|le|les|du|de|des|par|avec|au|aux|chez|et|notre|the|by|with)|[ld]['’]|[(|,/:+&]) ?$", re.IGNORECASE)
LOUD_BEFORE = re.compile(r"(?<![\w&.])([A-ZÀ-Ý][A-ZÀ-Ý'’]*) $")
LOUD_AFTER = re.compile(r" ([A-ZÀ-Ý][A-ZÀ-Ý'’]*)(?![\w&.])")
AMBIGUOUS = word_set("organisations", "no_small_acronym")
SHORTEST_SMALL = 3

Span = tuple[int, int]


def is_a_shout(text: str, start: int, end: int) -> bool:
    """« QUI PAIE ? », « PAPERBOARD 2 », « IDÉES »: a word in capitals, unless it is the acronym of a known body or is led in as a name is."""
    name = text[start:end]
    if name in known_acronyms():
        return False
    if len(name) > LONGEST and name.isalpha():
        return True
    if not name.isascii() or lowered(name) in finite_forms() or flattened(name) in entries("verbs"):
        return True
    if _is_among_shouts(text, start, end):
        return True
    return len(name) >= LONG and name.isalpha() and not BEFORE.search(text[:start]) and not text[end:].lstrip().startswith("(")


@cache
def known_acronyms() -> frozenset[str]:
    return frozenset(word.upper() for word in entries("acronyms"))


def _is_among_shouts(text: str, start: int, end: int) -> bool:
    """Another word in capitals stands beside it, which is no acronym."""
    sides = (LOUD_BEFORE.search(text, max(0, start - 30), start), LOUD_AFTER.match(text, end))
    words = [side.group(1) for side in sides if side]
    return any(_is_word(word) for word in words)


def _is_word(loud: str) -> bool:
    flat = flattened(loud)
    return (
        len(flat) > 1
        and loud not in known_acronyms()
        and (len(flat) > LONG or not loud.isascii() or flat in word_set("organisations", "loud"))
    )


def small_acronyms(words: Sequence[Token]) -> Iterator[Span]:
    """« la safer », « l'ademe »: notes taken fast."""
    for before, word in pairwise(words):
        if (
            not word.capital
            and len(word.flat) >= SHORTEST_SMALL
            and word.flat in entries("acronyms")
            and word.flat not in AMBIGUOUS
            and before.flat in {"la", "le", "l'", "du", "au", "d'", "avec", "par"}
        ):
            yield word.start, word.end
