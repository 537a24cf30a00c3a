"""What people do with the money of the process."""

from datetime import date
from uuid import UUID

from django.db import transaction

from semailles.core.models import Person
from semailles.core.permits import require
from semailles.workshop import editing, paying
from semailles.workshop.entries import CostEntry, FundingEntry
from semailles.workshop.enums import FundingStatus
from semailles.workshop.models import Initiative, ProcessCost, ProcessFunding
from semailles.workshop.rules import may_coordinate


@transaction.atomic
def add_cost(initiative: Initiative, entry: CostEntry, *, key: UUID | None = None, by: Person) -> ProcessCost:
    require(may_coordinate(by, initiative), by=by)
    return editing.add(ProcessCost(initiative=initiative), entry, key=key, by=by)


@transaction.atomic
def describe_cost(cost: ProcessCost, entry: CostEntry, *, revision: int, by: Person) -> ProcessCost:
    require(may_coordinate(by, cost.initiative), by=by)
    return editing.describe(cost, entry, revision=revision, by=by)


@transaction.atomic
def add_funding(initiative: Initiative, entry: FundingEntry, *, key: UUID | None = None, by: Person) -> ProcessFunding:
    require(may_coordinate(by, initiative), by=by)
    return editing.add(ProcessFunding(initiative=initiative), entry, key=key, by=by)


@transaction.atomic
def describe_funding(funding: ProcessFunding, entry: FundingEntry, *, revision: int, by: Person) -> ProcessFunding:
    require(may_coordinate(by, funding.initiative), by=by)
    return editing.describe(funding, entry, revision=revision, by=by)


@transaction.atomic
def change_status(funding: ProcessFunding, status: FundingStatus, *, source: str = "", on: date, by: Person) -> ProcessFunding:
    require(may_coordinate(by, funding.initiative), by=by)
    typed = paying.how_sure(funding, status, source=source, on=on)
    return editing.change(funding, typed, by=by, verb="status changed")


@transaction.atomic
def withdraw_funding(funding: ProcessFunding, reason: str, *, on: date, by: Person) -> ProcessFunding:
    require(may_coordinate(by, funding.initiative), by=by)
    return editing.change(funding, paying.refusal(funding, reason, on=on), by=by, verb="withdrawn")
