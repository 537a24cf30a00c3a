"""Where a design stands on a day: real ends, phases that are late, and what they push."""

from collections.abc import Sequence
from datetime import date

from semailles.engines.scheduling.chain import Design, Span, run
from semailles.engines.scheduling.months import last_day
from semailles.engines.scheduling.values import Phase, PhaseState, PlannedPhase


def is_forgotten(design: Design, on: date) -> bool:
    """The whole ended so long ago (as long as it was meant to last) that a phase without a real end is a line nobody wrote, not a delay."""
    ends = [design.end, *(phase.ended_on for phase in design.phases if phase.ended_on)]
    return (on - max(ends)).days > (design.end - design.start).days


def as_it_goes(design: Design, on: date) -> tuple[Span, ...]:
    """Real ends where they are known; a phase that should be over and is not lasts until `on` at least.

    A phase before one that has ended is over too, as designed.
    """
    return run(design, lambda rank, first: _end(design.phases[rank], first, on, is_closed=rank in closed(design, on)))


def closed(design: Design, on: date) -> frozenset[int]:
    """Ranks of the phases that are over without a word: another after them has ended, or all of it is long past."""
    if is_forgotten(design, on):
        return frozenset(range(len(design.phases)))
    ended = [rank for rank, phase in enumerate(design.phases) if phase.ended_on]
    return frozenset(range(max(ended, default=0)))


def planned_phases(design: Design, on: date, latest: Sequence[Span] | None) -> tuple[PlannedPhase, ...]:
    spans, over = as_it_goes(design, on), closed(design, on)
    return tuple(
        PlannedPhase(
            phase=phase,
            planned_start=design.spans[rank].first,
            planned_end=design.spans[rank].last,
            starts_on=spans[rank].first,
            ends_on=spans[rank].last,
            state=_state(phase, spans[rank], on, is_closed=rank in over),
            delay_days=max(0, (spans[rank].last - last_day(spans[rank].first, phase.months)).days),
            latest_start=latest[rank].first if latest else None,
            latest_end=latest[rank].last if latest else None,
        )
        for rank, phase in enumerate(design.phases)
    )


def _end(phase: Phase, first: date, on: date, *, is_closed: bool) -> date:
    if phase.ended_on:
        return phase.ended_on
    meant = last_day(first, phase.months)
    return meant if is_closed else max(meant, on)


def _state(phase: Phase, span: Span, on: date, *, is_closed: bool) -> PhaseState:
    if phase.ended_on or is_closed:
        return PhaseState.OVER
    if on < span.first:
        return PhaseState.TO_COME
    return PhaseState.LATE if last_day(span.first, phase.months) < on else PhaseState.RUNNING
