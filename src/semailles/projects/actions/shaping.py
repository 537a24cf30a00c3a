"""What people do with missions: say which projects each one shapes."""

from collections.abc import Collection

from django.db import transaction
from django.utils.translation import gettext as _

from semailles.core.journal import record
from semailles.core.models import Person
from semailles.core.permits import require
from semailles.projects.models import Project, ProjectMission
from semailles.projects.taking import opened
from semailles.workshop import editing
from semailles.workshop.errors import Elsewhere
from semailles.workshop.models import Mission
from semailles.workshop.rules import may_coordinate


@transaction.atomic
def shape(mission: Mission, projects: Collection[Project], *, by: Person) -> None:
    """These projects and no other. One that was dropped or merged since may stay; none is added."""
    require(may_coordinate(by, mission.initiative), by=by)
    known = {link.project_id: link for link in ProjectMission.objects.of(mission.initiative).filter(mission=mission)}
    wanted = {project.pk: project for project in projects}
    if known.keys() == wanted.keys():
        return
    editing.require_standing(mission)
    for key in wanted.keys() - known.keys():
        _link(mission, wanted[key], by=by)
    ProjectMission.objects.of(mission.initiative).filter(mission=mission).exclude(project__in=wanted).delete()
    numbers = ", ".join(str(project.number) for project in sorted(projects, key=lambda one: one.number))
    record("shapes", mission, by=by, initiative=mission.initiative, projects=numbers or "–")


def _link(mission: Mission, project: Project, *, by: Person) -> None:
    if project.initiative_id != mission.initiative_id:
        raise Elsewhere(_("« %(thing)s » belongs to another initiative.") % {"thing": project})
    ProjectMission.objects.create(initiative=mission.initiative, project=opened(project, by=by), mission=mission)
