"""What shaping the projects costs: missions, the projects that each shapes, the share of its fee that falls to each."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from semailles.projects.models import Project, ProjectMission
from semailles.workshop.enums import TaxBase
from semailles.workshop.models import Initiative, Mission

CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Sum:
    """Euros of one tax base."""

    amount: Decimal
    tax_base: TaxBase


@dataclass(frozen=True, slots=True)
class MissionView:
    """`bearers`: who bears each equal part of the fee, so that a project into which another was merged since bears both parts."""

    mission: Mission
    bearers: tuple[Project, ...]

    @property
    def projects(self) -> tuple[Project, ...]:
        return tuple(dict.fromkeys(self.bearers))

    @property
    def shares(self) -> tuple[Decimal, ...]:
        """What of the fee falls to each project, in their order; their sum is the fee, to the cent."""
        if self.mission.fee is None:
            return ()
        found = dict.fromkeys(self.projects, Decimal(0))
        for project, part in zip(self.bearers, shared(self.mission.fee, len(self.bearers)), strict=True):
            found[project] += part
        return tuple(found.values())

    @property
    def borne(self) -> tuple[tuple[Project, Decimal | None], ...]:
        return tuple(zip(self.projects, self.shares or (None,) * len(self.projects), strict=True))

    @property
    def is_unpaid_for(self) -> bool:
        """It asks for a fee that no line of the budget holds."""
        return bool(self.mission.fee) and self.mission.cost_id is None

    def is_late(self, on: date) -> bool:
        return bool(self.mission.due_on and self.mission.due_on < on and not self.mission.delivered_on)

    def share_of(self, project: Project) -> Decimal | None:
        return dict(self.borne).get(project)


@dataclass(frozen=True, slots=True)
class Shaping:
    """Of one project. `lines`: each mission, what of its fee falls to the project, whether it is late. `sums`: what its shaping costs, a sum for each tax base, for none is ever added to another."""

    lines: tuple[tuple[MissionView, Decimal | None, bool], ...]
    sums: tuple[Sum, ...]


def shared(fee: Decimal, count: int) -> tuple[Decimal, ...]:
    """Equal parts to the cent; the first ones bear the cents that cannot be divided. None without anybody to share with."""
    if not count:
        return ()
    cents = int((fee / CENT).to_integral_value())
    each, over = divmod(cents, count)
    return tuple((each + (rank < over)) * CENT for rank in range(count))


def missions(initiative: Initiative) -> list[MissionView]:
    """Those that stand, in their order: two queries."""
    return _viewed(list(Mission.objects.of(initiative).standing().select_related("cost")))


def shaping_of(project: Project, *, on: date) -> Shaping:
    """Two queries."""
    known = [view for view in missions(project.initiative) if project in view.projects]
    lines = tuple((view, view.share_of(project), view.is_late(on)) for view in known)
    return Shaping(lines, sums((share, view.mission.tax_base) for view, share, _is_late in lines))


def sums(amounts: Iterable[tuple[Decimal | None, str]]) -> tuple[Sum, ...]:
    """What is known, by tax base."""
    found: defaultdict[TaxBase, Decimal] = defaultdict(Decimal)
    for amount, tax_base in amounts:
        if amount is not None:
            found[TaxBase(tax_base)] += amount
    return tuple(Sum(found[base], base) for base in TaxBase if base in found)


def _viewed(found: list[Mission]) -> list[MissionView]:
    shaped: defaultdict[int, list[Project]] = defaultdict(list)
    for link in ProjectMission.objects.filter(mission__in=found).select_related("project__merged_into"):
        shaped[link.mission_id].append(_bearer(link.project))
    return [MissionView(mission, tuple(sorted(shaped[mission.pk], key=lambda one: one.number))) for mission in found]


def _bearer(project: Project) -> Project:
    """The one that stands for it since it was merged, however often."""
    while project.merged_into:
        project = project.merged_into
    return project
