"""Which of many dated copies are kept: close ones for the last days, sparser ones further back (grandfather, father, son)."""

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

_PART = re.compile(r"(?P<number>[1-9]\d{0,3})(?P<unit>[dwmy])")
_PERIODS: dict[str, Callable[[datetime], object]] = {
    "d": lambda moment: moment.date(),
    "w": lambda moment: moment.isocalendar()[:2],
    "m": lambda moment: (moment.year, moment.month),
    "y": lambda moment: moment.year,
}


class UnreadableRule(ValueError):
    """It is not written as in 7d,4w,12m."""


@dataclass(frozen=True, slots=True)
class Rule:
    """By unit (d, w, m, y: days, weeks from Monday, months, years), how many of the last ones that have a copy keep their last copy."""

    most: tuple[tuple[str, int], ...]


def rule(written: str) -> Rule:
    """`7d,4w,12m`: seven days, four weeks, twelve months."""
    found = [_PART.fullmatch(part.strip().lower()) for part in written.split(",")]
    most = tuple((part["unit"], int(part["number"])) for part in found if part)
    if len(most) != len(found) or len({unit for unit, _ in most}) != len(most):
        raise UnreadableRule(written)
    return Rule(most)


def kept(moments: Iterable[datetime], by: Rule) -> frozenset[datetime]:
    """Those that stay. A copy may be the last of its day, of its week and of its month at once; the latest of all always stays."""
    latest_first = sorted(set(moments), reverse=True)
    return frozenset(latest_first[:1]).union(*(_last_of_each(latest_first, _PERIODS[unit], most) for unit, most in by.most))


def _last_of_each(latest_first: Collection[datetime], period: Callable[[datetime], object], most: int) -> set[datetime]:
    """Periods without any copy count for nothing: a machine that was off for a month loses none of its older copies."""
    found: dict[object, datetime] = {}
    for moment in latest_first:
        found.setdefault(period(moment), moment)
    return set(list(found.values())[:most])
