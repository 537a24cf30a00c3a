"""What the public proposed, for those who sort it and for whoever wrote it."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Count

from semailles.intake.enums import ContributionState
from semailles.intake.models import Contribution, ContributionQuerySet
from semailles.workshop.models import Initiative

SORTED = (ContributionState.KEPT, ContributionState.DUPLICATE, ContributionState.REFUSED, ContributionState.SPAM)


def proposed(initiative: Initiative, state: str) -> ContributionQuerySet:
    """In one state: the first come first for those to read, the last decided first for the others."""
    rows = Contribution.objects.of(initiative).filter(state=state).select_related("idea__team", "idea__merged_into__team", "decided_by")
    return rows.order_by("pk") if state == ContributionState.WAITING else rows.order_by("-decided_at", "-pk")


def count_by_state(initiative: Initiative) -> dict[str, int]:
    """One query."""
    rows = Contribution.objects.of(initiative).order_by().values_list("state").annotate(Count("pk"))
    return {str(state): 0 for state in ContributionState} | dict(rows)


def contributions_by_id(initiative: Initiative, ids: Iterable[UUID]) -> list[Contribution]:
    """Those of this initiative only, the first come first."""
    return list(Contribution.objects.of(initiative).filter(public_id__in=list(ids)).select_related("initiative"))
