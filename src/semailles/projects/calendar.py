"""The time of projects as read: milestones with the day each may be expected, seen over the whole process since waits cross projects. Two queries."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from semailles.engines.scheduling import Expected, Network, Step, Wait, expect
from semailles.projects.models import Dependency, Project, ProjectMilestone
from semailles.workshop.models import Initiative


@dataclass(frozen=True, slots=True)
class Row:
    """A milestone, its day, what it waits for and what waits for it (standing waits of standing milestones)."""

    milestone: ProjectMilestone
    expected: Expected
    waits: tuple[Dependency, ...] = ()
    releases: tuple[Dependency, ...] = ()

    @property
    def is_reached(self) -> bool:
        return self.milestone.real_on is not None

    @property
    def overruns(self) -> bool:
        """Expected after the deadline that others set for its project."""
        deadline = self.milestone.project.deadline_on
        return bool(deadline and self.expected.on and self.expected.on > deadline)


@dataclass(frozen=True, slots=True)
class Calendar:
    """`rows`: project by project, in the order of their days. `lost`: waits for what was set aside, or whose project was dropped or merged. `known`: all rows of the process by their key."""

    on: date
    rows: tuple[Row, ...]
    network: Network
    lost: tuple[Dependency, ...]
    known: Mapping[str, Row]

    def of(self, project: Project) -> "Calendar":
        """What happens to this project: its milestones, what slips in it, and what others make it lose."""
        rows = tuple(row for row in self.rows if row.milestone.project_id == project.pk)
        keys = {row.expected.step.key for row in rows}
        slips = tuple(slip for slip in self.network.slips if keys & {slip.late.step.key, *(one.step.key for one in slip.moves)})
        soon = tuple(pair for pair in self.network.too_soon if pair[0].key in keys)
        lost = tuple(one for one in self.lost if one.after.project_id == project.pk)
        return Calendar(self.on, rows, Network(tuple(row.expected for row in rows), slips, soon), lost, self.known)

    def by_project(self) -> list[tuple[Project, list[Row]]]:
        grouped: dict[int, list[Row]] = defaultdict(list)
        for row in self.rows:
            grouped[row.milestone.project_id].append(row)
        return [(rows[0].milestone.project, rows) for rows in grouped.values()]


def calendar_of_projects(initiative: Initiative, *, on: date) -> Calendar:
    """`on`: today, for the initiative."""
    milestones = {one.pk: one for one in _standing(initiative)}
    dependencies = list(Dependency.objects.of(initiative).standing().select_related("before__project__merged_into", "after__project"))
    kept = [one for one in dependencies if one.before_id in milestones and one.after_id in milestones]
    waits, releases = _grouped(kept, "after_id"), _grouped(kept, "before_id")
    network = expect(
        [_step(one) for one in milestones.values()], [Wait(str(one.before_id), str(one.after_id), one.lag_days) for one in kept], on=on
    )
    rows = [
        Row(milestones[int(told.step.key)], told, tuple(waits[int(told.step.key)]), tuple(releases[int(told.step.key)]))
        for told in network.steps
    ]
    rows.sort(key=lambda row: (row.milestone.project.number, row.expected.on or date.max, row.milestone.rank, row.milestone.pk))
    lost = [one for one in dependencies if one.after_id in milestones and one.before_id not in milestones]
    return Calendar(on, tuple(rows), network, tuple(lost), {row.expected.step.key: row for row in rows})


def _standing(initiative: Initiative) -> Iterable[ProjectMilestone]:
    carried = Project.objects.of(initiative).taken_up()
    return ProjectMilestone.objects.of(initiative).standing().filter(project__in=carried).select_related("project").order_by("rank", "pk")


def _grouped(dependencies: Iterable[Dependency], end: str) -> dict[int, list[Dependency]]:
    found: dict[int, list[Dependency]] = defaultdict(list)
    for one in dependencies:
        found[getattr(one, end)].append(one)
    return found


def _step(one: ProjectMilestone) -> Step:
    return Step(str(one.pk), one.label, one.planned_on, one.starts_on, one.real_on)


def may_be_waited_for(milestone: ProjectMilestone) -> list[ProjectMilestone]:
    """Those of the same project first, then of the others in their order."""
    others = [one for one in _standing(milestone.initiative) if one.pk != milestone.pk]
    return sorted(others, key=lambda one: (one.project_id != milestone.project_id, one.project.number, one.planned_on or date.max, one.pk))


def set_aside_of(project: Project) -> list[ProjectMilestone]:
    return list(ProjectMilestone.objects.of(project.initiative).set_aside().filter(project=project))
