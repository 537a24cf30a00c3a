"""Calendar months as people count them: four months from 1 January end on 30 April, one month from 31 January ends on 28 February.

Days are counted from the first to the last, both included. Method: a period of whole months ends on the eve of the day that bears the same
number, and where the month has no such day, on the month's last (for that, the rule of French civil procedure, article 641). Three laws
follow and are tested: a later start never ends earlier, a longer work never ends earlier, nothing is shorter than a day.
"""

from bisect import bisect_right
from datetime import date, timedelta
from decimal import Decimal

_MONTHS, _LONGEST, _SHORTEST = 12, 31, 28
_HALF = Decimal("0.5")


def last_day(start: date, months: Decimal) -> date:
    """The last day of a work of `months` calendar months that begins on `start`.

    A part of a month is that part of the days of the month that it opens, rounded to the nearest day (error: half a day at most).
    """
    whole = max(0, int(months))
    after = _same_day(start, whole)
    part = max(Decimal(0), months - whole) * (_same_day(after, 1) - after).days
    return max(start, moved(after, int(part + _HALF) - 1))


def latest_start(last: date, months: Decimal) -> date:
    """The latest day on which a work of `months` may begin and still end on `last`: the exact inverse of `last_day`."""
    lowest = max(1, last.toordinal() - _LONGEST * (max(0, int(months)) + 2))
    days = range(lowest, last.toordinal() + 1)
    fitting = bisect_right(days, last, key=lambda day: last_day(date.fromordinal(day), months))
    return date.fromordinal(days[max(0, fitting - 1)])


def months_between(start: date, last: date) -> Decimal:
    """How many months of work hold from `start` to `last`, both included, rounded down to a tenth; 0 when `last` is before `start`."""
    if last < start:
        return Decimal(0)
    tenths = range(10 * ((last - start).days // _SHORTEST + 2))
    fitting = bisect_right(tenths, last, key=lambda count: last_day(start, Decimal(count) / 10))
    return Decimal(tenths[fitting - 1]) / 10


def moved(day: date, days: int) -> date:
    """`day` moved by `days`, within the calendar that Python knows (years 1 to 9999)."""
    if days > 0:
        return day + timedelta(days=min(days, (date.max - day).days))
    return day - timedelta(days=min(-days, (day - date.min).days))


def _same_day(start: date, months: int) -> date:
    """The day of the same number `months` later, or the first of the month after when there is none."""
    year, month = divmod(start.year * _MONTHS + start.month - 1 + months, _MONTHS)
    if year > date.max.year:
        return date.max
    first = date(year, month + 1, 1)
    length = (_next_month(first) - first).days
    return first.replace(day=start.day) if start.day <= length else _next_month(first)


def _next_month(first: date) -> date:
    if (first.year, first.month) == (date.max.year, _MONTHS):
        return date.max
    return date(first.year + first.month // _MONTHS, first.month % _MONTHS + 1, 1)
