"""How a project goes, apart from its maturity: what stops it, what would free it, who sees to it."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from semailles.core.models import Person
from semailles.core.permits import require
from semailles.projects.enums import Status
from semailles.projects.models import Project
from semailles.projects.rules import may_write_project
from semailles.projects.taking import opened
from semailles.workshop import editing
from semailles.workshop.today import require_come


@dataclass(frozen=True, slots=True)
class StatusEntry:
    """`status_on`: since when. `remind_on`: the day on which people want to be told again."""

    status: Status
    blocked_by: str = ""
    unblocked_when: str = ""
    status_owner: str = ""
    status_on: date | None = None
    remind_on: date | None = None


@transaction.atomic
def change_status(project: Project, entry: StatusEntry, *, revision: int, by: Person) -> Project:
    """What stops a project says what would free it, who sees to it and since when; the database refuses it otherwise."""
    require(may_write_project(by, project), by=by)
    require_come(project.initiative, entry.status_on)
    return editing.change(opened(project, by=by), editing.values_of(entry), revision=revision, by=by, verb="status changed")
