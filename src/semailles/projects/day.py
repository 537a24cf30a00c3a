"""The day of somebody who shapes projects: what they have to do, what their sheets lack, whom to ask for news."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from semailles.projects.attainment import Attainment, attainments
from semailles.projects.calendar import Calendar, Row, calendar_of_projects
from semailles.projects.due import Due, open_tasks
from semailles.projects.models import Project, ProjectMission
from semailles.projects.people import is_same
from semailles.projects.reminders import Cause, Reminder, reminders
from semailles.workshop.models import Contact, Initiative, Mandate


@dataclass(frozen=True, slots=True)
class MySheet:
    """`next`: the milestone that comes first, or that should have been reached."""

    attained: Attainment
    next: Row | None


@dataclass(frozen=True, slots=True)
class Day:
    """`asked`: what others would ask of this person, beside its tasks; `to_ask`: of whom this person asks news. Without a name, everybody's."""

    who: str
    tasks: tuple[Due, ...]
    sheets: tuple[MySheet, ...]
    asked: tuple[Reminder, ...]
    to_ask: tuple[Reminder, ...]
    addresses: dict[int, str]


def day_of(initiative: Initiative, who: str, *, on: date) -> Day:
    """`who`: a name as people write it; « »: the whole team."""
    everything = list(Project.objects.of(initiative).taken_up().select_related("initiative", "group", "family"))
    tasks = tuple(one for one in open_tasks(initiative, on=on) if not who or is_same(who, one.task.who))
    mine = _mine(initiative, everything, who, tasks, on) if who else everything
    calendar = calendar_of_projects(initiative, on=on)
    found = reminders(initiative, mine, calendar, on=on)
    known = attainments(initiative, mine, on=on)
    ahead = _ahead(calendar)
    sheets = tuple(MySheet(known[project.pk], ahead.get(project.pk)) for project in mine)
    to_ask = tuple(one for one in found if not is_same(who, one.to))
    asked = tuple(one for one in found if is_same(who, one.to) and one.cause is not Cause.TASK)
    return Day(who, tasks, sheets, asked, to_ask, _addresses(initiative, to_ask, on))


def _mine(initiative: Initiative, projects: Iterable[Project], who: str, tasks: Iterable[Due], on: date) -> list[Project]:
    """That this person leads, watches, is hired to shape or has a task in; that its group has in hand."""
    seats = Mandate.objects.of(initiative).standing().filter(Q(ceased_on=None) | Q(ceased_on__gt=on))
    groups = {body for name, body in seats.values_list("name", "body") if is_same(who, name)}
    hired = ProjectMission.objects.of(initiative).filter(mission__set_aside_on=None).values_list("mission__who", "project")
    keys = {key for name, key in hired if is_same(who, name)} | {one.task.project_id for one in tasks}
    return [
        one
        for one in projects
        if one.pk in keys or one.group_id in groups or is_same(who, one.facilitator) or is_same(who, one.status_owner)
    ]


def _ahead(calendar: Calendar) -> dict[int, Row]:
    """Of each project that has one, by its key, the milestone that comes first."""
    found: dict[int, Row] = {}
    for row in calendar.rows:
        if not row.is_reached:
            found.setdefault(row.milestone.project_id, row)
    return found


def _addresses(initiative: Initiative, found: Sequence[Reminder], on: date) -> dict[int, str]:
    """Where each actor is reached by mail, by its key. For those who may see contacts alone."""
    actors = [one.actor.pk for one in found if one.actor]
    known = Contact.objects.of(initiative).filter(actor__in=actors, ends_on__gte=on).exclude(email="")
    return dict(known.order_by("-ends_on", "-pk").values_list("actor", "email"))
