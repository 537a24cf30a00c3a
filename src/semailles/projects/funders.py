"""What each funder gives, across the projects and the process: the same euro written in two of them counts once."""

from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from semailles.engines.budgeting import Nature, Status
from semailles.engines.budgeting.lines import APART, CONFIRMED, HOPED
from semailles.projects.balances import ledgers
from semailles.projects.models import Project
from semailles.workshop.models import Initiative
from semailles.workshop.money import FundingLine
from semailles.workshop.queries import process_ledger
from semailles.workshop.queries.balancing import funder_of, same_euros


@dataclass(frozen=True, slots=True)
class Share:
    """A line of a funder. `project`: None for the process itself. `same_as`: the line whose euros it repeats."""

    line: FundingLine
    counts_as: Status
    project: Project | None
    same_as: FundingLine | None

    def adds_to(self, statuses: frozenset[Status]) -> Decimal:
        counts = self.same_as is None and self.counts_as in statuses and Nature(self.line.nature) not in APART
        return (self.line.amount or Decimal(0)) if counts else Decimal(0)


@dataclass(frozen=True, slots=True)
class Funder:
    name: str
    shares: tuple[Share, ...]

    @property
    def confirmed(self) -> Decimal:
        return sum((share.adds_to(CONFIRMED) for share in self.shares), Decimal(0))

    @property
    def hoped(self) -> Decimal:
        return sum((share.adds_to(HOPED) for share in self.shares), Decimal(0))


def funders(initiative: Initiative, *, on: date) -> tuple[Funder, ...]:
    """Those who give most first; projects that were dropped or merged count no more."""
    projects = {project.pk: project for project in Project.objects.of(initiative).standing()}
    held: list[tuple[Project | None, FundingLine, Status]] = [(None, *pair) for pair in process_ledger(initiative, on=on).counted]
    for pk, ledger in ledgers(initiative, projects, on=on).items():
        held += [(projects[pk], *pair) for pair in ledger.counted]
    twice = same_euros([(line, status) for _project, line, status in held])
    shares: dict[Hashable, list[Share]] = defaultdict(list)
    for project, line, status in held:
        shares[funder_of(line)].append(Share(line, status, project, twice.get(line.public_id)))
    found = [Funder(_name(given[0].line), tuple(given)) for given in shares.values()]
    return tuple(sorted(found, key=lambda one: (-one.confirmed, -one.hoped, one.name)))


def _name(line: FundingLine) -> str:
    return line.actor.name if line.actor else line.funder
