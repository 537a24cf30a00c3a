"""What each funder gives, across the projects and the process: the same euro written in two of them counts once."""

from collections import defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from semailles.engines.budgeting import Balance, Nature, Status
from semailles.engines.budgeting.lines import APART, CONFIRMED, HOPED
from semailles.projects.balances import ledgers
from semailles.projects.models import Project
from semailles.workshop.models import Actor, Initiative
from semailles.workshop.money import FundingLine
from semailles.workshop.queries import process_ledger
from semailles.workshop.queries.balancing import Counted, Ledger, funder_of, same_euros


@dataclass(frozen=True, slots=True)
class Owner:
    """Whom a line pays. `project`: None for the process itself."""

    project: Project | None
    balance: Balance


@dataclass(frozen=True, slots=True)
class Share:
    """A line of a funder. `same_as`: the line whose euros it repeats."""

    line: FundingLine
    counts_as: Status
    owner: Owner
    same_as: FundingLine | None

    @property
    def project(self) -> Project | None:
        return self.owner.project

    def adds_to(self, statuses: frozenset[Status]) -> Decimal:
        counts = self.same_as is None and self.counts_as in statuses and Nature(self.line.nature) not in APART
        return (self.line.amount or Decimal(0)) if counts else Decimal(0)


@dataclass(frozen=True, slots=True)
class Broken:
    """What an owner would miss if the funder left it altogether: more than what is missing now."""

    owner: Owner
    leaves: Decimal

    @property
    def gap(self) -> Decimal:
        return self.owner.balance.gap + self.leaves


@dataclass(frozen=True, slots=True)
class Funder:
    name: str
    shares: tuple[Share, ...]

    @property
    def actor(self) -> Actor | None:
        return self.shares[0].line.actor

    @property
    def key(self) -> UUID:
        """Its address."""
        return self.actor.public_id if self.actor else self.shares[0].line.public_id

    @property
    def confirmed(self) -> Decimal:
        return _sum(self.shares, CONFIRMED)

    @property
    def hoped(self) -> Decimal:
        return _sum(self.shares, HOPED)

    @property
    def broken(self) -> tuple[Broken, ...]:
        """Where its leaving would open a gap, or widen it."""
        given: dict[int | None, list[Share]] = defaultdict(list)
        for share in self.shares:
            given[share.project.pk if share.project else None].append(share)
        found = (Broken(shares[0].owner, _sum(tuple(shares), CONFIRMED)) for shares in given.values())
        return tuple(one for one in found if one.leaves)

    def answers_to(self, key: UUID) -> bool:
        return key == self.key or any(share.line.public_id == key for share in self.shares)


def funders(initiative: Initiative, *, on: date) -> tuple[Funder, ...]:
    """Those who give most first; projects that were dropped or merged count no more."""
    held = [(owner, *pair) for owner, lines in _owners(initiative, on=on) for pair in lines]
    twice = same_euros([(line, status) for _owner, line, status in held])
    shares: dict[Hashable, list[Share]] = defaultdict(list)
    for owner, line, status in held:
        shares[funder_of(line)].append(Share(line, status, owner, twice.get(line.public_id)))
    found = [Funder(_name(given[0].line), tuple(given)) for given in shares.values()]
    return tuple(sorted(found, key=lambda one: (-one.confirmed, -one.hoped, one.name)))


def funder(initiative: Initiative, key: UUID, *, on: date) -> Funder | None:
    """By its own key, or by that of one of its lines. An actor that is now read as another leads to that one."""
    actor = Actor.objects.of(initiative).filter(public_id=key).select_related("merged_into").first()
    wanted = actor.stands_as.public_id if actor else key
    return next((one for one in funders(initiative, on=on) if one.answers_to(wanted)), None)


def _owners(initiative: Initiative, *, on: date) -> list[tuple[Owner, list[Counted]]]:
    projects: Mapping[int, Project] = {project.pk: project for project in Project.objects.of(initiative).standing()}
    books: list[tuple[Project | None, Ledger]] = [(None, process_ledger(initiative, on=on))]
    books += [(projects[pk], ledger) for pk, ledger in ledgers(initiative, projects, on=on).items()]
    return [(Owner(project, ledger.balance()), ledger.counted) for project, ledger in books]


def _sum(shares: tuple[Share, ...], statuses: frozenset[Status]) -> Decimal:
    return sum((share.adds_to(statuses) for share in shares), Decimal(0))


def _name(line: FundingLine) -> str:
    return line.actor.name if line.actor else line.funder
