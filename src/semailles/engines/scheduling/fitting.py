"""What would hold before the deadline when the plan does not: a start, a length, or one phase shortened."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from semailles.engines.scheduling.chain import Design, Span, run
from semailles.engines.scheduling.going import is_forgotten
from semailles.engines.scheduling.months import last_day, months_between
from semailles.engines.scheduling.values import Fit, PhaseState, PlannedPhase, Shortening


def fit(design: Design, phases: Sequence[PlannedPhase], latest: Sequence[Span], deadline: date, on: date) -> Fit:
    """`on`: no phase may be asked to end before this day, unless its calendar is forgotten and only tells what would have held."""
    forgotten = is_forgotten(design, on)
    start = min(one.starts_on for one in phases)
    needed = sum((phase.months for phase in design.phases), Decimal(0))
    can_change = [rank for rank, one in enumerate(phases) if _is_open(one, forgotten=forgotten)]
    found = (_shortened(design, phases, rank, deadline, start if forgotten else on) for rank in can_change)
    return Fit(
        min(span.first for span in latest), months_between(start, deadline), needed, tuple(one for one in found if one and one.months)
    )


def _is_open(one: PlannedPhase, *, forgotten: bool) -> bool:
    return one.phase.ended_on is None and (forgotten or one.state is not PhaseState.OVER)


def _shortened(design: Design, phases: Sequence[PlannedPhase], rank: int, deadline: date, earliest: date) -> Shortening | None:
    """The latest day, from `earliest` on, on which this phase may end so that the whole holds; None when there is no such day."""
    phase, start = phases[rank].phase, phases[rank].starts_on
    days = range(max(start, earliest).toordinal(), phases[rank].ends_on.toordinal())
    fitting = bisect_right(days, deadline, key=lambda day: _whole_end(design, phases, rank, date.fromordinal(day)))
    if not fitting:
        return None
    last = date.fromordinal(days[fitting - 1])
    return Shortening(phase.key, phase.name, last, months_between(start, last))


def _whole_end(design: Design, phases: Sequence[PlannedPhase], shortened: int, last: date) -> date:
    """When everything ends if the phase of this rank ends on `last`, those before it as they go, those after it as long as they must be."""

    def end_of(rank: int, first: date) -> date:
        if rank == shortened:
            return last
        one = phases[rank]
        return one.ends_on if rank < shortened or one.phase.ended_on else last_day(first, one.phase.months)

    return max(span.last for span in run(design, end_of))
