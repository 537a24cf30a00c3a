"""The budget of the process itself."""

from datetime import date
from decimal import Decimal

from semailles.engines.budgeting import Balance
from semailles.workshop.models import CommitmentStep, Initiative, Mission, ProcessCost, ProcessFunding
from semailles.workshop.queries.balancing import BudgetView, CostRow, FundingRow, Ledger, at_their_level, ladders, with_actors
from semailles.workshop.today import today

__all__ = ["BudgetView", "CostRow", "FundingRow", "process_balance", "process_budget_view", "process_ledger"]


def process_balance(initiative: Initiative, *, on: date | None = None) -> Balance | None:
    """The three readings of the process budget, or None when nobody wrote one."""
    ledger = process_ledger(initiative, on=on)
    return ledger.balance() if any(line.is_standing for line in (*ledger.costs, *ledger.fundings)) else None


def process_budget_view(initiative: Initiative, *, on: date | None = None) -> BudgetView:
    return process_ledger(initiative, on=on).view()


def process_ledger(initiative: Initiative, *, on: date | None = None) -> Ledger:
    """`on`: the day whose steps have come; today when none is given."""
    day = on or today(initiative)
    steps = CommitmentStep.objects.of(initiative).filter(on__lte=day, commitment__set_aside_on=None)
    return Ledger(
        costs=list(ProcessCost.objects.of(initiative)),
        fundings=with_actors(initiative, ProcessFunding.objects.of(initiative).select_related("actor__merged_into")),
        commitments=at_their_level(ladders(steps.select_related("commitment__actor__merged_into")), on=day),
        fees=_fees(initiative),
    )


def _fees(initiative: Initiative) -> dict[int, Decimal]:
    """By cost line, what the missions that it pays come to."""
    found: dict[int, Decimal] = {}
    for cost, fee in Mission.objects.of(initiative).standing().exclude(cost=None).exclude(fee=None).values_list("cost_id", "fee"):
        found[cost] = found.get(cost, Decimal(0)) + fee
    return found
