"""What those who sort do with what the public proposed. Kept, it becomes an idea like any other; until then it is none."""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from semailles.core.journal import record
from semailles.core.models import Person
from semailles.core.permits import require
from semailles.intake.actions.sorting import keep_ideas, mark_duplicates
from semailles.intake.contributed import become_idea
from semailles.intake.enums import ContributionState
from semailles.intake.errors import AlreadyDecided
from semailles.intake.models import Contribution, Idea
from semailles.intake.rules import may_sort_contributions
from semailles.workshop.errors import Elsewhere, ReasonMissing
from semailles.workshop.models import Initiative
from semailles.workshop.rules import may_coordinate

UNDECIDED = (ContributionState.REFUSED, ContributionState.SPAM)  # what can be taken up again


@transaction.atomic
def keep_contribution(contribution: Contribution, *, by: Person) -> Idea:
    """An idea of the public's team, kept; it takes part in convergences from now on."""
    require(may_sort_contributions(by, contribution.initiative), by=by)
    (row,) = _waiting([contribution])
    (row.idea,) = keep_ideas([become_idea(row, by=by)], by=by)
    _decide(row, ContributionState.KEPT, verb="kept a contribution", by=by)
    return row.idea


@transaction.atomic
def join_contribution(contribution: Contribution, *, of: Idea, by: Person) -> Idea:
    """It says what another idea says, which takes it as one more source: the public said it too."""
    require(may_sort_contributions(by, contribution.initiative), by=by)
    (row,) = _waiting([contribution])
    (row.idea,) = mark_duplicates([become_idea(row, by=by)], of=of, by=by)
    _decide(row, ContributionState.DUPLICATE, verb="joined a contribution", by=by)
    return row.idea


@transaction.atomic
def refuse_contributions(contributions: Sequence[Contribution], reason: str, *, by: Person) -> list[Contribution]:
    """Not kept, for a reason that whoever proposed it reads."""
    initiative = _initiative_of(contributions)
    require(may_sort_contributions(by, initiative), by=by)
    if not reason.strip():
        raise ReasonMissing(_("Say in a few words why it is not kept: whoever proposed it reads it."))
    rows = _waiting(contributions)
    for row in rows:
        row.reason = reason.strip()[:500]
        _decide(row, ContributionState.REFUSED, verb="refused a contribution", by=by)
    return rows


@transaction.atomic
def mark_unwanted(contributions: Sequence[Contribution], *, by: Person) -> list[Contribution]:
    """What no person meant to propose: it leaves the list, and no longer takes a place among those that may come."""
    initiative = _initiative_of(contributions)
    require(may_sort_contributions(by, initiative), by=by)
    rows = _waiting(contributions)
    for row in rows:
        _decide(row, ContributionState.SPAM, verb="put a contribution apart", by=by)
    return rows


@transaction.atomic
def take_up_contribution(contribution: Contribution, *, by: Person) -> Contribution:
    """Refused or unwanted by mistake: it waits to be read again."""
    require(may_sort_contributions(by, contribution.initiative), by=by)
    row = _locked([contribution])[0]
    if row.state == ContributionState.WAITING:
        return row
    if row.state not in UNDECIDED:
        raise AlreadyDecided(row, row.get_state_display())
    row.state, row.reason, row.decided_by, row.decided_at = ContributionState.WAITING, "", None, None
    row.save()
    record("took up a contribution", row, by=by, initiative=row.initiative)
    return row


@transaction.atomic
def forget_contributor(contribution: Contribution, *, by: Person) -> Contribution:
    """Somebody who lost their link asks for it: how they signed is erased, the idea stays under its pseudonym."""
    require(may_coordinate(by, contribution.initiative), by=by)
    (row,) = _locked([contribution])
    if row.signed_as:
        row.signed_as, row.erased_at = "", timezone.now()
        row.save(update_fields=["signed_as", "erased_at"])
        record("erased a contributor", row, by=by, initiative=row.initiative)
    return row


def _initiative_of(contributions: Sequence[Contribution]) -> Initiative:
    found = {row.initiative_id for row in contributions}
    if len(found) != 1:
        raise Elsewhere(_("Choose at least one contribution of this initiative."))
    return contributions[0].initiative


def _locked(contributions: Sequence[Contribution]) -> list[Contribution]:
    every = Contribution.objects.of(contributions[0].initiative).select_for_update(of=("self",)).select_related("initiative")
    return list(every.filter(pk__in=[row.pk for row in contributions]))


def _waiting(contributions: Sequence[Contribution]) -> list[Contribution]:
    """As they stand now: somebody else may have decided, or who wrote them taken them back."""
    rows = _locked(contributions)
    for row in rows:
        if row.state != ContributionState.WAITING:
            raise AlreadyDecided(row, row.get_state_display())
    return rows


def _decide(row: Contribution, state: ContributionState, *, verb: str, by: Person) -> None:
    row.state, row.decided_by, row.decided_at = state, by, timezone.now()
    row.save()
    record(verb, row, by=by, initiative=row.initiative)
