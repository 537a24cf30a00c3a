"""How much an earmark lets a funder give: a sum for all that stands under it (« Fonds vert, 60 000 € au plus »), or for each project (« 5 000 € par projet »); a part of the needs of each (« 50 % au plus »)."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from semailles.engines.budgeting.lines import HOPED
from semailles.engines.euros import Sum, sums
from semailles.engines.words import fold
from semailles.projects.funders import Funder, Owner, Share, funders
from semailles.projects.models import Project
from semailles.workshop.money import FundingLine

_RATE = re.compile(r"([0-9]{1,3}(?:[.,][0-9]+)?)\s*%")
_EACH = re.compile(r"(?:\b(?:par|per|each|chaque)|/)\s*(?:projet|project|action|operation|dossier|fiche)")
_FROM_TO = ("", "a", "to", "-", "\u2013", "jusqu'a")  # between the two sums of a range; nothing: « 10 000 €-20 000 € »
_BETWEEN = re.compile(r"\b(?:entre|between)\b")
_MOST_BEFORE = re.compile(r"(?:au plus|at most|max(?:i|imum)?\.?|plafond\w*(?: a)?|up to|jusqu'a|dans la limite)\s*(?:de|of|:)?\s*$")
_MOST_AFTER = re.compile(r"\s*(?:au plus|at most|max(?:i|imum)?\b)")
_WHOLE = 100


@dataclass(frozen=True, slots=True)
class Ceiling:
    """`owner`: of what is compared owner by owner, a sum for each or, with its `rate`, so many hundredths of its needs."""

    earmark: str
    allowed: Decimal
    promised: Decimal
    owner: Owner | None = None
    rate: Decimal | None = None

    @property
    def excess(self) -> Decimal:
        return max(self.promised - self.allowed, Decimal(0))

    @property
    def left(self) -> Decimal:
        return max(self.allowed - self.promised, Decimal(0))


def ceilings(funder: Funder) -> tuple[Ceiling, ...]:
    """What is sought, hoped for or confirmed counts; what is only considered, refused or in kind does not."""
    under: dict[str, list[Share]] = defaultdict(list)
    for share in funder.shares:
        if share.line.earmark:
            under[fold(share.line.earmark)].append(share)
    return tuple(found for shares in under.values() for found in _of(shares[0].line.earmark, shares))


def exceeded(project: Project, lines: Iterable[FundingLine], *, on: date) -> tuple[Ceiling, ...]:
    """Ceilings of this project's funders that are gone over, here or with what others receive. Nothing is read when no line says a ceiling."""
    if not any(sums(line.earmark) or rate_of(line.earmark) for line in lines if line.earmark):
        return ()
    theirs = [one for one in funders(project.initiative, on=on) if any(share.project == project for share in one.shares)]
    under = {fold(line.earmark) for line in lines}
    found = (ceiling for one in theirs for ceiling in ceilings(one) if ceiling.excess and fold(ceiling.earmark) in under)
    return tuple(one for one in found if one.owner is None or one.owner.project == project)


def _of(earmark: str, shares: list[Share]) -> Iterator[Ceiling]:
    most = most_of(earmark)
    if most is not None and is_for_each(earmark):
        yield from (Ceiling(earmark, most, _promised(theirs), owner) for owner, theirs in _by_owner(shares))
    elif most is not None:
        yield Ceiling(earmark, most, _promised(shares))
    for rate in rate_of(earmark):
        for owner, theirs in _by_owner(shares):
            if owner.balance.needs:
                allowed = (owner.balance.needs * rate / _WHOLE).quantize(Decimal("0.01"))
                yield Ceiling(earmark, allowed, _promised(theirs), owner, rate)


def is_for_each(earmark: str) -> bool:
    return bool(_EACH.search(fold(earmark)))


def most_of(earmark: str) -> Decimal | None:
    """The sum that is said to be the most; of a range (« entre 10 000 € et 20 000 € ») the upper bound; else the first that is written."""
    written = sums(earmark)
    said = [one for one in written if _is_said_most(fold(earmark[: one.start]), fold(earmark[one.end :]))]
    if said:
        return said[0].value
    return _upper(earmark, written[0], written[1:]) if written else None


def _is_said_most(before: str, after: str) -> bool:
    return bool(_MOST_BEFORE.search(before) or _MOST_AFTER.match(after))


def _upper(earmark: str, first: Sum, others: tuple[Sum, ...]) -> Decimal:
    for other in others[:1]:
        parted = fold(earmark[first.end : other.start]).strip()
        if parted in _FROM_TO or (parted in {"et", "and"} and _BETWEEN.search(fold(earmark[: first.start]))):
            return max(first.value, abs(other.value))
    return first.value


def rate_of(earmark: str) -> list[Decimal]:
    """The first part that is written, if it is one of a hundred."""
    found = _RATE.search(earmark)
    rate = Decimal(found[1].replace(",", ".")) if found else None
    return [rate] if rate is not None and rate <= _WHOLE else []


def _by_owner(shares: list[Share]) -> Iterable[tuple[Owner, list[Share]]]:
    found: dict[int, tuple[Owner, list[Share]]] = {}
    for share in shares:
        found.setdefault(id(share.owner), (share.owner, []))[1].append(share)
    return found.values()


def _promised(shares: list[Share]) -> Decimal:
    return sum((share.adds_to(HOPED) for share in shares), Decimal(0))
