"""What people do with the time of a project: its milestones, and what waits for what."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from semailles.core.models import Person
from semailles.core.permits import require
from semailles.engines.scheduling import Wait, circle
from semailles.projects.calendar_words import called
from semailles.projects.errors import TurnsInACircle
from semailles.projects.models import Dependency, Project, ProjectMilestone
from semailles.projects.rules import may_write_project
from semailles.projects.taking import opened
from semailles.workshop import editing
from semailles.workshop.models import Initiative
from semailles.workshop.today import require_come


@dataclass(frozen=True, slots=True)
class ProjectMilestoneEntry:
    label: str
    planned_on: date | None = None
    starts_on: date | None = None
    real_on: date | None = None
    responsible: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class WaitEntry:
    before: ProjectMilestone
    lag_days: int = 0
    note: str = ""


@transaction.atomic
def add_project_milestone(project: Project, entry: ProjectMilestoneEntry, *, key: UUID | None = None, by: Person) -> ProjectMilestone:
    require(may_write_project(by, project), by=by)
    project = opened(project, by=by)
    require_come(project.initiative, entry.real_on)
    return editing.add(ProjectMilestone(initiative=project.initiative, project=project), entry, key=key, by=by)


@transaction.atomic
def describe_project_milestone(milestone: ProjectMilestone, entry: ProjectMilestoneEntry, *, revision: int, by: Person) -> ProjectMilestone:
    require(may_write_project(by, milestone.project), by=by)
    opened(milestone.project, by=by)
    require_come(milestone.initiative, entry.real_on)
    return editing.describe(milestone, entry, revision=revision, by=by)


@transaction.atomic
def reach(milestone: ProjectMilestone, *, on: date, by: Person) -> ProjectMilestone:
    """It was really reached that day: what waits for it follows from there."""
    require(may_write_project(by, milestone.project), by=by)
    opened(milestone.project, by=by)
    require_come(milestone.initiative, on)
    return editing.change(milestone, {"real_on": on}, by=by, verb="reached")


@transaction.atomic
def set_milestone_aside(milestone: ProjectMilestone, reason: str, *, on: date, by: Person) -> ProjectMilestone:
    """Nothing waits for it any more; what it was and why stays in sight."""
    require(may_write_project(by, milestone.project), by=by)
    opened(milestone.project, by=by)
    return editing.set_aside(milestone, reason, on=on, by=by)


@transaction.atomic
def put_milestone_back(milestone: ProjectMilestone, *, by: Person) -> ProjectMilestone:
    require(may_write_project(by, milestone.project), by=by)
    opened(milestone.project, by=by)
    return editing.put_back(milestone, by=by)


@transaction.atomic
def wait_for(milestone: ProjectMilestone, entry: WaitEntry, *, key: UUID | None = None, by: Person) -> Dependency:
    """The milestone waits for another, of the same project or not; said again, the line is changed, or comes back. A circle is refused."""
    require(may_write_project(by, milestone.project), by=by)
    opened(milestone.project, by=by)
    editing.require_standing(entry.before)
    known: Dependency | None = Dependency.objects.of(milestone.initiative).filter(before=entry.before, after=milestone).first()
    if known and known.is_standing:
        return editing.change(known, _told(entry), by=by, verb="described")
    _require_no_circle(entry.before, milestone)
    if known:
        return editing.change(known, {**_told(entry), "set_aside_on": None, "set_aside_reason": ""}, by=by, verb="put back")
    return editing.add(Dependency(initiative=milestone.initiative, after=milestone), entry, key=key, by=by)


@transaction.atomic
def stop_waiting(dependency: Dependency, reason: str, *, on: date, by: Person) -> Dependency:
    require(may_write_project(by, dependency.after.project), by=by)
    opened(dependency.after.project, by=by)
    return editing.set_aside(dependency, reason, on=on, by=by)


def _told(entry: WaitEntry) -> dict[str, int | str]:
    return {"lag_days": entry.lag_days, "note": entry.note}


def _require_no_circle(before: ProjectMilestone, after: ProjectMilestone) -> None:
    """Seen over all standing waits, those of milestones set aside too: nothing that is put back can close a circle. One gesture at a time."""
    Initiative.objects.select_for_update().get(pk=after.initiative_id)
    standing = Dependency.objects.of(after.initiative).standing().values_list("before", "after")
    chain = circle([Wait(str(one), str(other)) for one, other in standing], before=str(before.pk), after=str(after.pk))
    if not chain:
        return
    rows = ProjectMilestone.objects.of(after.initiative).select_related("project").in_bulk([int(key) for key in chain])
    names = [called(rows[int(key)]) for key in reversed(chain)]
    linked = _(", which waits for ").join(names[1:])
    sentence = _("The circle has no way out: %(first)s would wait for %(others)s. Set one of these waits aside first.")
    raise TurnsInACircle(sentence % {"first": names[0], "others": linked})
