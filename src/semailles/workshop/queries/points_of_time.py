"""What is open about the time and the people of the process."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from semailles.engines.scheduling import MeetingKind, MeetingState, Plan, PlannedMeeting
from semailles.workshop.budget_words import amount_words
from semailles.workshop.calendar_words import day_words, meeting_title, titled, verdict, what_slips, what_would_fit
from semailles.workshop.enums import BodyKind, BodyState, MilestoneKind
from semailles.workshop.models import Initiative, Milestone, Mission
from semailles.workshop.queries.bodies import BodyView
from semailles.workshop.queries.open_point import OpenPoint, Severity, Target, Where

MINUTES_WITHIN = timedelta(days=15)
PAID_WITHIN = timedelta(days=30)
Found = Iterator[OpenPoint]
_TO_DATE = {
    MeetingState.MISSED: gettext_lazy("%(what)s was planned for %(day)s: say whether it was held."),
    MeetingState.UNRECORDED: gettext_lazy("%(what)s: nobody wrote its day. Write the one it was held on, or is planned for."),
    MeetingState.SUGGESTED: gettext_lazy("%(what)s: set its day (%(day)s would suit)."),
    MeetingState.UNDATED: gettext_lazy("%(what)s: set its day."),
}


def of_calendar(initiative: Initiative, plan: Plan) -> Found:
    if plan.overrun_days and plan.deadline:
        said = " ".join((verdict(plan), *what_would_fit(plan)[:1]))
        yield OpenPoint(Severity.BLOCKS, said, Target(Where.CALENDAR, initiative.public_id), plan.deadline.on)
    if not plan.phases:
        sentence = _("Write the phases of the process and how long each lasts.")
        yield OpenPoint(Severity.NEXT, sentence, Target(Where.CALENDAR, initiative.public_id))
    elif initiative.starts_on is None:
        yield OpenPoint(Severity.NEXT, _("Give the day the process starts."), Target(Where.INITIATIVE, initiative.public_id))
    for slip, said in zip(plan.slips, what_slips(plan), strict=True):
        if slip.is_open:
            yield OpenPoint(Severity.LATE, said, Target(Where.PHASE, UUID(slip.key)), slip.ends_on - timedelta(days=slip.days))
    for held in plan.meetings:
        if held.meeting.kind is not MeetingKind.DEADLINE and held.state in _TO_DATE:
            yield _dated(held)


def _dated(held: PlannedMeeting) -> OpenPoint:
    severity = Severity.LATE if held.state is MeetingState.MISSED else Severity.NEXT
    said = {"what": meeting_title(held), "day": day_words(held.on) if held.on else ""}
    return OpenPoint(severity, _TO_DATE[held.state] % said, Target(Where.MILESTONE, UUID(held.meeting.key)), held.on)


def of_meetings(held: Iterable[Milestone], on: date) -> Found:
    """Minutes are awaited from the day after."""
    for meeting in held:
        if meeting.kind == MilestoneKind.MEETING and meeting.happened_on:
            due = meeting.happened_on + MINUTES_WITHIN
            said = {"what": titled(meeting.body.name if meeting.body else "", meeting.label), "day": day_words(meeting.happened_on)}
            severity = Severity.LATE if due < on else Severity.NEXT
            sentence = _("%(what)s was held on %(day)s: its minutes are still to be adopted.")
            yield OpenPoint(severity, sentence % said, Target(Where.MILESTONE, meeting.public_id), due)


def of_missions(missions: Iterable[Mission], on: date) -> Found:
    for mission in missions:
        said = {"who": mission.who, "what": mission.deliverable or _("the mission"), "fee": amount_words(mission.fee or Decimal(0))}
        if mission.delivered_on and mission.fee:
            due = mission.delivered_on + PAID_WITHIN
            said["day"] = day_words(mission.delivered_on)
            sentence = _("%(who)s handed over %(what)s on %(day)s: pay %(fee)s.")
            yield OpenPoint(Severity.LATE if due < on else Severity.NEXT, sentence % said, Target(Where.MISSION, mission.public_id), due)
        elif mission.due_on and mission.delivered_on is None and mission.due_on < on:
            said["day"] = day_words(mission.due_on)
            sentence = _("%(who)s was to hand over %(what)s on %(day)s.")
            yield OpenPoint(Severity.LATE, sentence % said, Target(Where.MISSION, mission.public_id), mission.due_on)


def of_bodies(initiative: Initiative, bodies: Iterable[BodyView]) -> Found:
    alive = [view for view in bodies if view.body.state != BodyState.DISSOLVED]
    if not any(view.body.kind == BodyKind.STEERING for view in alive):
        yield OpenPoint(
            Severity.NEXT, _("Set up a steering committee: funders and stakeholders."), Target(Where.INITIATIVE, initiative.public_id)
        )
    for view in alive:
        if view.body.kind != BodyKind.WORKING_GROUP and not view.sitting:
            yield OpenPoint(
                Severity.NEXT, _("Say who sits in « %(body)s ».") % {"body": view.body}, Target(Where.BODY, view.body.public_id)
            )
