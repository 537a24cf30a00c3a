"""A project that people work on is theirs: the first gesture takes its draft up. For actions only."""

import uuid
from collections.abc import Iterable

from django.utils.translation import gettext as _

from semailles.core.journal import record
from semailles.core.models import Person
from semailles.projects.errors import Closed, Unsaid
from semailles.projects.models import Project, ProjectCommitment, ProjectStep, SaidCommitment
from semailles.workshop.enums import Level, ProofKind
from semailles.workshop.today import today


def opened(project: Project, *, by: Person) -> Project:
    """The project, locked and taken up. Every action on a project begins here, once the right was checked."""
    kept: Project = Project.objects.of(project.initiative).select_for_update().get(pk=project.pk)
    require_standing(kept)
    if kept.is_draft:
        kept.taken_up_on = today(kept.initiative)
        kept.save(update_fields=["taken_up_on", "updated_at"])
        _write_down(kept.said.exclude(role="").select_related("claim__passage__version__document"))
        record("taken up", kept, by=by, initiative=kept.initiative)
    project.taken_up_on = kept.taken_up_on
    return kept


def require_standing(project: Project) -> None:
    if project.merged_into:
        sentence = _("« %(project)s » was merged into « %(into)s »: write there.")
        raise Closed(sentence % {"project": project.title, "into": project.merged_into.title})
    if project.set_aside_on:
        sentence = _("« %(project)s » was dropped (%(reason)s): take it back before changing it.")
        raise Closed(sentence % {"project": project.title, "reason": project.set_aside_reason})


def said(reason: str) -> str:
    if not reason.strip():
        raise Unsaid(_("Say in a few words why: who reads it later must understand."))
    return reason.strip()


def _write_down(said: Iterable[SaidCommitment]) -> None:
    """One ladder for each actor and role that the documents name, its first step shown by the passage."""
    for one in said:
        if one.claim is None:
            continue
        owned = {"initiative": one.initiative, "project": one.project}
        commitment = ProjectCommitment.objects.create(**owned, actor=one.actor.stands_as, role=one.role, level=one.level)
        ProjectStep.objects.create(
            initiative=one.initiative,
            commitment=commitment,
            public_id=uuid.uuid4(),
            level=Level(one.level),
            on=min(one.claim.passage.version.received_at.date(), today(one.initiative)),
            proof_kind=ProofKind.PASSAGE,
            proof_reference=one.claim.passage.version.document.path[:500],
            proof_passage=one.claim.quote,
        )
