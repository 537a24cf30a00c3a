"""What people do with commitments to a project: a ladder climbed, or left, by dated steps."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from semailles.core.models import Person
from semailles.core.permits import require
from semailles.projects.errors import NothingToSettle
from semailles.projects.holders import holder_of, ladders_of
from semailles.projects.models import Project, ProjectCommitment, ProjectStep
from semailles.projects.rules import may_write_project
from semailles.projects.taking import opened
from semailles.workshop import editing
from semailles.workshop.actions.climbing import leave, take_step
from semailles.workshop.engaging import WORDS
from semailles.workshop.entries import NO_PROOF, CommitmentEntry, Proof
from semailles.workshop.enums import Level, ProofKind
from semailles.workshop.errors import ReasonMissing
from semailles.workshop.rules import may_shape
from semailles.workshop.today import today


@dataclass(frozen=True, slots=True)
class Watch:
    """What a ladder covers, and the day on which to ask for news of it."""

    scope: str = ""
    remind_on: date | None = None


@transaction.atomic
def commit_to(project: Project, entry: CommitmentEntry, *, key: UUID | None = None, by: Person) -> ProjectCommitment:
    """The ladder of this actor in this role: the one that stands, or a new one whose first step is still to be taken."""
    require(may_write_project(by, project), by=by)
    project = opened(project, by=by)
    known = holder_of(project, entry.actor, entry.role)
    return known or editing.add(ProjectCommitment(initiative=project.initiative, project=project), entry, key=key, by=by)


@transaction.atomic
def watch_holder(commitment: ProjectCommitment, entry: Watch, *, revision: int, by: Person) -> ProjectCommitment:
    """Who and in which role stay: that is another ladder."""
    require(may_write_project(by, commitment.project), by=by)
    opened(commitment.project, by=by)
    return editing.describe(commitment, entry, revision=revision, by=by)


@transaction.atomic
def climb_holder(commitment: ProjectCommitment, level: Level, *, proof: Proof = NO_PROOF, on: date, by: Person) -> ProjectStep:
    """A dated step, up or down, with what shows it."""
    require(may_write_project(by, commitment.project), by=by)
    opened(commitment.project, by=by)
    return take_step(commitment, ProjectStep, level, proof, on=on, by=by)


@transaction.atomic
def withdraw_holder(commitment: ProjectCommitment, reason: str, *, on: date, by: Person) -> ProjectStep:
    """The actor leaves the project: every step taken before stays readable."""
    require(may_write_project(by, commitment.project), by=by)
    opened(commitment.project, by=by)
    return leave(commitment, ProjectStep, reason, on=on, by=by)


@transaction.atomic
def settle_level(commitment: ProjectCommitment, reason: str, *, by: Person) -> ProjectStep:
    """Sources disagree: the level that counts is right, a person says why. The other sayings stay beside it."""
    require(may_shape(by, commitment.initiative), by=by)
    project = opened(commitment.project, by=by)
    if not reason.strip():
        raise ReasonMissing(_("Say in a few words why this level of « %(actor)s » is the right one.") % {"actor": commitment.actor})
    ladder = next((one for one in ladders_of(project) if one.commitment == commitment), None)
    if ladder is None or ladder.current is None:
        raise NothingToSettle(_("« %(actor)s » has taken no step yet: write one.") % {"actor": commitment.actor})
    shown, now = ladder.current, today(project.initiative)
    is_word = shown.proof_kind in {"", *WORDS}
    proof = Proof(
        kind=ProofKind.WORD if is_word else shown.proof_kind,
        reference="" if is_word else shown.proof_reference,
        sha256=shown.proof_sha256,
        said_by=shown.said_by,
        scope=shown.scope,
        expires_on=None if shown.expires_on and shown.expires_on < now else shown.expires_on,
        note=reason.strip()[:500],
    )
    return take_step(commitment, ProjectStep, Level(shown.level), proof, on=now, by=by)
