"""Days on a line: where each stands, where months begin, and as much of their names as their width holds."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from semailles.engines.typesetting.charts.lettering import width_of

_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Axis:
    """From the first day of a month to the last day of a month, between `left` and `right`."""

    first: date
    last: date
    left: float
    right: float

    def start_of(self, day: date) -> float:
        """Where the morning of `day` is."""
        return self._at(day.toordinal())

    def end_of(self, day: date) -> float:
        """Where its evening is."""
        return self._at(day.toordinal() + 1)

    def middle_of(self, day: date) -> float:
        return self._at(day.toordinal() + 0.5)

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last

    def months(self) -> Iterator[date]:
        """The first day of each month."""
        year, month = self.first.year, self.first.month
        while (year, month) <= (self.last.year, self.last.month):
            yield date(year, month, 1)
            year, month = (year, month + 1) if month < _MONTHS else (year + 1, 1)

    def _at(self, ordinal: float) -> float:
        start = self.first.toordinal()
        return self.left + (ordinal - start) / (self.last.toordinal() + 1 - start) * (self.right - self.left)


def axis_over(days: Sequence[date], left: float, right: float) -> Axis:
    """Whole months around `days` (at least one)."""
    first, last = min(days), max(days)
    return Axis(first.replace(day=1), last.replace(day=_length(last)), left, right)


@dataclass(frozen=True, slots=True)
class Names:
    """Twelve names, and their twelve short forms."""

    full: tuple[str, ...]
    short: tuple[str, ...]


def month_labels(axis: Axis, names: Names, size: float, gap: float) -> tuple[tuple[date, str], ...]:
    """Months and what is written over each: « février 2015 », « févr. », « 2015 », or nothing. All months take the form that the narrowest holds.

    The year is written over the first month and over each January.
    """
    months = list(axis.months())
    opens = [month for month in months if month in (months[0], months[0].replace(year=month.year, month=1))]
    forms = (names.full, names.short, tuple(name[:1].upper() for name in names.full))
    for form in forms:
        if all(_holds(axis, month, form[month.month - 1], size, gap) for month in months):
            return tuple((month, _with_year(axis, month, form, size, gap) if month in opens else form[month.month - 1]) for month in months)
    return tuple((month, str(month.year) if month in opens and _year_holds(axis, month, opens, size, gap) else "") for month in months)


def _with_year(axis: Axis, month: date, form: tuple[str, ...], size: float, gap: float) -> str:
    """The name with its year, the year alone over a January that is too narrow, the name alone over a first month that is."""
    name, year = form[month.month - 1], str(month.year)
    if _holds(axis, month, f"{name} {year}", size, gap):
        return f"{name} {year}"
    return year if month.month == 1 and _holds(axis, month, year, size, gap) else name


def _year_holds(axis: Axis, month: date, opens: Sequence[date], size: float, gap: float) -> bool:
    """Whether a year may be written until the next one is."""
    following = [other for other in opens if other > month]
    end = axis.start_of(following[0]) if following else axis.right
    return axis.start_of(month) + gap + width_of(str(month.year), size) <= end


def _holds(axis: Axis, month: date, text: str, size: float, gap: float) -> bool:
    return gap + width_of(text, size) <= axis.end_of(month.replace(day=_length(month))) - axis.start_of(month)


def _length(day: date) -> int:
    """Days in its month."""
    if day.month == _MONTHS:
        return 31
    return (day.replace(month=day.month + 1, day=1) - day.replace(day=1)).days
