"""How much an earmark lets a funder give: a sum for all that stands under it (« Fonds vert, 60 000 € au plus »), a part of the needs of each (« 50 % au plus »)."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from semailles.engines.budgeting.lines import HOPED
from semailles.engines.euros import sums
from semailles.engines.words import fold
from semailles.projects.funders import Funder, Owner, Share, funders
from semailles.projects.models import Project
from semailles.workshop.money import FundingLine

_RATE = re.compile(r"([0-9]{1,3}(?:[.,][0-9]+)?)\s*%")
_WHOLE = 100


@dataclass(frozen=True, slots=True)
class Ceiling:
    """`owner` and `rate` (in hundredths of its needs): of a part only, which is compared owner by owner."""

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
    for written in sums(earmark)[:1]:
        yield Ceiling(earmark, written.value, _promised(shares))
    for rate in rate_of(earmark):
        for owner, theirs in _by_owner(shares):
            if owner.balance.needs:
                allowed = (owner.balance.needs * rate / _WHOLE).quantize(Decimal("0.01"))
                yield Ceiling(earmark, allowed, _promised(theirs), owner, rate)


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
