"""A new map, proposed: people take or leave each change, and what they take is a correction like any other."""

from dataclasses import replace
from uuid import uuid4

from django.db import transaction

from semailles.convergence.board import Board
from semailles.convergence.board_rows import read_board
from semailles.convergence.enums import ChangeState, ProposalState
from semailles.convergence.errors import HalfDecided, MapMovedMeanwhile, ProposalClosed
from semailles.convergence.gestures import perform
from semailles.convergence.map_marks import mark_of
from semailles.convergence.models import Correction, Family, Proposal, ProposedChange
from semailles.convergence.proposed import Change, changes
from semailles.convergence.queries.corrections import last_gesture
from semailles.convergence.queries.grouping import suggested_grouping
from semailles.convergence.queries.proposals import is_half_decided
from semailles.convergence.queries.reasons import Reasons, reasons_of
from semailles.convergence.taking import Taking, refuse_decided
from semailles.core.jobs.actions import enqueue
from semailles.core.jobs.queries import jobs_of
from semailles.core.journal import record
from semailles.core.models import Job, Person
from semailles.core.models.jobs import GOING_ON
from semailles.core.permits import require
from semailles.engines.grouping import Grouping
from semailles.workshop.models import Initiative
from semailles.workshop.rules import may_shape

NO_REASON: tuple[str, tuple[str, ...]] = ("", ())  # it would stand alone, or beside ideas that share no word with it
PROPOSING = "propose-map"  # the kind of work


@transaction.atomic
def ask_for_map(initiative: Initiative, *, by: Person) -> Job:
    """Have a new map proposed. Asked twice before it is there, done once."""
    require(may_shape(by, initiative), by=by)
    asked: Job | None = jobs_of(initiative.public_id).filter(kind=PROPOSING, status__in=GOING_ON).first()
    if asked is None and is_half_decided(initiative):
        raise HalfDecided
    return asked or enqueue(PROPOSING, {}, initiative=initiative, by=by, key=f"{PROPOSING} {uuid4()}")


def propose_map(initiative: Initiative, *, by: Person) -> Proposal:
    """What the machine would now make of all the ideas. Slow: never inside a transaction."""
    require(may_shape(by, initiative), by=by)
    seen = last_gesture(initiative)
    grouping = suggested_grouping(initiative)
    return keep_proposal(initiative, grouping, reasons_of(initiative, grouping), seen=seen, by=by)


@transaction.atomic
def keep_proposal(initiative: Initiative, grouping: Grouping, reasons: Reasons, *, seen: tuple[int, int], by: Person) -> Proposal:
    """Keep what would change, and why. The map itself does not change; a proposal of which nothing was decided is closed.

    `seen`: the last gesture when the texts were read.
    """
    require(may_shape(by, initiative), by=by)
    Initiative.objects.select_for_update().get(pk=initiative.pk)
    if seen != last_gesture(initiative):
        raise MapMovedMeanwhile
    if is_half_decided(initiative):
        raise HalfDecided
    Proposal.objects.of(initiative).filter(state=ProposalState.OPEN).update(state=ProposalState.CLOSED)
    board = read_board(initiative)
    proposal = Proposal.objects.create(initiative=initiative, by=by, made_on=mark_of(board.place))
    found = changes(board, grouping)
    keys = {str(row.public_id): row.pk for row in Family.objects.of(initiative).current()}
    told = [replace(change, nearest=near, words=words) for change in found for near, words in [reasons.get(change.idea, NO_REASON)]]
    ProposedChange.objects.bulk_create(_row(proposal, rank, change, board, keys) for rank, change in enumerate(told))
    record("proposed map", initiative, by=by, initiative=initiative, changes=len(found))
    return proposal


def _row(proposal: Proposal, rank: int, change: Change, board: Board, keys: dict[str, int]) -> ProposedChange:
    return ProposedChange(
        initiative_id=proposal.initiative_id,
        proposal=proposal,
        rank=rank,
        idea_id=board.cards[change.idea].key,
        from_family_id=keys[change.origin],
        to_family_id=keys.get(change.to),
        to_new="" if change.to else change.title,
        new_rank=change.new_rank,
        nearest_id=board.cards[change.nearest].key if change.nearest else None,
        words=list(change.words),
    )


def take_change(change: ProposedChange, *, by: Person, reason: str = "") -> Correction:
    """The idea goes where the proposed map puts it, with those that people tied to it."""
    require(may_shape(by, change.initiative), by=by)
    taking = Taking(change.proposal, [change.pk])
    return perform(change.initiative, taking.plan, verb="took changes", by=by, reason=reason)


def take_every_change(proposal: Proposal, *, by: Person, reason: str = "") -> Correction:
    """All that is still to be decided, as one correction: the map is then the one proposed."""
    require(may_shape(by, proposal.initiative), by=by)
    taking = Taking(proposal, list(proposal.changes.waiting().values_list("pk", flat=True)))
    return perform(proposal.initiative, taking.plan, verb="took changes", by=by, reason=reason)


@transaction.atomic
def leave_change(change: ProposedChange, *, by: Person) -> ProposedChange:
    """The idea stays where it stands."""
    require(may_shape(by, change.initiative), by=by)
    row: ProposedChange = ProposedChange.objects.of(change.initiative).select_for_update().get(pk=change.pk)
    refuse_decided(row.proposal, [row])
    row.state = ChangeState.LEFT
    row.save(update_fields=["state"])
    record("left change", row.from_family, by=by, initiative=row.initiative, idea=str(row.idea))
    return row


@transaction.atomic
def close_proposal(proposal: Proposal, *, by: Person) -> Proposal:
    """What was not taken is left."""
    require(may_shape(by, proposal.initiative), by=by)
    row: Proposal = Proposal.objects.of(proposal.initiative).select_for_update().get(pk=proposal.pk)
    if not row.is_open:
        raise ProposalClosed
    row.changes.waiting().update(state=ChangeState.LEFT)
    row.state = ProposalState.CLOSED
    row.save(update_fields=["state"])
    record("closed proposal", row.initiative, by=by, initiative=row.initiative)
    return row
