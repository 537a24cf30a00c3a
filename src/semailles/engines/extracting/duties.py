"""Posts and duties that one person bears, with what they serve: « la chargée de mission eau », « un technicien de l’ONF »."""

from collections.abc import Iterator, Sequence
from functools import cache

from semailles.engines.extracting.conjugation import is_finite, is_infinitive
from semailles.engines.extracting.flat import Token
from semailles.engines.extracting.lexicon import entries, lines, word_set
from semailles.engines.extracting.organisations import Span, extended, touches
from semailles.engines.extracting.people import TITLES, first_names
from semailles.engines.extracting.phrasebook import Phrasebook

OF = frozenset({"de", "d'", "du", "des"})
ARTICLES = frozenset({"la", "l'", "le", "les"})
TO = frozenset({"a", "au", "aux"})
TO_WHAT = word_set("duties", "to_what")  # duties that take « à »: « élue à la jeunesse »
NOT_SERVED = word_set("duties", "not_served")
BEFORE = word_set("duties", "before")
AFTER = frozenset({"et", "ou", "pour", "qui", "a", "au"})
OF_A_KIND = (
    "aire",
    "aires",
    "al",
    "ale",
    "ales",
    "aux",
    "el",
    "els",
    "elle",
    "elles",
    "ique",
    "iques",
    "if",
    "ifs",
    "ive",
    "ives",
)  # adjectives
SHORT = 5
LONGEST = 9  # words after the duty
MOST_OF = 2  # « la directrice de l’école de Brannes »


@cache
def _duties() -> Phrasebook[bool]:
    """Duty → whether it is an actor by itself."""
    written = ((form.strip("* "), not line.startswith("*")) for line in lines("duties") for form in line.split(" / "))
    return Phrasebook(pair for form, alone in written for pair in ((form, alone), (_several(form), alone)))


def _several(duty: str) -> str:
    first, space, rest = duty.partition(" ")
    return (first if first.endswith(("s", "x")) else first + "s") + space + rest


def find_duties(text: str, words: Sequence[Token]) -> Iterator[Span]:
    """From left to right; the article is left out."""
    done = 0
    for match in _duties().find(words):
        if match.first < done or not _is_a_person(text, words, match.first):
            continue
        last = _served(text, words, match.last, takes_to=words[match.last - 1].flat in TO_WHAT)
        if last > match.last or (match.value and _stands(text, words, match.first, match.last)):
            yield words[match.first].start, words[last - 1].end
            done = last


def _is_a_person(text: str, words: Sequence[Token], at: int) -> bool:
    """« le principal », « élu avec 60 % »: a verb or an adjective is no duty; what stands before must let a noun stand."""
    if not at:
        return True
    before = words[at - 1]
    between = text[before.end : words[at].start].strip()
    return bool(between) or before.flat in BEFORE


def _stands(text: str, words: Sequence[Token], first: int, last: int) -> bool:
    """After an article, or alone between marks, as on a flipchart."""
    if first and not text[words[first - 1].end : words[first].start].strip():
        return words[first - 1].flat in BEFORE
    after = text[words[last - 1].end : words[last].start].strip() if last < len(words) else "."
    return bool(after) or words[last].flat in AFTER


def _served(text: str, words: Sequence[Token], at: int, *, takes_to: bool) -> int:
    """Index after what the duty serves, `at` when nothing is told."""
    first = last = at
    groups = 0
    while at < len(words) and at - first < LONGEST and touches(text, words, at):
        flat = words[at].flat
        if flat in OF or (takes_to and flat in TO and not groups):
            content = _content(text, words, at + 1)
            if groups == MOST_OF or content == at or not _may_go_on(words, last, content, groups=groups, first=first):
                break
            groups, at = groups + 1, content
            last = _named(text, words, at)
        elif _is_apposed(words, at, follows_duty=at == first):
            last = _named(text, words, at)
        elif not (flat == "et" and at == last and at > first and at + 1 < len(words) and _is_apposed(words, at + 1, follows_duty=False)):
            break
        at = max(at + 1, last)
    return last


def _content(text: str, words: Sequence[Token], at: int) -> int:
    """Index of the noun after « de », past its article; that of « de » when none follows."""
    start = at
    while at < len(words) and words[at].flat in ARTICLES and touches(text, words, at):
        at += 1
    if at >= len(words) or not touches(text, words, at) or words[at].flat in NOT_SERVED or words[at].flat[0].isdigit():
        return start - 1
    return start - 1 if is_infinitive(words[at]) or words[at].flat in TITLES else at


def _named(text: str, words: Sequence[Token], at: int) -> int:
    """Index after the word, or after the whole proper name that begins there."""
    return max(at + 1, extended(text, words, at, direct=False)) if words[at].capital else at + 1


def _may_go_on(words: Sequence[Token], last: int, content: int, *, groups: int, first: int) -> bool:
    """A second « de » tells where: « de l’école de Brannes », « du service des eaux ». After a field, the body is the employer and no
    part of the duty: « technicienne rivière | de la communauté de communes »."""
    head = words[last - 1].flat
    if not groups:
        return last == first or not (words[content].capital or words[content].flat in entries("body_heads"))
    return words[content].capital or head in entries("body_heads") or head in entries("body_inner")


def _is_apposed(words: Sequence[Token], at: int, *, follows_duty: bool) -> bool:
    word = words[at]
    if word.capital:
        return not (follows_duty and (word.flat in TITLES or word.flat in first_names())) and word.flat not in ARTICLES
    if is_finite(words, at):
        return False
    return word.flat in entries("serving") or (not follows_duty and word.flat.endswith(OF_A_KIND) and len(word.flat) > SHORT)
