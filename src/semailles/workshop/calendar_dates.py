"""The dates of a plan as a table: the same rows on screen, in print and beside the drawing."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from semailles.engines.scheduling import MeetingState, PhaseState, Plan, PlannedMeeting, PlannedPhase
from semailles.workshop.calendar_words import day_words, meeting_state_words, meeting_title, months_words, phase_state_words, range_words


@dataclass(frozen=True, slots=True)
class DateRow:
    """`when` and `latest` in words; `latest` is "" when no deadline bounds it. `day`: what rows are sorted by, None when it is not dated."""

    day: date | None
    when: str
    what: str
    state: str
    latest: str = ""
    is_late: bool = False
    is_done: bool = False
    is_deadline: bool = False


def date_rows(plan: Plan, *, bodies: bool = True) -> tuple[DateRow, ...]:
    """Phases, meetings, milestones and the outside deadline, by date; what has no date comes last. Without `bodies`: their meetings stand elsewhere."""
    held = [_meeting_row(one, meeting_title(one)) for one in plan.meetings if bodies or not one.meeting.body]
    return _sorted([*map(_phase_row, plan.phases), *held, *_deadline_row(plan)])


def meeting_rows(plan: Plan, body: str) -> tuple[DateRow, ...]:
    """The meetings of one body, which need not be named again."""
    return _sorted([_meeting_row(one, one.meeting.label) for one in plan.meetings if one.meeting.body == body])


def _sorted(rows: list[DateRow]) -> tuple[DateRow, ...]:
    return tuple(sorted(rows, key=lambda row: row.day or date.max))


def _phase_row(one: PlannedPhase) -> DateRow:
    what = _("%(phase)s (%(months)s)") % {"phase": one.phase.name, "months": months_words(one.phase.months)}
    latest = range_words(one.latest_start, one.latest_end) if one.latest_start and one.latest_end else ""
    late = one.state is PhaseState.LATE or bool(one.latest_end and one.ends_on > one.latest_end)
    is_done = one.phase.ended_on is not None
    return DateRow(one.starts_on, range_words(one.starts_on, one.ends_on), what, phase_state_words(one), latest, late, is_done)


def _meeting_row(held: PlannedMeeting, what: str) -> DateRow:
    when = day_words(held.on) if held.on else ""
    latest = day_words(held.latest_on) if held.latest_on else ""
    is_done = held.state is MeetingState.HAPPENED
    late = held.state is MeetingState.MISSED or bool(not is_done and held.on and held.latest_on and held.on > held.latest_on)
    return DateRow(held.on, when, what, meeting_state_words(held), latest, late, is_done)


def _deadline_row(plan: Plan) -> list[DateRow]:
    if plan.deadline is None:
        return []
    reason = plan.deadline.reason
    what = _("Outside deadline: %(reason)s") % {"reason": reason} if reason else _("Outside deadline")
    return [DateRow(plan.deadline.on, day_words(plan.deadline.on), what, "", is_deadline=True)]
