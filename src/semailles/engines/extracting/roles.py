"""Roles and communities in a passage: « les agriculteurs », « le maire de Mialou »."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from semailles.engines.extracting.communities import find_communities, with_kind, with_whose
from semailles.engines.extracting.conjugation import is_finite
from semailles.engines.extracting.flat import Token, tokens
from semailles.engines.extracting.lexicon import lines, word_set
from semailles.engines.extracting.organisations import Span, extended
from semailles.engines.extracting.phrasebook import Match, Phrasebook

ADJECTIVES = word_set("roles", "adjectives")
DETERMINERS = word_set("roles", "determiners")
NO_NOUN = word_set("roles", "no_noun")
OF = frozenset(["de", "d'", "du", "des"])
DUTY = r"(?: (?:(?:chargée?|en charge) (?:de la |de l['’]|du |des |de |d['’])|à la |à l['’]|aux? )[\w-]+)"
ELECTED = re.compile(
    rf"\b(?:vice-pr[ée]sidente?|adjointe? au maire|conseill(?:er|ère) d[ée]l[ée]gu[ée]e?){DUTY}?|\badjointe?{DUTY}"
    r"|\b(?:deputy )?mayor of [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*|\bcouncillors?\b"
)
ONE = frozenset({"le", "la", "l'", "un", "une", "du", "au", "notre", "votre", "mon", "ma", "ce", "cet", "cette"})
COLLECTIVE = frozenset(
    {"communes", "collectivités", "entreprises", "coopératives", "associations", "écoles", "mairies", "agences", "banques"}
)
STATE = frozenset({"prefet", "prefete", "sous-prefet", "sous-prefete"})


@cache
def _roles() -> Phrasebook[str]:
    """Role → its line; a star at the head marks the words that name a mere public unless they act."""
    return Phrasebook((line.lstrip("*"), line) for line in lines("roles"))


@cache
def _alone() -> Phrasebook[str]:
    """One of a trade: « le boulanger », « une infirmière ». Of a public, nobody alone is an actor."""
    plural = [line for line in lines("roles") if not line.startswith("*") and " " not in line]
    singular = {line: one for line in plural if (one := _one_of(line))}
    return Phrasebook((one, one) for one in sorted({*singular.values(), *lines("trades")}))


def _one_of(plural: str) -> str:
    return plural[:-1] if plural.endswith("s") and not plural.endswith(("ss", "us")) and plural not in COLLECTIVE else ""


@cache
def _functions() -> Phrasebook[str]:
    return Phrasebook((line, line) for line in lines("functions"))


def find_roles(text: str, words: Sequence[Token], *, naming: bool) -> Iterator[Span]:
    """`naming`: the passage lists actors (a column « Qui », people present), where every community counts."""
    for match in _roles().find(words):
        last = with_whose(text, words, with_kind(text, words, match.last))
        if _is_named(text, words, match) and (naming or match.value[0] != "*" or last > match.last or _acts(words, match)):
            yield words[match.first].start, words[last - 1].end
    yield from find_communities(text, words)
    for match in _alone().find(words):
        if match.first and words[match.first - 1].flat in ONE and _is_named(text, words, match):
            yield words[match.first].start, words[match.last - 1].end
    yield from (found.span() for found in ELECTED.finditer(text))
    for found in _functions().find(words):
        last = extended(text, words, found.last, direct=False)
        if any(word.capital for word in words[found.last : last]) and words[found.last].flat in OF:
            yield words[found.first].start, words[last - 1].end
        elif words[found.first].flat in STATE and found.first and words[found.first - 1].flat in {"le", "la"}:
            yield words[found.first].start, words[found.last - 1].end


def _is_named(text: str, words: Sequence[Token], match: Match[str]) -> bool:
    """No title word in capitals, no adjective, accents as they should be (« retraités » is a role, « retraites » is not)."""
    first = words[match.first]
    if first.capital and match.first and not _after_stop(text, words, match.first):
        return False
    written = " ".join(word.low for word in words[match.first : match.last])
    if written != " ".join(word.low for word in tokens(match.value.lstrip("*"))) and not first.capital:
        return False
    return first.flat not in ADJECTIVES or _is_noun(words, match.first, match.last)


def _acts(words: Sequence[Token], match: Match[str]) -> bool:
    """« les familles demandent », « avec les familles », « aux familles »: a public that somebody speaks of as one."""
    if match.last < len(words) and is_finite(words, match.last):
        return True
    before = [word.flat for word in words[max(0, match.first - 2) : match.first]]
    return "avec" in before or "par" in before or before[-1:] == ["les"] or before[-1:] == ["aux"] or before[-1:] == ["nos"]


def _is_noun(words: Sequence[Token], first: int, last: int) -> bool:
    """« les anciens » is a community, « les anciens jardins » is not."""
    if first == 0 or words[first - 1].flat not in DETERMINERS:
        return False
    return last >= len(words) or words[last].flat in NO_NOUN or not words[last].flat.endswith(("s", "x"))


def _after_stop(text: str, words: Sequence[Token], at: int) -> bool:
    return text[words[at - 1].end : words[at].start].strip()[-1:] in {".", ":", "!", "?", "…", "»", "|", "–", "-", "/"}
