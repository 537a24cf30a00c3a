"""What people do with commitments to the process: a ladder climbed, or left, by dated steps."""

import uuid
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from semailles.core.files import stored_path
from semailles.core.journal import record
from semailles.core.models import Person
from semailles.core.permits import require
from semailles.workshop import editing
from semailles.workshop.entries import NO_PROOF, CommitmentEntry, Proof
from semailles.workshop.enums import Level
from semailles.workshop.errors import ProofMissing, ReasonMissing
from semailles.workshop.ladder import counting
from semailles.workshop.models import CommitmentStep, Initiative, ProcessCommitment
from semailles.workshop.rules import may_coordinate
from semailles.workshop.today import today


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
    return _step(commitment, level, proof, on=on, by=by)


@transaction.atomic
def withdraw_commitment(commitment: ProcessCommitment, reason: str, *, on: date, by: Person) -> CommitmentStep:
    """The actor leaves: every step taken before stays readable."""
    require(may_coordinate(by, commitment.initiative), by=by)
    if not reason.strip():
        raise ReasonMissing(_("Say in a few words why « %(actor)s » withdraws.") % {"actor": commitment.actor})
    return _step(commitment, Level.WITHDRAWN, Proof(note=reason.strip()), on=on, by=by)


def _step(commitment: ProcessCommitment, level: Level, proof: Proof, *, on: date, by: Person) -> CommitmentStep:
    said = {"level": level, "on": on, **_shown(proof)}
    same: CommitmentStep | None = commitment.steps.filter(**said).first()
    if same is not None:
        return same
    editing.require_standing(commitment)
    if proof.sha256 and not stored_path(proof.sha256).exists():
        raise ProofMissing(_("The attached document was not found: attach it again."))
    step = CommitmentStep(initiative=commitment.initiative, commitment=commitment, public_id=uuid.uuid4(), **said)
    editing.check(step)
    step.save()
    counted = counting(list(commitment.steps.all()), on=today(commitment.initiative))
    commitment.level = counted.level if counted else commitment.level
    commitment.save(update_fields=["level", "updated_at"])
    record("climbed", commitment, by=by, initiative=commitment.initiative, level=level, on=on.isoformat())
    return step


def _shown(proof: Proof) -> dict[str, Any]:
    as_proof = {f"proof_{field}": getattr(proof, field) for field in ("kind", "reference", "sha256", "passage")}
    return {**as_proof, **{field: getattr(proof, field) for field in ("said_by", "scope", "expires_on", "note")}}
