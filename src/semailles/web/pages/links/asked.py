"""What a link asks to be answered: the commitment, its words, the project when it is one's."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

from django.utils import timezone

from semailles.core.enums import LinkPurpose
from semailles.core.links import WrongLink
from semailles.core.models import PersonalLink
from semailles.projects.actions import decline_as_holder, sign_as_holder
from semailles.projects.models import Project, ProjectCommitment, ProjectStep
from semailles.projects.pledges import pledge_to_project
from semailles.projects.taking import require_standing
from semailles.workshop.actions.answering import decline_commitment, sign_commitment
from semailles.workshop.engaging import Step
from semailles.workshop.linked import initiative_of
from semailles.workshop.models import CommitmentStep, Initiative, ProcessCommitment
from semailles.workshop.pledges import Pledge, pledge_to_process
from semailles.workshop.rules import may_coordinate

READ_BY = frozenset({LinkPurpose.READ, LinkPurpose.COMMENT})


@dataclass(frozen=True, slots=True)
class Asked:
    """`sign`, `decline`: the gestures of this ladder."""

    commitment: ProjectCommitment | ProcessCommitment
    project: Project | None
    pledge: Pledge
    sign: Callable[..., Step]
    decline: Callable[..., Step]


def asked_by(link: PersonalLink, initiative: Initiative) -> Asked:
    """Refuses what is no longer asked: a project that was dropped, a commitment that is no more."""
    kind = ProjectCommitment if link.subject_kind == "ProjectCommitment" else ProcessCommitment
    related = ["actor__merged_into", "initiative", *(["project__merged_into", "project__initiative"] if kind is ProjectCommitment else [])]
    known = cast("Any", kind).objects.of(initiative).standing().select_related(*related)
    commitment = known.filter(public_id=link.subject_id).first()
    if commitment is None:
        raise WrongLink
    if isinstance(commitment, ProjectCommitment):
        if not link.is_spent:
            require_standing(commitment.project)
        return Asked(commitment, commitment.project, pledge_to_project(commitment), sign_as_holder, decline_as_holder)
    return Asked(commitment, None, pledge_to_process(commitment), sign_commitment, decline_commitment)


def step_of(link: PersonalLink, initiative: Initiative) -> Step:
    """The step that the answer made."""
    kind: Any = ProjectStep if link.subject_kind == "ProjectCommitment" else CommitmentStep
    step: Step | None = kind.objects.of(initiative).filter(public_id=link.detail.get("step")).first()
    if step is None:
        raise WrongLink
    return step


def still_reads(link: PersonalLink) -> bool:
    """What was answered is theirs to read again for ever; the sheet, which goes on without them, until the day of the link and as long as somebody stands by it."""
    return link.ends_at > timezone.now() and may_coordinate(link.given_by, initiative_of(link))


def project_of(link: PersonalLink, initiative: Initiative) -> Project:
    """The project that the link names, or whose commitment it asks for."""
    if link.purpose == LinkPurpose.ANSWER:
        project = asked_by(link, initiative).project
    else:
        found = Project.objects.of(initiative).filter(public_id=link.subject_id) if link.purpose in READ_BY else Project.objects.none()
        project = found.select_related("initiative", "merged_into").first()
    if project is None:
        raise WrongLink
    require_standing(project)
    return project
