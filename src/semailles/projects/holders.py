"""Who is committed to a project, as ladders; the documents that say otherwise."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from semailles.intake.models import Claim
from semailles.projects.models import Project, ProjectCommitment, ProjectQuerySet, ProjectStep
from semailles.projects.queries import claims_beside
from semailles.workshop.enums import CommitmentRole, Level, ProofKind
from semailles.workshop.ladder import RUNGS
from semailles.workshop.models import Actor, Initiative
from semailles.workshop.queries import Ladder, ladder_of
from semailles.workshop.today import today

SAID = {"décidé": Level.ORAL}  # what a text calls decided is an agreement by word
HOLDING = (CommitmentRole.CARRIES, CommitmentRole.CO_CARRIES)
HeldLadder = Ladder[ProjectCommitment, ProjectStep]


@dataclass(frozen=True, slots=True)
class Held:
    """One ladder of a project. `against`: passages of the latest documents that say another level, until a person settles it."""

    ladder: HeldLadder
    against: tuple[Claim, ...] = ()

    @property
    def is_disputed(self) -> bool:
        return bool(self.against or self.ladder.said)

    @property
    def is_holding(self) -> bool:
        """It carries the project, by word of mouth at least."""
        return self.ladder.commitment.role in HOLDING and self.ladder.climbed >= RUNGS.index(Level.ORAL) and not self.ladder.is_expired


def holder_of(project: Project, actor: Actor, role: str) -> ProjectCommitment | None:
    """The ladder of this actor in this role, under any name that people said is its own."""
    ones = Q(actor=actor) | Q(actor__merged_into=actor) | Q(actor__absorbed=actor)
    known: ProjectCommitment | None = project.commitments.filter(ones, role=role).order_by("set_aside_on", "pk").first()
    return known


def unheld(initiative: Initiative) -> ProjectQuerySet:
    """Standing projects that nobody agreed to carry, by word of mouth at least; what documents say of a draft is nobody's word yet."""
    agreed = ProjectCommitment.objects.of(initiative).standing().filter(role__in=HOLDING, level__in=RUNGS[RUNGS.index(Level.ORAL) :])
    return Project.objects.of(initiative).standing().exclude(pk__in=agreed.values("project"))


def ladders_of(project: Project, *, on: date | None = None) -> list[HeldLadder]:
    """Those that stand, in two queries; each is that of the actor that stands, whatever it was called when it was written."""
    rows = project.commitments.standing().select_related("actor__merged_into").prefetch_related("steps")
    return [ladder_of(row, tuple(row.steps.all()), on=on or today(project.initiative)) for row in rows]


def ladders_of_projects(projects: Iterable[Project], *, on: date) -> list[HeldLadder]:
    """As `ladders_of`, of several at once, in the order of projects."""
    rows = ProjectCommitment.objects.filter(project__in=[project.pk for project in projects]).standing()
    rows = rows.select_related("project", "actor__merged_into").prefetch_related("steps").order_by("project__number", "pk")
    return [ladder_of(row, tuple(row.steps.all()), on=on) for row in rows]


def holders(project: Project, *, on: date | None = None) -> list[Held]:
    """Who carries first, then the furthest on the ladder."""
    day = on or today(project.initiative)
    ladders = ladders_of(project, on=day)
    said = _said(project, [ladder.commitment.actor for ladder in ladders])
    found = [Held(ladder, tuple(_against(ladder, said[ladder.commitment.actor_id, ladder.commitment.role], day))) for ladder in ladders]
    return sorted(found, key=lambda one: (one.ladder.commitment.role not in HOLDING, -one.ladder.climbed))


def ladders_by_actor(initiative: Initiative, actors: Iterable[Actor], *, on: date) -> Mapping[int, list[HeldLadder]]:
    """By key of the actor that stands, in the order of projects that stand: two queries, whatever the actors."""
    keys = [actor.pk for actor in actors]
    ones = Q(actor__in=keys) | Q(actor__merged_into__in=keys)
    rows = ProjectCommitment.objects.of(initiative).standing().filter(ones, project__in=Project.objects.of(initiative).standing())
    found: dict[int, list[HeldLadder]] = defaultdict(list)
    for row in rows.select_related("project", "actor__merged_into").prefetch_related("steps").order_by("project__number", "role"):
        ladder = ladder_of(row, tuple(row.steps.all()), on=on)
        found[ladder.commitment.actor.pk].append(ladder)
    return found


def _said(project: Project, actors: Sequence[Actor]) -> Mapping[tuple[int, str], list[Claim]]:
    """What the latest documents say of these actors, by actor and role; a withdrawal is from the project beside whose ideas it is told."""
    ones = Q(actor__in=actors) | Q(actor__merged_into__in=actors)
    told = Claim.objects.of(project.initiative).filter(ones, passage__version__is_latest=True)
    told = told.select_related("actor__merged_into", "passage__version__document__team")
    found: dict[tuple[int, str], list[Claim]] = defaultdict(list)
    for claim in told.exclude(level=Level.WITHDRAWN):
        if claim.actor:
            found[claim.actor.stands_as.pk, claim.role].append(claim)
    leaving = [claim.pk for claim in claims_beside(project) if claim.level == Level.WITHDRAWN]
    for claim in told.filter(pk__in=leaving):
        for role in CommitmentRole.values if claim.actor else ():
            found[claim.actor.stands_as.pk, role].append(claim)
    return found


def _against(ladder: HeldLadder, claims: Iterable[Claim], on: date) -> list[Claim]:
    current = ladder.current
    if current is None:
        return []
    others = [claim for claim in claims if SAID.get(claim.level, claim.level) != current.level]
    if current.proof_kind == ProofKind.PASSAGE:
        return others
    return [claim for claim in others if min(claim.passage.version.received_at.date(), on) > current.on]
