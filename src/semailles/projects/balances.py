"""The money of projects: one, or all at once in as many queries."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from semailles.engines.budgeting import Balance, Status
from semailles.projects.enums import Effort
from semailles.projects.models import Project, ProjectCost, ProjectFunding, ProjectStep
from semailles.workshop.models import Initiative
from semailles.workshop.queries.balancing import BudgetView, Ledger, at_their_level, ladders, with_actors
from semailles.workshop.today import today

SECURED = frozenset({Status.NOTIFIED, Status.PAID})


@dataclass(frozen=True, slots=True)
class Efforts:
    """Work that no euro counts, by unit: apart, never added to the euros."""

    unit: Effort
    amount: Decimal


def project_budget(project: Project, *, on: date | None = None) -> BudgetView:
    """`on`: the day whose steps have come; today when none is given."""
    return ledgers(project.initiative, [project.pk], on=on)[project.pk].view()


def project_balances(initiative: Initiative, projects: Iterable[int], *, on: date | None = None) -> dict[int, Balance]:
    """By key of project; those without a line stand with zeros."""
    return {project: ledger.balance() for project, ledger in ledgers(initiative, projects, on=on).items()}


def ledgers(initiative: Initiative, projects: Iterable[int], *, on: date | None = None) -> Mapping[int, Ledger]:
    wanted, day = list(projects), on or today(initiative)
    held = {"project__in": wanted}
    costs = _by_project(ProjectCost.objects.of(initiative).filter(**held))
    lines = ProjectFunding.objects.of(initiative).filter(**held).prefetch_related("actor__merged_into")
    fundings = _by_project(with_actors(initiative, lines))
    steps = ProjectStep.objects.of(initiative).filter(on__lte=day, commitment__set_aside_on=None, commitment__project__in=wanted)
    taken: dict[int, list[Any]] = defaultdict(list)
    for commitment, climbed in ladders(steps.select_related("commitment__actor__merged_into")):
        taken[_project(commitment)].append((commitment, climbed))
    return {pk: Ledger(costs.get(pk, []), fundings.get(pk, []), at_their_level(taken[pk], on=day)) for pk in wanted}


def funded(initiative: Initiative, *, on: date | None = None) -> frozenset[int]:
    """Standing projects whose needs are covered by money that was notified or paid."""
    sure = ProjectFunding.objects.of(initiative).standing().filter(status__in=SECURED, project__in=Project.objects.standing())
    likely = set(sure.values_list("project", flat=True))
    return (
        frozenset(pk for pk, ledger in ledgers(initiative, likely, on=on).items() if ledger.is_covered(SECURED)) if likely else frozenset()
    )


def efforts(budget: BudgetView) -> tuple[Efforts, ...]:
    """Of the costs that no amount values."""
    found: dict[Effort, Decimal] = {}
    for row in budget.costs:
        if isinstance(row.line, ProjectCost) and row.line.effort and row.line.amount is None:
            unit = Effort(row.line.effort_unit or Effort.DAYS)
            found[unit] = found.get(unit, Decimal(0)) + row.line.effort
    return tuple(Efforts(unit, found[unit]) for unit in Effort if unit in found)


def _by_project(rows: Iterable[Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.project_id].append(row)
    return found


def _project(commitment: Any) -> int:
    return int(commitment.project_id)
