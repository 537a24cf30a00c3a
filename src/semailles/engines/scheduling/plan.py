"""A schedule and a day → the plan: forward from the start, backward from the deadline, what slips, what would fit."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from semailles.engines.scheduling.chain import Design, Span, designed, reversed_from
from semailles.engines.scheduling.fitting import fit
from semailles.engines.scheduling.going import is_forgotten, planned_phases
from semailles.engines.scheduling.notices import meeting_notices, phase_notices
from semailles.engines.scheduling.placing import Ground, on_a_weekday, placed
from semailles.engines.scheduling.slipping import slips
from semailles.engines.scheduling.values import (
    Meeting,
    MeetingState,
    Notice,
    NoticeKind,
    Plan,
    PlannedMeeting,
    PlannedPhase,
    Schedule,
)


def plan(schedule: Schedule, *, on: date) -> Plan:
    """The plan of `schedule` as it stands on the day `on`.

    Without a start, the first phase's own is taken, else the latest that the deadline allows; without any of them there are no dates but those people gave.
    """
    start = _start(schedule)
    if not schedule.phases or start is None:
        return _without_phases(schedule, on)
    design = designed(schedule.phases, start)
    deadline = schedule.deadline.on if schedule.deadline else None
    latest = reversed_from(design, deadline) if deadline else None
    phases = planned_phases(design, on, latest)
    meetings = _meetings(schedule, phases, latest, on)
    end = max(one.ends_on for one in phases)
    overrun = max(0, (end - deadline).days) if deadline else 0
    return Plan(
        on=on,
        deadline=schedule.deadline,
        phases=phases,
        meetings=meetings,
        overrun_days=overrun,
        fit=fit(design, phases, latest, deadline, on) if overrun and latest and deadline else None,
        slips=slips(phases, meetings, schedule.deadline),
        notices=(*_notices(design, phases, schedule, on), *meeting_notices(meetings, schedule.deadline, on)),
        is_start_suggested=schedule.starts_on is None and schedule.phases[0].starts_on is None,
    )


def _start(schedule: Schedule) -> date | None:
    given = schedule.starts_on or (schedule.phases[0].starts_on if schedule.phases else None)
    if given or not schedule.deadline or not schedule.phases:
        return given
    free = designed(schedule.phases, schedule.deadline.on)
    return reversed_from(free, schedule.deadline.on)[0].first


def _without_phases(schedule: Schedule, on: date) -> Plan:
    days = {meeting.key: day for meeting in schedule.meetings if (day := meeting.happened_on or meeting.planned_on)}
    meetings = tuple(_planned(meeting, days, {}, on) for meeting in schedule.meetings)
    unsaid = (Notice(NoticeKind.NO_START),) if schedule.phases else ()
    return Plan(on, schedule.deadline, meetings=meetings, notices=(*unsaid, *meeting_notices(meetings, schedule.deadline, on)))


def _meetings(schedule: Schedule, phases: Sequence[PlannedPhase], latest: Sequence[Span] | None, on: date) -> tuple[PlannedMeeting, ...]:
    ground = _ground({one.phase.key: Span(one.starts_on, one.ends_on) for one in phases}, schedule)
    days = {
        key: day if key in _dated(schedule) else on_a_weekday(day, earliest=ground.launch)
        for key, day in placed(schedule.meetings, ground).items()
    }
    bounds: dict[str, date] = {}
    if latest and schedule.deadline:
        undated = [replace(meeting, planned_on=None, happened_on=None) for meeting in schedule.meetings]
        bounds = placed(undated, _ground({one.phase.key: span for one, span in zip(phases, latest, strict=True)}, schedule))
    return tuple(_planned(meeting, days, bounds, on) for meeting in schedule.meetings)


def _ground(spans: Mapping[str, Span], schedule: Schedule) -> Ground:
    end = max(span.last for span in spans.values())
    return Ground(spans, min(end, schedule.deadline.on) if schedule.deadline else end)


def _dated(schedule: Schedule) -> frozenset[str]:
    return frozenset(meeting.key for meeting in schedule.meetings if meeting.happened_on or meeting.planned_on)


def _planned(meeting: Meeting, days: Mapping[str, date], bounds: Mapping[str, date], on: date) -> PlannedMeeting:
    return PlannedMeeting(meeting, days.get(meeting.key), _state(meeting, days, on), bounds.get(meeting.key))


def _state(meeting: Meeting, days: Mapping[str, date], on: date) -> MeetingState:
    if meeting.happened_on:
        return MeetingState.HAPPENED
    if meeting.planned_on:
        return MeetingState.MISSED if meeting.planned_on < on else MeetingState.PLANNED
    if meeting.key not in days:
        return MeetingState.UNDATED
    return MeetingState.UNRECORDED if days[meeting.key] < on else MeetingState.SUGGESTED


def _notices(design: Design, phases: Sequence[PlannedPhase], schedule: Schedule, on: date) -> Iterator[Notice]:
    if is_forgotten(design, on) and any(phase.ended_on is None for phase in design.phases):
        yield Notice(NoticeKind.NOT_KEPT, day=max(one.ends_on for one in phases))
    if schedule.deadline and design.start > schedule.deadline.on:
        yield Notice(NoticeKind.START_AFTER_DEADLINE, day=design.start)
    yield from phase_notices(design, phases)
