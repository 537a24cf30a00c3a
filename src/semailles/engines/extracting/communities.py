"""Communities told by the end of their name: « les éclusiers », « aux footballeurs »."""

from collections.abc import Iterator, Sequence

from semailles.engines.extracting.conjugation import is_finite
from semailles.engines.extracting.flat import Token
from semailles.engines.extracting.lexicon import entries, word_set
from semailles.engines.extracting.organisations import Span

ENDS = ("eurs", "euses", "trices", "iers", "ieres", "istes", "iciens", "iciennes", "ologues")
BEFORE = word_set("communities", "before")
SHORTEST = 7  # letters
KIND_OF = word_set("communities", "kind_of")


def find_communities(text: str, words: Sequence[Token]) -> Iterator[Span]:
    """Plural nouns of agents after a plural article, that are no things (« les moteurs », « les sentiers »)."""
    for at in range(1, len(words)):
        if words[at - 1].flat in BEFORE and _names_agents(words[at]) and not text[words[at - 1].end : words[at].start].strip():
            last = with_kind(text, words, at + 1)
            yield words[at].start, words[last - 1].end


def with_kind(text: str, words: Sequence[Token], at: int) -> int:
    """Index after the adjective that says which of them: « pompiers | volontaires », « foyers | modestes »."""
    if at >= len(words) or text[words[at - 1].end : words[at].start] != " " or words[at].capital or is_finite(words, at):
        return at
    flat = words[at].flat
    plural = flat.endswith(("s", "x"))
    return at + 1 if plural and (flat in KIND_OF or flat in entries("serving")) else at


def _names_agents(word: Token) -> bool:
    flat = word.flat
    return not word.capital and len(flat) >= SHORTEST and flat.endswith(ENDS) and flat not in entries("things") and "-" not in flat
