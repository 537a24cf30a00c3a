"""Who writes a project because they carry it: given and taken by those who coordinate."""

from datetime import date

from django.db import transaction

from semailles.core.journal import record
from semailles.core.models import Person
from semailles.core.permits import require
from semailles.projects.models import Holding, Project
from semailles.projects.taking import require_standing
from semailles.workshop import editing
from semailles.workshop.actions.roles import give_role
from semailles.workshop.enums import Role
from semailles.workshop.rules import forget_roles, may_coordinate


@transaction.atomic
def let_hold(project: Project, person: Person, *, on: date, by: Person) -> Holding:
    """From this day the person writes this project. The draft stays a draft until somebody writes in it."""
    require(may_coordinate(by, project.initiative), by=by)
    require_standing(project)
    known: Holding | None = Holding.objects.of(project.initiative).filter(project=project, person=person, until=None).first()
    if known:
        return known
    give_role(project.initiative, person, Role.HOLDER, by=by)
    holding = Holding(initiative=project.initiative, project=project, person=person, since=on)
    editing.check(holding)
    holding.save()
    forget_roles(person)
    record("let hold", project, by=by, initiative=project.initiative, person=person.name)
    return holding


@transaction.atomic
def end_holding(holding: Holding, *, on: date, by: Person) -> Holding:
    """From this day the person writes this project no more; what they wrote stays, and so does their role."""
    require(may_coordinate(by, holding.initiative), by=by)
    if holding.until is not None:
        return holding
    holding.until = on
    editing.check(holding)
    holding.save(update_fields=["until"])
    forget_roles(holding.person)
    record("held no more", holding.project, by=by, initiative=holding.initiative, person=holding.person.name)
    return holding
