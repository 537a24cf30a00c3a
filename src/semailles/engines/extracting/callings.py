"""Persons named shortly: who speaks in a chat or minutes, who signs, whom one calls by the first name."""

import re
from collections.abc import Iterator, Sequence

from semailles.engines.extracting.conjugation import is_finite
from semailles.engines.extracting.flat import Token, tokens
from semailles.engines.extracting.lexicon import entries, word_set
from semailles.engines.extracting.naming import FIRST_WORDS
from semailles.engines.extracting.people import AMBIGUOUS, BEFORE_PLACE, COMMON, first_names

Span = tuple[int, int]
NAME = r"(?P<name>(?:M\.|Mme) [A-ZÉÈ][\w’'-]+|[A-ZÉÈ][\w’-]+(?: (?:[A-ZÉÈ]\.?|[A-ZÉÈ][\w’-]+)(?![\w’-])){0,2})"
CLOCK = r"(?:\d{1,2}/\d{1,2}(?:/\d{2,4})?,? (?:à )?)?\d{1,2} ?[:hH] ?\d{2}(?::\d{2})?"
TIMED = re.compile(rf"[\[(]?{CLOCK}[\])]?\s*[-–—:,]?\s*{NAME} ?(?:\([^()]{{1,40}}\) ?)?[:>–—]\s")
TURN = re.compile(rf"(?:[-–—•]\s*)?{NAME}(?: [a-zà-ÿ]+){{0,2}}(?: ?\([^()]{{2,60}}\))? ?[:>](?=\s)")
THEN_TIMED = re.compile(rf"{NAME},? ?[\[(]?{CLOCK}[\])]?(?: ?[:–—>]|$)")
SIGNED = re.compile(rf"(?:[-–—]\s*)?{NAME}\.?$")
CALLED_AFTER = word_set("people", "called_after")
LONGEST_SIGNATURE = 4  # words


def who_speaks(text: str) -> Iterator[Span]:
    """« [14:02] Nadia : » whoever it is; « Nadia : » when it is a first name."""
    found = TIMED.match(text) or THEN_TIMED.match(text)
    if found and not _is_a_word(found.group("name")):
        yield found.span("name")
    elif (turn := TURN.match(text) or SIGNED.match(text)) and _is_a_person(turn.group("name"), signs=len(text) == turn.end()):
        yield turn.span("name")


def after_turn(text: str) -> int:
    """Where what is said begins, after the hour and the name; 0 when nobody speaks."""
    found = TIMED.match(text)
    if found and not _is_a_word(found.group("name")):
        return found.end()
    turn = TURN.match(text)
    return turn.end() + 1 if turn and _is_a_person(turn.group("name"), signs=False) else 0


def called(text: str, words: Sequence[Token]) -> Iterator[Span]:
    """« voir avec Karim », « Nadia propose »: a first name alone in a sentence."""
    for at, word in enumerate(words):
        if at and word.capital and word.flat in first_names() and word.flat not in AMBIGUOUS and _is_called(text, words, at):
            yield word.start, word.end


def _is_called(text: str, words: Sequence[Token], at: int) -> bool:
    before, after = words[at - 1], words[at + 1] if at + 1 < len(words) else None
    if (
        (before.capital and before.flat not in COMMON | FIRST_WORDS)
        or before.flat in BEFORE_PLACE
        or (after and after.capital and text[words[at].end : after.start] == " ")
    ):
        return False
    return (before.flat in CALLED_AFTER and text[before.end : words[at].start] == " ") or (after is not None and is_finite(words, at + 1))


def _is_a_person(name: str, *, signs: bool) -> bool:
    its_words = tokens(name)
    if signs and len(its_words) > LONGEST_SIGNATURE:
        return False
    first = its_words[0].flat
    return name.startswith(("M. ", "Mme ")) or (first in first_names() and not (first in AMBIGUOUS and len(its_words) == 1))


def _is_a_word(name: str) -> bool:
    """« 14 h 30 Pause : »: what the dictionary of the field knows is nobody's name."""
    first = tokens(name)[0].flat
    known = entries("body_heads") | entries("body_inner") | entries("nominal_heads") | COMMON
    return first in known or first in entries("schedule")
