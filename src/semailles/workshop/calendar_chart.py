"""The plan of the process as a drawing: values and words for the chart, which knows neither."""

from datetime import date
from itertools import groupby

from django.utils.dates import MONTHS, MONTHS_AP
from django.utils.translation import gettext as _

from semailles.engines.scheduling import MeetingKind, MeetingState, Plan, PlannedMeeting
from semailles.engines.typesetting.charts.axis import Names
from semailles.engines.typesetting.charts.gantt import Bar, Dot, Flag, Gantt, Lane
from semailles.workshop.calendar_words import day_words, meeting_title, span_words, verdict

_NOT_GIVEN = frozenset({MeetingState.SUGGESTED, MeetingState.UNRECORDED})


def plan_chart(plan: Plan) -> Gantt | None:
    """The drawing of a plan, or None when nothing in it has a date."""
    lanes = _lanes(plan)
    if not plan.phases and not lanes:
        return None
    deadline = Flag(_("outside deadline, %(day)s") % {"day": _short(plan.deadline.on)}, plan.deadline.on) if plan.deadline else None
    return Gantt(
        title=_("Calendar of the process"),
        description=_described(plan),
        bars=tuple(
            Bar(one.phase.name, one.starts_on, one.ends_on, max(one.starts_on, _meant_end(plan, rank)))
            for rank, one in enumerate(plan.phases)
        ),
        lanes=lanes,
        names=Names(tuple(str(MONTHS[n]) for n in range(1, 13)), tuple(str(MONTHS_AP[n]) for n in range(1, 13))),
        today=Flag(_("today"), plan.on),
        deadline=deadline,
    )


def _meant_end(plan: Plan, rank: int) -> date:
    """The day a bar was to end, its own delay left out: what is late is what this phase lost, not what it was pushed by."""
    one = plan.phases[rank]
    return date.fromordinal(one.ends_on.toordinal() - one.delay_days)


def _lanes(plan: Plan) -> tuple[Lane, ...]:
    """A line for each body, in order, then one for milestones."""
    dated = [held for held in plan.meetings if held.on]
    bodies = list(dict.fromkeys(held.meeting.body for held in dated if held.meeting.body))
    lanes = [Lane(body, _dots([held for held in dated if held.meeting.body == body])) for body in bodies]
    others = [held for held in dated if not held.meeting.body]
    return (*lanes, Lane(_("Milestones"), _dots(others))) if others else tuple(lanes)


def _dots(meetings: list[PlannedMeeting]) -> tuple[Dot, ...]:
    """In the order of their days; what falls on one day is one circle."""
    ordered = sorted((held for held in meetings if held.on), key=lambda held: held.on or date.max)
    return tuple(_dot(day, list(same)) for day, same in groupby(ordered, key=lambda held: held.on or date.max))


def _dot(day: date, meetings: list[PlannedMeeting]) -> Dot:
    label = ", ".join(dict.fromkeys(held.meeting.label for held in meetings))
    return Dot(
        _("%(meeting)s, %(day)s") % {"meeting": label, "day": _short(day)},
        day,
        is_held=all(held.state is MeetingState.HAPPENED for held in meetings),
        is_suggested=all(held.state in _NOT_GIVEN for held in meetings),
    )


def _short(day: date) -> str:
    return day_words(day, with_year=False)


def _described(plan: Plan) -> str:
    """What the drawing shows, for those who do not see it."""
    phases = [_("%(phase)s: %(when)s.") % {"phase": one.phase.name, "when": span_words(one.starts_on, one.ends_on)} for one in plan.phases]
    held = [
        _("%(meeting)s: %(day)s.") % {"meeting": meeting_title(one), "day": day_words(one.on)}
        for one in plan.meetings
        if one.on and one.meeting.kind is not MeetingKind.DEADLINE
    ]
    return " ".join(sentence for sentence in (verdict(plan), *phases, *held, _("The same dates are in the table.")) if sentence)
