"""What people do with commitments to the process: a ladder climbed, or left, by dated steps."""

from datetime import date
from uuid import UUID

from django.db import transaction

from semailles.core.models import Person
from semailles.core.permits import require
from semailles.workshop import editing
from semailles.workshop.actions.climbing import leave, take_step
from semailles.workshop.entries import NO_PROOF, CommitmentEntry, Proof
from semailles.workshop.enums import Level
from semailles.workshop.models import CommitmentStep, Initiative, ProcessCommitment
from semailles.workshop.rules import may_coordinate


@transaction.atomic
def open_commitment(initiative: Initiative, entry: CommitmentEntry, *, key: UUID | None = None, by: Person) -> ProcessCommitment:
    """The ladder of this actor in this role: the one that stands, or a new one whose first step is still to be taken."""
    require(may_coordinate(by, initiative), by=by)
    known = ProcessCommitment.objects.of(initiative).filter(actor=entry.actor, role=entry.role).first()
    return known or editing.add(ProcessCommitment(initiative=initiative), entry, key=key, by=by)


@transaction.atomic
def describe_commitment(commitment: ProcessCommitment, scope: str, *, revision: int, by: Person) -> ProcessCommitment:
    """What it covers; who and in which role stay: that is another ladder."""
    require(may_coordinate(by, commitment.initiative), by=by)
    return editing.change(commitment, {"scope": scope.strip()}, revision=revision, by=by, verb="described")


@transaction.atomic
def climb(commitment: ProcessCommitment, level: Level, *, proof: Proof = NO_PROOF, on: date, by: Person) -> CommitmentStep:
    """A dated step, up or down, with what shows it. `counting` tells the level that counts."""
    require(may_coordinate(by, commitment.initiative), by=by)
    return take_step(commitment, CommitmentStep, level, proof, on=on, by=by)


@transaction.atomic
def withdraw_commitment(commitment: ProcessCommitment, reason: str, *, on: date, by: Person) -> CommitmentStep:
    """The actor leaves: every step taken before stays readable."""
    require(may_coordinate(by, commitment.initiative), by=by)
    return leave(commitment, CommitmentStep, reason, on=on, by=by)
