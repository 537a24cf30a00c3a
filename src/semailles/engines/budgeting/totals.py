"""The three readings of a balance. Method: the founding case (needs 12 000, confirmed 7 000, gap 5 000, an intern in kind apart)."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from semailles.engines.budgeting.lines import APART, CONFIRMED, HOPED, Line


@dataclass(frozen=True, slots=True)
class Balance:
    """Euros. `hoped` holds `confirmed`; `gap` = needs - confirmed; `in_kind` is listed, never summed."""

    needs: Decimal
    hoped: Decimal
    confirmed: Decimal
    gap: Decimal
    in_kind: tuple[Line, ...]


def balance(resources: Iterable[Line], costs: Iterable[Line]) -> Balance:
    resources = tuple(resources)
    valued = [line for line in resources if line.nature not in APART]
    needs = _sum(costs)
    confirmed = _sum(line for line in valued if line.status in CONFIRMED)
    hoped = _sum(line for line in valued if line.status in HOPED)
    return Balance(needs, hoped, confirmed, needs - confirmed, tuple(line for line in resources if line.nature in APART))


def _sum(lines: Iterable[Line]) -> Decimal:
    return sum((Decimal(line.amount) for line in lines if line.amount is not None), Decimal(0))
