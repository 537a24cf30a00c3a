"""The letter by which somebody commits itself to a project, ready to be signed."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from semailles.engines.typesetting.letter import Letter, letter_docx, letter_pdf
from semailles.projects.models import ProjectCommitment
from semailles.projects.rules import may_write_project
from semailles.web.layout.access import asks
from semailles.web.layout.addressed import project_named
from semailles.web.layout.request import Request
from semailles.workshop.enums import ActorKind, CommitmentRole
from semailles.workshop.pledges import TO_PROJECT

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@asks(may_write_project, of=project_named)
@require_safe
def letter(request: Request, number: int, public_id: UUID, form: str) -> HttpResponse:
    known = ProjectCommitment.objects.of(request.initiative).select_related("actor__merged_into", "project__initiative")
    commitment = get_object_or_404(known, public_id=public_id, project__number=number)
    if form not in {"pdf", "docx"}:
        raise Http404
    written = letter_of(commitment)
    kind, content = ("application/pdf", letter_pdf(written).pdf) if form == "pdf" else (WORD, letter_docx(written))
    name = f"lettre-engagement-projet-{number}.{form}"
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def letter_of(commitment: ProjectCommitment) -> Letter:
    project, actor = commitment.project, commitment.actor.stands_as
    said = {"project": project.title, "initiative": project.initiative.name}
    opening = (
        _("By this letter, I commit myself %(to)s.") if actor.kind == ActorKind.PERSON else _("By this letter, we commit ourselves %(to)s.")
    )
    paragraphs = [opening % {"to": TO_PROJECT[CommitmentRole(commitment.role)] % said}]
    if commitment.scope:
        paragraphs.append(_("This commitment covers: %(scope)s.") % {"scope": commitment.scope.rstrip(".")})
    paragraphs.append(_("It may be withdrawn at any time, by a dated letter that says why; what was done before stays written."))
    return Letter(
        lang=(get_language() or "fr")[:2],
        title=_("Letter of commitment"),
        sender=str(actor),
        about=_("Project no. %(number)d, « %(project)s », %(initiative)s") % {**said, "number": project.number},
        paragraphs=tuple(paragraphs),
        blanks=(_("Valid until:"), _("Done at, on:"), _("Name and position:"), _("Signature:")),
        notice=_("Prepared with Semailles for signature. It commits nobody before it is signed; the signed copy is filed as its proof."),
    )
