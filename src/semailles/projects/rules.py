"""Who writes which project, and who works in which group."""

from django.db.models import Q

from semailles.core.models import Person
from semailles.projects.models import Holding, Project
from semailles.workshop.enums import Role
from semailles.workshop.models import Body, Initiative
from semailles.workshop.rules import may_shape, remembered, roles_of, sits_in
from semailles.workshop.today import today


def may_write_project(person: Person, project: Project) -> bool:
    """Whoever shapes projects writes them all; a holder, those held; a member of a working group, those that the group takes in hand."""
    initiative = project.initiative
    return (
        may_shape(person, initiative)
        or (project.group_id is not None and sits_in(person, project.group_id, initiative))
        or (Role.HOLDER in roles_of(person, initiative) and project.pk in remembered(person, initiative, _held))
    )


def may_work_in(person: Person, group: Body) -> bool:
    """Tasks and notes of a group: its members, and whoever shapes projects."""
    return may_shape(person, group.initiative) or sits_in(person, group.pk, group.initiative)


def _held(person: Person, initiative: Initiative) -> frozenset[int]:
    """The projects that the person holds today, and those into which these were merged."""
    runs = Q(until=None) | Q(until__gt=today(initiative))
    held = set(Holding.objects.of(initiative).filter(runs, person=person).values_list("project", flat=True))
    merged = dict(Project.objects.of(initiative).exclude(merged_into=None).values_list("pk", "merged_into")) if held else {}
    reached = held
    while reached := {merged[key] for key in reached if key in merged} - held:
        held |= reached
    return frozenset(held)
