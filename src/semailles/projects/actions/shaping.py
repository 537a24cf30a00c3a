"""What people do with missions: say which projects each one shapes."""

from collections.abc import Collection, Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from semailles.core.journal import record
from semailles.core.models import Person
from semailles.core.permits import require
from semailles.projects.models import Project, ProjectMission
from semailles.projects.taking import opened
from semailles.workshop import editing
from semailles.workshop.actions import describe_mission
from semailles.workshop.entries import MissionEntry
from semailles.workshop.errors import Conflict, Elsewhere
from semailles.workshop.models import Mission
from semailles.workshop.rules import may_coordinate
from semailles.workshop.words import NOTHING, label_of


@transaction.atomic
def describe_hired(mission: Mission, entry: MissionEntry, projects: Collection[Project], *, revision: int, by: Person) -> Mission:
    """The mission and the projects that it shapes, which one form shows together."""
    require(may_coordinate(by, mission.initiative), by=by)
    kept = Mission.objects.select_for_update().get(pk=mission.pk)
    known = _shaped(kept).values()
    beside = [Conflict("shaped", label_of("projects"), _numbers(known), _numbers(projects))] if {*known} != {*projects} else []
    editing.require_seen(kept, editing.values_of(entry), revision=revision, beside=beside)
    return describe_mission(mission, entry, revision=revision + shape(mission, projects, by=by), by=by)


@transaction.atomic
def shape(mission: Mission, projects: Collection[Project], *, by: Person) -> bool:
    """These projects and no other; whether that changes anything, and so the revision. One dropped or merged since may stay; none is added."""
    require(may_coordinate(by, mission.initiative), by=by)
    kept = Mission.objects.select_for_update().get(pk=mission.pk)
    known = _shaped(kept)
    wanted = {project.pk: project for project in projects}
    if known.keys() == wanted.keys():
        return False
    editing.require_standing(kept)
    for key in wanted.keys() - known.keys():
        _link(kept, wanted[key], by=by)
    kept.shaped.exclude(project__in=wanted).delete()
    kept.revision += 1
    kept.save(update_fields=["revision", "updated_at"])
    record("shapes", kept, by=by, initiative=mission.initiative, projects=_numbers(projects))
    return True


def _shaped(mission: Mission) -> dict[int, Project]:
    return {link.project_id: link.project for link in mission.shaped.select_related("project")}


def _numbers(projects: Iterable[Project]) -> str:
    return ", ".join(str(number) for number in sorted(project.number for project in projects)) or NOTHING


def _link(mission: Mission, project: Project, *, by: Person) -> None:
    if project.initiative_id != mission.initiative_id:
        raise Elsewhere(_("« %(thing)s » belongs to another initiative.") % {"thing": project})
    ProjectMission.objects.create(initiative=mission.initiative, project=opened(project, by=by), mission=mission)
