"""Whom to ask for news, about what, since when: read from the dates that people wrote. Fixed queries, however many projects."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from semailles.projects.attainment import SIGNED
from semailles.projects.calendar import Calendar, Row
from semailles.projects.helping import nearest_first
from semailles.projects.models import Comment, Offer, Project, ProjectCommitment, ProjectMission, SupportNeed, WorkTask
from semailles.workshop.enums import Level
from semailles.workshop.models import Actor, Initiative
from semailles.workshop.queries import ladder_of

AHEAD = timedelta(days=30)  # a commitment that expires within a month is spoken of now


class Cause(StrEnum):
    STATUS = "status"
    HOLDER = "holder"
    SIGNED = "signed"
    EXPIRY = "expiry"
    MILESTONE = "milestone"
    TASK = "task"
    MISSION = "mission"
    QUESTION = "question"
    NEED = "need"


@dataclass(frozen=True, slots=True)
class Reminder:
    """`to`: a name, « » when nobody is named. `since`: the day from which news is due, None when no day was written.

    `beside`: what else the sentence needs (what would free it, the role, the skill offered); `others`: the projects that wait for it.
    """

    cause: Cause
    project: Project
    to: str
    since: date | None
    what: str
    beside: str = ""
    level: str = ""
    until: date | None = None
    others: tuple[str, ...] = ()
    actor: Actor | None = None


def reminders(initiative: Initiative, projects: Sequence[Project], calendar: Calendar, *, on: date) -> list[Reminder]:
    """The oldest first; what has no day comes last."""
    keys = {project.pk: project for project in projects}
    found = [
        *_status(projects, on),
        *_commitments(initiative, keys, on),
        *(_milestone(row) for row in calendar.rows if row.milestone.project_id in keys and _is_late(row, on)),
        *_tasks(initiative, keys, on),
        *_missions(initiative, keys, on),
        *_questions(initiative, keys),
        *_needs(initiative, keys, on),
    ]
    return sorted(found, key=lambda one: (one.since or date.max, one.project.number, one.cause))


def _status(projects: Sequence[Project], on: date) -> Iterator[Reminder]:
    for one in projects:
        if one.remind_on and one.remind_on <= on:
            to = one.status_owner or one.facilitator
            yield Reminder(Cause.STATUS, one, to, one.remind_on, one.blocked_by, one.unblocked_when, one.get_status_display())


def _commitments(initiative: Initiative, projects: dict[int, Project], on: date) -> Iterator[Reminder]:
    known = ProjectCommitment.objects.of(initiative).standing().filter(project__in=projects).exclude(level=Level.WITHDRAWN)
    for row in known.select_related("actor__merged_into").prefetch_related("steps"):
        ladder = ladder_of(row, tuple(row.steps.all()), on=on)
        until = ladder.current.expires_on if ladder.current else None
        project, actor = projects[row.project_id], row.actor
        said = (str(actor), row.scope, row.get_role_display(), row.get_level_display())
        if until and until <= on + AHEAD:
            yield _promise(Cause.EXPIRY, project, actor, until - AHEAD, said, until)
        elif row.remind_on and row.remind_on <= on:
            cause = Cause.SIGNED if row.level in SIGNED else Cause.HOLDER
            yield _promise(cause, project, actor, row.remind_on, said, until)


def _promise(cause: Cause, project: Project, actor: Actor, since: date, said: tuple[str, str, str, str], until: date | None) -> Reminder:
    to, scope, role, level = said
    return Reminder(cause, project, to, since, scope, role, level, until, actor=actor)


def _is_late(row: Row, on: date) -> bool:
    return not row.is_reached and row.milestone.planned_on is not None and row.milestone.planned_on < on


def _milestone(row: Row) -> Reminder:
    one = row.milestone
    others = dict.fromkeys(wait.after.project.title for wait in row.releases if wait.after.project_id != one.project_id)
    to = one.responsible or one.project.facilitator
    return Reminder(Cause.MILESTONE, one.project, to, one.planned_on, one.label, others=tuple(others))


def _tasks(initiative: Initiative, projects: dict[int, Project], on: date) -> Iterator[Reminder]:
    late = WorkTask.objects.of(initiative).standing().filter(project__in=projects, done_on=None, due_on__lt=on)
    for task in late.exclude(who=""):
        yield Reminder(Cause.TASK, projects[task.project_id or 0], task.who, task.due_on, task.what)


def _missions(initiative: Initiative, projects: dict[int, Project], on: date) -> Iterator[Reminder]:
    """Once a mission, beside the first of its projects."""
    links = ProjectMission.objects.of(initiative).filter(project__in=projects, mission__set_aside_on=None)
    late = links.filter(mission__delivered_on=None, mission__due_on__lt=on).select_related("mission").order_by("project__number")
    first = {link.mission_id: link for link in reversed(late)}
    for link in first.values():
        mission = link.mission
        yield Reminder(Cause.MISSION, projects[link.project_id], mission.who, mission.due_on, mission.deliverable)


def _questions(initiative: Initiative, projects: dict[int, Project]) -> Iterator[Reminder]:
    asked = Comment.objects.of(initiative).standing().filter(project__in=projects, answer="", closed_at=None)
    for one in asked.exclude(asked_to=""):
        day = one.at.astimezone(ZoneInfo(initiative.time_zone)).date()
        yield Reminder(Cause.QUESTION, projects[one.project_id], one.asked_to, day, one.text)


def _needs(initiative: Initiative, projects: dict[int, Project], on: date) -> Iterator[Reminder]:
    """A need that nothing answers, and who offers help on that side."""
    needs = SupportNeed.objects.of(initiative).standing().filter(project__in=projects, met_by=None)
    offers = list(Offer.objects.of(initiative).standing().exclude(until__lt=on).select_related("actor__merged_into"))
    for need in needs:
        best = _best(need, offers)
        if best is not None:
            actor = best.actor.stands_as if best.actor else None
            yield Reminder(Cause.NEED, projects[need.project_id], best.who, None, need.what, best.skill, actor=actor)


def _best(need: SupportNeed, offers: Collection[Offer]) -> Offer | None:
    theirs = [one for one in offers if one.cliff == need.cliff and one.project_id in (None, need.project_id)]
    return next(iter(nearest_first(need, theirs)), None)
