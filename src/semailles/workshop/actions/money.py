"""What people do with the money of the process."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from semailles.core.models import Person
from semailles.core.permits import require
from semailles.workshop import editing
from semailles.workshop.entries import CostEntry, FundingEntry
from semailles.workshop.enums import FundingStatus
from semailles.workshop.errors import ReasonMissing
from semailles.workshop.models import Initiative, ProcessCost, ProcessFunding
from semailles.workshop.rules import may_coordinate

DATED = (FundingStatus.DECIDED, FundingStatus.NOTIFIED, FundingStatus.PAID)


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
    """How sure it is from now on, and what says so. Refusing goes through `withdraw_funding`, with its reason."""
    require(may_coordinate(by, funding.initiative), by=by)
    if status == FundingStatus.REFUSED:
        raise ReasonMissing(_("Say why « %(funder)s » does not fund any more.") % {"funder": funding.funder})
    typed = {"status": status, "decided_on": on if status in DATED else None, "status_reason": ""}
    return editing.change(funding, {**typed, "source": source.strip() or funding.source}, by=by, verb="status changed")


@transaction.atomic
def withdraw_funding(funding: ProcessFunding, reason: str, *, on: date, by: Person) -> ProcessFunding:
    """The funder does not, or does not any more: the line stays with its reason, its euros leave every total, the gap opens."""
    require(may_coordinate(by, funding.initiative), by=by)
    if not reason.strip():
        raise ReasonMissing(_("Say why « %(funder)s » does not fund any more.") % {"funder": funding.funder})
    typed = {"status": FundingStatus.REFUSED, "status_reason": reason.strip(), "decided_on": on}
    return editing.change(funding, typed, by=by, verb="withdrawn")
