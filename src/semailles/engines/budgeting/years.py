"""The same lines, year by year: what goes out, what comes in, what is left at the end of each year."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from semailles.engines.budgeting.lines import APART, CONFIRMED, HOPED, Line
from semailles.engines.budgeting.totals import summed


@dataclass(frozen=True, slots=True)
class YearFlow:
    """`year`: None for the lines that say none. `left`: what is confirmed less what is needed, from the first year to the end of this one; None without a year."""

    year: int | None
    needs: Decimal
    confirmed: Decimal
    hoped: Decimal
    left: Decimal | None

    @property
    def runs_dry(self) -> bool:
        return self.left is not None and self.left < 0


def by_year(resources: Iterable[Line], costs: Iterable[Line]) -> tuple[YearFlow, ...]:
    """Years in their order, then what has none. Nothing when no line says a year."""
    costs, valued = tuple(costs), tuple(line for line in resources if line.nature not in APART)
    said = {line.year for line in (*costs, *valued)}
    years = sorted(year for year in said if year is not None)
    flows, left = [], Decimal(0)
    for year in years:
        needs, confirmed, hoped = _sums(year, valued, costs)
        left += confirmed - needs
        flows.append(YearFlow(year, needs, confirmed, hoped, left))
    if years and None in said:
        flows.append(YearFlow(None, *_sums(None, valued, costs), None))
    return tuple(flows)


def _sums(year: int | None, resources: tuple[Line, ...], costs: tuple[Line, ...]) -> tuple[Decimal, Decimal, Decimal]:
    """Needs, confirmed, hoped for."""
    came = [line for line in resources if line.year == year]
    confirmed = summed(line for line in came if line.status in CONFIRMED)
    return summed(line for line in costs if line.year == year), confirmed, summed(line for line in came if line.status in HOPED)
