"""The plan of the process as a calendar file, for everybody's diary."""

from collections.abc import Iterator
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from semailles.engines.exchange import Event, icalendar
from semailles.engines.scheduling import MeetingKind, MeetingState, Plan, PlannedMeeting, PlannedPhase
from semailles.workshop.calendar_words import meeting_state_words, meeting_title, months_words, phase_state_words, verdict, what_would_fit
from semailles.workshop.models import Initiative

DOMAIN = "semailles"


def plan_events(plan: Plan, initiative: UUID) -> tuple[Event, ...]:
    """Phases, dated meetings and the outside deadline. `initiative`: its public id, which names the deadline."""
    return (*map(_phase, plan.phases), *_meetings(plan), *_deadline(plan, initiative))


def plan_file(plan: Plan, initiative: Initiative, *, stamp: datetime) -> bytes:
    """An .ics file; DTSTAMP is `stamp`."""
    return icalendar(initiative.name, plan_events(plan, initiative.public_id), stamp=stamp, lang=initiative.lang)


def _phase(one: PlannedPhase) -> Event:
    told = f"{months_words(one.phase.months)}, {phase_state_words(one)}"
    return Event(f"{one.phase.key}@{DOMAIN}", one.phase.name, one.starts_on, one.ends_on, told, (_("phase"),))


def _meetings(plan: Plan) -> Iterator[Event]:
    for held in plan.meetings:
        if held.on:
            yield _meeting(held, held.on)


def _meeting(held: PlannedMeeting, on: date) -> Event:
    kind = {MeetingKind.MEETING: _("meeting"), MeetingKind.MILESTONE: _("milestone"), MeetingKind.DEADLINE: _("deadline from outside")}
    is_sure = held.state not in {MeetingState.SUGGESTED, MeetingState.UNRECORDED}
    uid = f"{held.meeting.key}@{DOMAIN}"
    return Event(uid, meeting_title(held), on, on, meeting_state_words(held), (kind[held.meeting.kind],), is_sure)


def _deadline(plan: Plan, initiative: UUID) -> Iterator[Event]:
    if plan.deadline:
        summary = _("Outside deadline: %(reason)s") % {"reason": plan.deadline.reason} if plan.deadline.reason else _("Outside deadline")
        told = "\n".join(sentence for sentence in (verdict(plan), *what_would_fit(plan)) if sentence)
        day = plan.deadline.on
        yield Event(f"deadline-{initiative}@{DOMAIN}", summary, day, day, told, (_("deadline from outside"),))
