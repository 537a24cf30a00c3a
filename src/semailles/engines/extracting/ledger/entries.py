"""One line of a budget, before anybody knows whose budget it is."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from semailles.engines.euros import Sum, sums
from semailles.engines.extracting.findings import Side
from semailles.engines.extracting.flat import flattened
from semailles.engines.extracting.ledger.words import any_of, whole_words

LONGEST_LABEL = 16  # words
LARGEST = Decimal(10) ** 10
VERB = re.compile(
    r"(?<!\w)(?:est|sont|sera|seront|serait|seraient|a|ont|peut|peuvent|pourrait|pourra|doit|doivent|faut|faudrait|fait)(?!\w)"
)
BRACKET = re.compile(r"\s*[(\[]([^()\[\]]{1,200})[)\]]")
RATE = re.compile(r"\s?(?:HT|TTC)?\s?(?:/|par )\s?\w", re.IGNORECASE)
RANGE = re.compile(r"[0-9](?:\s?k?€)?\s?(?:à|-|–|ou|et)\s?$")
TIMES = re.compile(r"(?<![\w.,])(?P<n>[0-9]{1,4})(?P<what>(?:\s[^\W\d][\w’'-]*){0,5}?)\s?(?:à raison de|à|x|×|\*|de|par|@)\s?$")
TOTAL = re.compile(rf"^{any_of('rows', 'total')}(?!\w)")
REST = re.compile(rf"^{any_of('rows', 'rest')}(?!\w)")
UNKNOWN = re.compile(rf"^(?:{any_of('rows', 'unknown')}|[?…/.–-]+)\s*[.?!]*$")
STATEMENT = whole_words("rows", "apart")


class Shape(StrEnum):
    LINE = "line"
    TOTAL = "total"
    DETAIL = "detail"  # more about the line above
    REST = "rest"  # what the writer derives from the lines


SHAPES = ((Shape.TOTAL, TOTAL), (Shape.REST, REST))


@dataclass(frozen=True, slots=True)
class Entry:
    """`blocks[block].text[start:end]`. `amount` in euros, None when none is said; `said`: what else is said; `gives`: what is given instead of a sum.

    `side`: told by the columns of the row itself, else None.
    """

    block: int
    start: int
    end: int
    label: str
    amount: Decimal | None
    said: tuple[str, ...] = ()
    gives: str = ""
    shape: Shape = Shape.LINE
    side: Side | None = None


@dataclass(frozen=True, slots=True)
class Value:
    """What stands across from a label."""

    amount: Decimal | None
    said: tuple[str, ...] = ()
    gives: str = ""


def sums_of(text: str) -> tuple[Sum, ...]:
    """The sums that may be a line's own: no price by the month or the square metre, no number that no budget holds."""
    return tuple(one for one in sums(text) if abs(one.value) < LARGEST and not RATE.match(text[one.end :]))


def names(text: str) -> bool:
    """Words enough to name something, few enough not to tell a story."""
    return any(sign.isalpha() for sign in text) and len(text.split()) <= LONGEST_LABEL and not VERB.search(text) and not sums(text)


def entry(at: int, span: tuple[int, int], label: str, value: Value, side: Side | None = None) -> Entry | None:
    """The line of a label and a value; what stands in brackets after a name is said of it."""
    bare = BRACKET.sub("", label)
    bare = bare[: bare.rfind("(")] if bare.count("(") > bare.count(")") else bare
    bare = bare.strip(" \t-–—•·*|:=…._")
    if not names(bare):
        return None
    shape = next((shape for shape, pattern in SHAPES if pattern.match(flattened(bare))), Shape.LINE)
    said = (*(found.strip() for found in BRACKET.findall(label)), *value.said)
    return Entry(at, *span, bare, value.amount, said, value.gives, shape, side)


def valued(text: str) -> Value:
    """« 5000 € (à confirmer) », « 4 participants à 2 000 € », « rémunération stagiaire », « à chiffrer »."""
    found, whole = sums_of(text), text.strip(" .;")
    if not found:
        is_unknown = UNKNOWN.match(flattened(whole)) or sums(text) or not any(sign.isalpha() for sign in whole)
        return Value(None, (whole,) if whole else (), "" if is_unknown else whole)
    before, after = text[: found[0].start], text[found[-1].end :]
    if times := TIMES.search(before):
        return Value(found[0].value * int(times["n"]), (whole.partition(")")[0] if whole.count(")") > whole.count("(") else whole,))
    if RANGE.search(before):
        return Value(None, (whole,))
    if before.count("(") > before.count(")"):
        return Value(found[0].value, (whole,))
    said = (before.strip(" :–-"), *_remarks(text[found[0].end : found[-1].end] + after))
    return Value(found[0].value, tuple(part for part in said if part))


def _remarks(rest: str) -> tuple[str, ...]:
    """What is said after the sum, brackets apart from the rest."""
    inside = tuple(found.strip() for found in BRACKET.findall(rest))
    return (*inside, BRACKET.sub("", rest).strip(" ;,.:–-"))


def is_statement(text: str) -> bool:
    """« Ce budget ne comprend pas le temps des bénévoles »."""
    return bool(STATEMENT.search(flattened(text)))
