"""Phases one after the other: forward from a start, backward from a deadline.

A phase without a start of its own begins on the day after everything before it. A phase set by hand begins on its day: beside what comes
before when that day is earlier (an overlap, kept), and pushed back by it when that day is later and the work before slips past it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from semailles.engines.scheduling.months import last_day, latest_start, moved
from semailles.engines.scheduling.values import Phase


@dataclass(frozen=True, slots=True)
class Span:
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Design:
    """The phases as people meant them. `follows`: whether each waits for what comes before."""

    phases: tuple[Phase, ...]
    spans: tuple[Span, ...]
    follows: tuple[bool, ...]

    @property
    def end(self) -> date:
        return max(span.last for span in self.spans)

    @property
    def start(self) -> date:
        return min(span.first for span in self.spans)


def designed(phases: Sequence[Phase], start: date) -> Design:
    """Without a real end or a delay. The start that the first phase has by hand wins over `start`."""
    spans: list[Span] = []
    follows: list[bool] = []
    free = start
    for phase in phases:
        first = phase.starts_on or free
        spans.append(Span(first, last_day(first, phase.months)))
        follows.append(not spans[:-1] or first >= free)
        free = max(free, moved(spans[-1].last, 1)) if spans[:-1] else moved(spans[-1].last, 1)
    return Design(tuple(phases), tuple(spans), tuple(follows))


End = Callable[[int, date], date]


def run(design: Design, end_of: End) -> tuple[Span, ...]:
    """As things go. `end_of`: from the rank of a phase and its first day, its last day; one before the first day moves the first day back."""
    spans: list[Span] = []
    free: date | None = None
    for rank, (meant, follows) in enumerate(zip(design.spans, design.follows, strict=True)):
        first = _first(design.phases[rank], meant, follows=follows, free=free)
        last = end_of(rank, first)
        spans.append(Span(min(first, last), last))
        after = moved(last, 1)
        free = max(free, after) if free else after
    return tuple(spans)


def reversed_from(design: Design, deadline: date) -> tuple[Span, ...]:
    """The latest first and last day of each phase with which the whole still ends on `deadline`."""
    spans: list[Span] = []
    left = deadline
    for phase, follows in zip(reversed(design.phases), reversed(design.follows), strict=True):
        spans.append(Span(latest_start(left, phase.months), left))
        if follows:
            left = min(left, moved(spans[-1].first, -1))
    return tuple(reversed(spans))


def _first(phase: Phase, meant: Span, *, follows: bool, free: date | None) -> date:
    if free is None or not follows:
        return meant.first
    return max(phase.starts_on, free) if phase.starts_on else free
