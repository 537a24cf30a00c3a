"""Communities told by the end of their name: « les éclusiers », « aux footballeurs »."""

from collections.abc import Iterator, Sequence

from semailles.engines.extracting.conjugation import is_finite, is_infinitive
from semailles.engines.extracting.duties import ARTICLES, NOT_SERVED
from semailles.engines.extracting.flat import Token
from semailles.engines.extracting.lexicon import entries, word_set
from semailles.engines.extracting.organisations import Span, extended

ENDS = ("eurs", "euses", "trices", "iers", "ieres", "istes", "iciens", "iciennes", "ologues")
BEFORE = word_set("communities", "before")
SHORTEST = 7  # letters
KIND_OF = word_set("communities", "kind_of")
OF = frozenset({"de", "du", "des", "d'"})
EVERYWHERE = word_set("communities", "everywhere")  # « les habitants de la vallée » are the inhabitants


def find_communities(text: str, words: Sequence[Token]) -> Iterator[Span]:
    """Plural nouns of agents after a plural article, that are no things (« les moteurs », « les sentiers »)."""
    for at in range(1, len(words)):
        if words[at - 1].flat in BEFORE and _names_agents(words[at]) and not text[words[at - 1].end : words[at].start].strip():
            last = with_whose(text, words, with_kind(text, words, at + 1))
            yield words[at].start, words[last - 1].end


def with_kind(text: str, words: Sequence[Token], at: int) -> int:
    """Index after the adjective that says which of them: « pompiers | volontaires », « foyers | modestes »."""
    if at >= len(words) or text[words[at - 1].end : words[at].start] != " " or words[at].capital or is_finite(words, at):
        return at
    flat = words[at].flat
    plural = flat.endswith(("s", "x"))
    return at + 1 if plural and (flat in KIND_OF or flat in entries("serving")) else at


def with_whose(text: str, words: Sequence[Token], at: int) -> int:
    """Index after what sets a community apart: « les jeunes | de la mission locale », « les habitants | du lotissement »."""
    if at >= len(words) or words[at].flat not in OF or not _touches(text, words, at):
        return at
    content = at + 1
    while content < len(words) and words[content].flat in ARTICLES and _touches(text, words, content):
        content += 1
    if content >= len(words) or not _touches(text, words, content) or words[content].flat in EVERYWHERE | NOT_SERVED:
        return at
    if words[content].flat[0].isdigit() or is_finite(words, content) or is_infinitive(words[content]):
        return at
    named = extended(text, words, content, direct=False) if words[content].capital else content + 1
    return with_kind(text, words, max(named, content + 1))


def _touches(text: str, words: Sequence[Token], at: int) -> bool:
    return text[words[at - 1].end : words[at].start] in {"", " ", "\u00a0"}


def _names_agents(word: Token) -> bool:
    flat = word.flat
    return not word.capital and len(flat) >= SHORTEST and flat.endswith(ENDS) and flat not in entries("things") and "-" not in flat
