"""A dated step on a ladder, whoever owns the ladder: the process, or a project."""

import uuid
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from semailles.core.files import stored_path
from semailles.core.journal import record
from semailles.core.models import Person
from semailles.core.permits import require
from semailles.core.seals import seal
from semailles.workshop import editing
from semailles.workshop.engaging import WORDS, Commitment, Step
from semailles.workshop.entries import Proof
from semailles.workshop.enums import Level
from semailles.workshop.errors import ProofMissing, ReasonMissing
from semailles.workshop.ladder import AnyStep, count_again
from semailles.workshop.linked import may_answer
from semailles.workshop.rules import may_climb

PROCLAIMED = (Level.WRITTEN, Level.FULFILLED, Level.WITHDRAWN)


@transaction.atomic
def take_step(commitment: Commitment, kind: type[AnyStep], level: Level, proof: Proof, *, on: date, by: Person) -> AnyStep:
    """Up or down, with what shows it. The same step twice is one."""
    require(may_climb(by, commitment) or may_answer(by, commitment), by=by)
    taken = kind.objects.of(commitment.initiative).filter(commitment=commitment)
    said = {"level": level, "on": on, **_shown(proof)}
    same: AnyStep | None = taken.filter(**said).first()
    if same is not None:
        return same
    editing.require_standing(commitment)
    _require_shown(level, proof, was_written=taken.filter(level=Level.WRITTEN, on__lte=on).exists())
    step = kind(initiative=commitment.initiative, commitment=commitment, public_id=uuid.uuid4(), **said)
    editing.check(step)
    step.save()
    count_again(commitment, kind)
    record("climbed", commitment, by=by, initiative=commitment.initiative, level=level, on=on.isoformat())
    if level in PROCLAIMED:
        _seal(step, commitment, by)
    return step


@transaction.atomic
def leave(commitment: Commitment, kind: type[AnyStep], reason: str, *, on: date, by: Person) -> AnyStep:
    """The actor withdraws, and says why: every step taken before stays readable."""
    require(may_climb(by, commitment), by=by)
    if not reason.strip():
        raise ReasonMissing(_("Say in a few words why « %(actor)s » withdraws.") % {"actor": commitment.actor})
    return take_step(commitment, kind, Level.WITHDRAWN, Proof(note=reason.strip()), on=on, by=by)


def _require_shown(level: Level, proof: Proof, *, was_written: bool) -> None:
    if proof.sha256 and not stored_path(proof.sha256).exists():
        raise ProofMissing(_("The attached document was not found: attach it again."))
    is_paper = proof.kind not in {"", *WORDS} and bool(proof.reference or proof.sha256)
    if level == Level.FULFILLED and not (was_written or is_paper):
        raise ProofMissing(_("What is fulfilled was agreed in writing before, or shows the document of what was done: give one of them."))


def _seal(step: Step, commitment: Commitment, by: Person) -> None:
    said = {"step": str(step.public_id), "level": step.level, "on": step.on.isoformat(), "said_by": step.said_by, "scope": step.scope}
    proof = {"proof": step.proof_kind, "reference": step.proof_reference, "sha256": step.proof_sha256, "note": step.note}
    seal("climbed", commitment, {**said, **proof}, by=by, initiative=commitment.initiative)


def _shown(proof: Proof) -> dict[str, Any]:
    as_proof = {f"proof_{field}": getattr(proof, field) for field in ("kind", "reference", "sha256", "passage")}
    return {**as_proof, **{field: getattr(proof, field) for field in ("said_by", "scope", "expires_on", "note")}}
