"""Rewords the head of a title so that it reads alone: « Que les voisins passent… » → « Les voisins passent… », « Elle louerait… » → « Louer… ».

Each function gives None where the rewording is not sure.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from semailles.engines.extracting.conjugation import finite_forms, is_conditional, is_infinitive, main_finite
from semailles.engines.extracting.flat import Token, flattened, opening, tokens
from semailles.engines.extracting.lexicon import word_set
from semailles.engines.extracting.verbforms import infinitive_of, infinitive_of_conditional, present_of

BEGINNINGS = word_set("titles", "beginnings")
LEANING = frozenset({"il", "elle", "ils", "elles", "ca", "cela", "c'", "y", "celui-ci", "celle-ci"})
LEANING_HEAD = re.compile(r"^(?:(?:et|mais|moi|nous|lui|eux|elle|elles|il|ils|je|j'|on|puisque|comme|si|oui|enfin|voila),? ?)(?:\b|(?<='))")
NAMING = re.compile(
    r"\b(?:envies?|idees?|phrase|propositions?|point|besoins?|reves?|souhaits?|voeux?|suggestions?|demandes?|remarque|meme chose)\b"
)
SUBORDINATE = frozenset(
    {"pour", "avant", "afin", "sans", "bien", "pourvu", "condition", "sorte", "facon", "maniere", "ce", "tant", "parce", "puisque"}
)
CLITICS = frozenset({"se", "s'"})
CLITICS_BEFORE = frozenset({"y", "en", "se", "s'"})
JOINTS = frozenset({"et", "puis", "ou"})
LONGEST_HEAD, NAMING_HEAD, SHORTEST_REST = 90, 14, 15
AND_THAT = re.compile(r"\bet (?:que |qu['’])")
THE_ONE = re.compile(r"^l['’]on\b")
AND_ONE = re.compile(r"\bet (?:que |qu')?(?:l'on|on)\b")
IMPERSONAL = frozenset(["manquer", "suffire", "falloir", "rester", "convenir", "sembler", "exister", "importer"])
TELLS_ALREADY = re.compile(r"\b(?:imagin|rev|propos|demand|voul|souhait|exig|reclam)\w*")
SOME = re.compile(r"^(?:ses|ces|leurs) (?=[a-z])")
NUMBER = re.compile(r"^(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|vingt)\b")


def after_label(text: str) -> str | None:
    """What stands after the colon when the words before only announce it."""
    at = text.find(":", 0, LONGEST_HEAD)
    head, rest = text[:at].strip(), text[at + 1 :].strip()
    rest = rest[opening(rest) :]
    if at < 0 or len(rest) < SHORTEST_REST:
        return None
    first = tokens(rest)[:1]
    if not first:
        return None
    if first[0].flat in {"que", "qu'"}:
        return None if tokens(rest)[1].flat in LEANING else rest
    begins = is_infinitive(first[0]) or first[0].flat in BEGINNINGS - {"ne", "se", "s'", "y", "en"}
    words = tokens(head)
    if is_infinitive(first[0]) and main_finite(words) is not None and not is_infinitive(words[0]):
        return rest
    begins = begins or first[0].flat in {"nous", "on", "chaque"}
    leans = bool(LEANING_HEAD.match(flattened(head))) and not TELLS_ALREADY.search(flattened(head))
    announces = leans or (len(words) <= NAMING_HEAD and bool(NAMING.search(flattened(head))))
    return rest if begins and announces else None


def stated(text: str) -> str | None:
    """The words after « que »: « la salle devienne un café » → « La salle devient un café »."""
    text = AND_THAT.sub("et ", THE_ONE.sub("on", text))
    words = tokens(text)
    if not words or words[0].flat in LEANING or (words[0].flat == "ce" and words[1:2] and words[1].flat in {"qui", "que", "qu'", "dont"}):
        return None
    if words[0].flat == "on" and not is_conditional(words[min(1, len(words) - 1)]):
        return _ordered(text, words)
    return _in_present(text, words[: _main_clause(words)])


def supposed(text: str) -> str:
    """The words after « et si »: in the present when every verb is sure, as they are otherwise."""
    text = THE_ONE.sub("on", text)
    words = tokens(text)
    if words and words[0].flat == "on" and (ordered := _ordered(text, words)):
        return ordered
    main = words[: _main_clause(words)]
    if any(word.low.endswith(("ait", "aient")) and present_of(word.low) is None and not _is_noun(main, at) for at, word in enumerate(main)):
        return text
    return _in_present(text, main) or text


def done(text: str) -> str | None:
    """« Elle louerait une salle et prêterait un vélo » → « louer une salle et prêter un vélo »."""
    words = tokens(text)
    at = 1 if words and words[0].flat not in {"moi", "nous", "lui"} else 2
    at = at + 1 if at < len(words) and words[at].flat in CLITICS_BEFORE else at
    if len(words) <= at + 1 or (verb := infinitive_of_conditional(words[at].low)) is None or verb in IMPERSONAL:
        return None
    swaps = [(words[at], verb)]
    for before, word in zip(words[at:], words[at + 1 : _main_clause(words)], strict=False):
        again = infinitive_of_conditional(word.low)
        if again and (before.flat in JOINTS or "," in text[before.end : word.start]):
            swaps.append((word, again))
    first = words[at - 1].start if words[at - 1].flat in CLITICS_BEFORE else words[at].start
    return _swapped(text, swaps)[first:]


def indefinite(text: str) -> str:
    """« Ses élèves passeraient » → « Des élèves passeraient », « Ces quatre fermes » → « Quatre fermes »."""
    found = SOME.match(flattened(text))
    if not found:
        return text
    rest = text[found.end() :]
    return rest if NUMBER.match(flattened(rest)) else f"Des {rest}"


def _ordered(text: str, words: Sequence[Token]) -> str | None:
    """« on marque les vélos » → « marquer les vélos »."""
    at = 2 if len(words) > 1 and words[1].flat in CLITICS else 1
    verb = infinitive_of(words[at].low) if at < len(words) - 1 else None
    if (
        verb is None
        or AND_ONE.search(flattened(text))
        or any(word.flat in JOINTS and infinitive_of(after.low) for word, after in pairwise(words))
    ):
        return None
    return _swapped(text, [(words[at], verb)])[words[1].start :]


def _in_present(text: str, words: Sequence[Token]) -> str | None:
    swaps = [(word, present) for at, word in enumerate(words) if (present := present_of(word.low)) and not _is_noun(words, at)]
    if not swaps and not any(word.low in finite_forms() or word.low.endswith("ent") or is_conditional(word) for word in words[1:]):
        return None
    if any(text[word.start - 1] in "'’" and _is_consonant(present) != _is_consonant(word.low) for word, present in swaps if word.start):
        return None
    return re.sub(r"\b([Nn])e (?=est\b|a\b|ont\b)", r"\1’" if "’" in text else r"\1'", _swapped(text, swaps))


def _is_noun(words: Sequence[Token], at: int) -> bool:
    return at > 0 and words[at - 1].flat in {"un", "une", "des", "du", "cette", "ce", "chaque", "de"}


def _is_consonant(word: str) -> bool:
    return flattened(word)[0] not in "aeiouyh"


def _main_clause(words: Sequence[Token]) -> int:
    """Where « pour que », « avant que » begin another clause."""
    return next(
        (at for at, word in enumerate(words) if at and word.flat in {"que", "qu'"} and words[at - 1].flat in SUBORDINATE),
        len(words),
    )


def _swapped(text: str, swaps: Sequence[tuple[Token, str]]) -> str:
    for word, form in sorted(swaps, key=lambda swap: -swap[0].start):
        text = text[: word.start] + form + text[word.end :]
    return text
