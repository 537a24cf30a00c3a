"""Maps proposed: the one that waits for people, and whether the map is still the one it was proposed for."""

from semailles.convergence.enums import ChangeState, ProposalState
from semailles.convergence.map_marks import mark_of
from semailles.convergence.models import FamilyMember, Proposal
from semailles.workshop.models import Initiative


def open_proposal(initiative: Initiative) -> Proposal | None:
    """The one that people have not closed."""
    found: Proposal | None = Proposal.objects.filter(initiative=initiative, state=ProposalState.OPEN).first()
    return found


def is_half_decided(initiative: Initiative) -> bool:
    """Whether people decided some of what an open proposal asks, and not all."""
    proposal = open_proposal(initiative)
    states = set(proposal.changes.values_list("state", flat=True)) if proposal else set()
    return ChangeState.WAITING in states and len(states) > 1


def has_moved(proposal: Proposal) -> bool:
    """Whether ideas changed place since, other than by changes of this proposal that people took."""
    rows = FamilyMember.objects.of(proposal.initiative).filter(family__is_current=True)
    place = {str(idea): str(family) for idea, family in rows.values_list("idea__public_id", "family__public_id")}
    taken = proposal.changes.filter(state=ChangeState.TAKEN)
    back = {str(idea): str(family) for idea, family in taken.values_list("idea__public_id", "from_family__public_id")}
    duplicates = proposal.changes.filter(state=ChangeState.TAKEN, idea__duplicates__isnull=False)
    follow = {str(idea): str(family) for idea, family in duplicates.values_list("idea__duplicates__public_id", "from_family__public_id")}
    return proposal.made_on != mark_of(place | back | {idea: family for idea, family in follow.items() if idea in place})
