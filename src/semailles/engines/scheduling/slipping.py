"""What slips: the phases that lost days, what each pushes, and what that makes late."""

from collections.abc import Iterator, Sequence
from datetime import date

from semailles.engines.scheduling.values import Deadline, MeetingState, PhaseState, PlannedMeeting, PlannedPhase, Push, Slip


def slips(phases: Sequence[PlannedPhase], meetings: Sequence[PlannedMeeting], deadline: Deadline | None) -> tuple[Slip, ...]:
    return tuple(_slip(rank, phases, meetings, deadline) for rank, one in enumerate(phases) if one.delay_days)


def _slip(rank: int, phases: Sequence[PlannedPhase], meetings: Sequence[PlannedMeeting], deadline: Deadline | None) -> Slip:
    late = phases[rank]
    pushed = [one for one in phases[rank + 1 :] if one.starts_on > one.planned_start and one.starts_on > late.ends_on]
    pushes = tuple(Push(one.phase.name, (one.starts_on - one.planned_start).days, one.ends_on) for one in pushed)
    made_late = tuple(_made_late([late, *pushed], meetings, deadline))
    is_open = late.state is PhaseState.LATE
    return Slip(late.phase.key, late.phase.name, late.delay_days, late.ends_on, is_open, pushes, made_late)


def _made_late(touched: Sequence[PlannedPhase], meetings: Sequence[PlannedMeeting], deadline: Deadline | None) -> Iterator[str]:
    """Of the phases that follow the first one, those that now pass the deadline; and meetings dated in a phase that no longer ends by then."""
    for one in touched[1:]:
        if deadline and one.planned_end <= deadline.on < one.ends_on:
            yield one.phase.name
    ends = {one.phase.key: one for one in touched}
    for held in meetings:
        phase = ends.get(held.meeting.phase)
        if phase and held.on and held.state is MeetingState.PLANNED and _comes_too_early(held.on, phase):
            yield held.meeting.label


def _comes_too_early(day: date, phase: PlannedPhase) -> bool:
    """A meeting meant for the end of a phase, or later, that now stands before it."""
    return phase.planned_end <= day < phase.ends_on
