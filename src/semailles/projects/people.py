"""Who works on the projects, as people write their names: one query."""

from datetime import date

from django.db.models import Q

from semailles.engines.words import fold
from semailles.projects.models import Obstacle, Project, ProjectMilestone, WorkTask
from semailles.workshop.models import Initiative, Mandate, Mission


def people(initiative: Initiative, *, on: date) -> list[str]:
    """Each name once, in the order of the alphabet, whatever its capitals and accents."""
    carried = Project.objects.of(initiative).standing()
    seats = Mandate.objects.of(initiative).standing().filter(Q(ceased_on=None) | Q(ceased_on__gt=on), body__set_aside_on=None)
    asked = (
        carried.values_list("facilitator"),
        carried.values_list("status_owner"),
        WorkTask.objects.of(initiative).standing().values_list("who"),
        ProjectMilestone.objects.of(initiative).standing().filter(project__in=carried).values_list("responsible"),
        Obstacle.objects.of(initiative).standing().filter(project__in=carried).values_list("owner"),
        Mission.objects.of(initiative).standing().values_list("who"),
        seats.values_list("name"),
    )
    first, *others = (rows.order_by() for rows in asked)
    named: dict[str, str] = {}
    for (name,) in first.union(*others):
        if name.strip():
            named.setdefault(fold(name.strip()), name.strip())
    return [named[key] for key in sorted(named)]


def is_same(name: str, other: str) -> bool:
    """The same person or body, as far as letters tell."""
    return bool(name.strip()) and fold(name.strip()) == fold(other.strip())
