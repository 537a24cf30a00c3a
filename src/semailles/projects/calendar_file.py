"""The milestones of projects as a calendar file, for everybody's diary."""

from collections.abc import Iterator
from datetime import date, datetime

from django.utils.translation import gettext as _

from semailles.engines.exchange import Event, icalendar
from semailles.projects.calendar import Calendar, Row
from semailles.projects.calendar_words import deadline_words, state_words, wait_words
from semailles.projects.models import Project
from semailles.workshop.calendar_file import DOMAIN


def calendar_file(calendar: Calendar, name: str, *, stamp: datetime, lang: str) -> bytes:
    """An .ics file; DTSTAMP is `stamp`."""
    return icalendar(name, _events(calendar), stamp=stamp, lang=lang)


def _events(calendar: Calendar) -> Iterator[Event]:
    for project, rows in calendar.by_project():
        yield from (_event(row, row.expected.on) for row in rows if row.expected.on)
        if project.deadline_on:
            yield _deadline(project, project.deadline_on)


def _event(row: Row, on: date) -> Event:
    """On its real day, else on the one that it may be expected: a day that nobody gave is only suggested."""
    milestone = row.milestone
    first = milestone.starts_on if milestone.starts_on and milestone.starts_on <= on else on
    waits = [_("Waits for %(what)s.") % {"what": wait_words(one)} for one in row.waits]
    told = "\n".join([state_words(row), *([milestone.responsible] if milestone.responsible else []), *waits])
    is_sure = row.is_reached or milestone.planned_on == on
    summary = _("%(milestone)s (project %(number)s)") % {"milestone": milestone.label, "number": milestone.project.number}
    return Event(f"{milestone.public_id}@{DOMAIN}", summary, first, on, told, (_("milestone"),), is_sure)


def _deadline(project: Project, on: date) -> Event:
    summary = _("Outside deadline (project %(number)s)") % {"number": project.number}
    return Event(f"deadline-{project.public_id}@{DOMAIN}", summary, on, on, deadline_words(project), (_("deadline from outside"),))
