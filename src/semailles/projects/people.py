"""Who works on the projects, as people write their names: one query."""

from semailles.engines.words import fold
from semailles.projects.models import Obstacle, Project, ProjectMilestone, WorkTask
from semailles.workshop.models import Initiative, Mandate, Mission


def people(initiative: Initiative) -> list[str]:
    """Each name once, in the order of the alphabet, whatever its capitals and accents."""
    carried = Project.objects.of(initiative).standing()
    asked = (
        carried.values_list("facilitator"),
        carried.values_list("status_owner"),
        WorkTask.objects.of(initiative).standing().values_list("who"),
        ProjectMilestone.objects.of(initiative).standing().filter(project__in=carried).values_list("responsible"),
        Obstacle.objects.of(initiative).standing().filter(project__in=carried).values_list("owner"),
        Mission.objects.of(initiative).standing().values_list("who"),
        Mandate.objects.of(initiative).standing().filter(body__set_aside_on=None, ceased_on=None).values_list("name"),
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
