"""Meetings that nobody has dated yet, placed in the phases.

The steering committee first meets when the work begins and last when it closes; what it meets for in between, and what the other bodies
meet for, is spread evenly: between two dates that people gave, or over the phases before the last. A day suggested is never a Saturday
or a Sunday. Public holidays are not known here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from semailles.engines.scheduling.chain import Span
from semailles.engines.scheduling.months import moved
from semailles.engines.scheduling.values import Meeting, MeetingKind

_SATURDAY, _WEEK = 5, 7


@dataclass(frozen=True, slots=True)
class Ground:
    """Where meetings may stand: the span of each phase by key, in order, and the day by which the last steering meeting must be held."""

    spans: Mapping[str, Span]
    close: date

    @property
    def launch(self) -> date:
        return min(span.first for span in self.spans.values())

    @property
    def works(self) -> Span:
        """All phases but the last, which writes down what the others found; the only one when there is one."""
        works = list(self.spans.values())
        works = works[:-1] or works
        return Span(self.launch, max(span.last for span in works))


def placed(meetings: Sequence[Meeting], ground: Ground) -> dict[str, date]:
    """The day of each meeting, by key: its own, or a suggestion. What has neither a body nor a phase nor a date is left out."""
    found = {meeting.key: day for meeting in meetings if (day := meeting.happened_on or meeting.planned_on)}
    for series in _series(meetings):
        known = [found.get(meeting.key) for meeting in series]
        for meeting, day in zip(series, _spread(known, _ends(series[0], len(series), ground)), strict=True):
            found.setdefault(meeting.key, day)
    return found


def on_a_weekday(day: date, *, earliest: date) -> date:
    """The Friday before, or the Monday after when the work has not begun by then."""
    if day.weekday() < _SATURDAY:
        return day
    friday = moved(day, _SATURDAY - 1 - day.weekday())
    return friday if friday >= earliest else moved(day, _WEEK - day.weekday())


def _series(meetings: Sequence[Meeting]) -> list[list[Meeting]]:
    """Meetings that belong together, in their order: those of one body in one phase, or anywhere."""
    bound = [meeting for meeting in meetings if meeting.kind != MeetingKind.DEADLINE and (meeting.body or meeting.phase)]

    def place(meeting: Meeting) -> tuple[str, str]:
        return meeting.body, meeting.phase

    return [list(group) for _, group in groupby(sorted(bound, key=place), key=place)]


@dataclass(frozen=True, slots=True)
class _Ends:
    """Between which days a series is spread: `start` and `end` are days of meetings themselves when `holds`, else the borders around them."""

    start: date
    end: date
    holds_start: bool = False
    holds_end: bool = False


def _ends(first: Meeting, count: int, ground: Ground) -> _Ends:
    span = ground.spans.get(first.phase)
    if not first.body and span:
        return _Ends(span.first, span.last, holds_end=True)
    if span:
        return _Ends(span.first, span.last)
    if first.is_steering:
        close = max(ground.launch, ground.close)
        return _Ends(ground.launch, close, holds_start=True, holds_end=count > 1)
    return _Ends(ground.works.first, ground.works.last)


def _spread(known: Sequence[date | None], ends: _Ends) -> list[date]:
    """Evenly between the days that are known. Nothing comes before what stands before it."""
    days = list(known)
    if ends.holds_start and days[0] is None:
        days[0] = min((ends.start, *_dated(days)))
    if ends.holds_end and days[-1] is None:
        days[-1] = max((ends.end, *_dated(days)))
    spread: list[date] = []
    before, waiting = ends.start, 0
    for day in days:
        if day is None:
            waiting += 1
            continue
        spread += [*_between(before, day, waiting), day]
        before, waiting = day, 0
    return spread + _between(before, max(before, ends.end), waiting)


def _dated(days: Iterable[date | None]) -> list[date]:
    return [day for day in days if day]


def _between(start: date, end: date, count: int) -> list[date]:
    """`count` days that cut the time from `start` to `end` in equal parts; all on `end` when it comes first."""
    start = min(start, end)
    return [moved(start, (end - start).days * (rank + 1) // (count + 1)) for rank in range(count)]
