"""What people do with the money of a project."""

from datetime import date
from typing import TypeVar
from uuid import UUID

from django.db import transaction

from semailles.core.models import Person
from semailles.core.permits import require
from semailles.projects.entries_of_money import ProjectCostEntry
from semailles.projects.models import Project, ProjectCost, ProjectFunding
from semailles.projects.rules import may_write_project
from semailles.projects.taking import opened
from semailles.workshop import editing, paying
from semailles.workshop.entries import FundingEntry
from semailles.workshop.enums import FundingStatus

Line = TypeVar("Line", ProjectCost, ProjectFunding)


@transaction.atomic
def add_project_cost(project: Project, entry: ProjectCostEntry, *, key: UUID | None = None, by: Person) -> ProjectCost:
    require(may_write_project(by, project), by=by)
    project = opened(project, by=by)
    return editing.add(ProjectCost(initiative=project.initiative, project=project), entry, key=key, by=by)


@transaction.atomic
def add_project_funding(project: Project, entry: FundingEntry, *, key: UUID | None = None, by: Person) -> ProjectFunding:
    require(may_write_project(by, project), by=by)
    project = opened(project, by=by)
    return editing.add(ProjectFunding(initiative=project.initiative, project=project), entry, key=key, by=by)


@transaction.atomic
def describe_project_line(line: Line, entry: ProjectCostEntry | FundingEntry, *, revision: int, by: Person) -> Line:
    require(may_write_project(by, line.project), by=by)
    opened(line.project, by=by)
    return editing.describe(line, entry, revision=revision, by=by)


@transaction.atomic
def change_project_funding(funding: ProjectFunding, status: FundingStatus, *, source: str = "", on: date, by: Person) -> ProjectFunding:
    """How sure it is from now on, and what says so."""
    require(may_write_project(by, funding.project), by=by)
    opened(funding.project, by=by)
    typed = paying.how_sure(funding, status, source=source, on=on)
    return editing.change(funding, typed, by=by, verb="status changed")


@transaction.atomic
def withdraw_project_funding(funding: ProjectFunding, reason: str, *, on: date, by: Person) -> ProjectFunding:
    require(may_write_project(by, funding.project), by=by)
    opened(funding.project, by=by)
    return editing.change(funding, paying.refusal(funding, reason, on=on), by=by, verb="withdrawn")


@transaction.atomic
def attach_to_funding(funding: ProjectFunding, sha256: str, *, by: Person) -> ProjectFunding:
    """The document that says so, stored by content; another one takes its place."""
    require(may_write_project(by, funding.project), by=by)
    opened(funding.project, by=by)
    return editing.change(funding, {"proof_sha256": sha256}, by=by, verb="attached to")


@transaction.atomic
def set_project_line_aside(line: Line, reason: str, *, on: date, by: Person) -> Line:
    require(may_write_project(by, line.project), by=by)
    opened(line.project, by=by)
    return editing.set_aside(line, reason, on=on, by=by)


@transaction.atomic
def put_project_line_back(line: Line, *, by: Person) -> Line:
    require(may_write_project(by, line.project), by=by)
    opened(line.project, by=by)
    return editing.put_back(line, by=by)
