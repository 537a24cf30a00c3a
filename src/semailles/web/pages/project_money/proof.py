"""The document that shows a resource: a letter, minutes, an agreement; filed, then opened by who may read."""

from uuid import UUID

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from semailles.core import files
from semailles.projects import actions
from semailles.projects.models import ProjectFunding
from semailles.projects.rules import may_write_project
from semailles.web.layout.access import asks
from semailles.web.layout.addressed import project_named
from semailles.web.layout.attached import sent
from semailles.web.layout.request import Request
from semailles.web.layout.today import today
from semailles.web.pages.commitments.forms import FileForm
from semailles.web.pages.commitments.written import written


@asks(may_write_project, of=project_named)
@require_http_methods(["GET", "HEAD", "POST"])
def attach(request: Request, number: int, public_id: UUID) -> HttpResponse:
    funding = _funding(request, number, public_id)
    form = FileForm(request.POST, request.FILES) if request.method == "POST" else FileForm()
    back = reverse("project-money", args=[number])

    def write() -> str:
        content = form.cleaned_data["file"].read()
        actions.attach_to_funding(funding, files.sha256(content), by=request.person)
        files.keep(content)  # last, so that nothing refused stays on the disk
        return f"{back}#ressources-{funding.public_id}"

    around = {"title": _("Attach what says so"), "thing": funding, "above": str(funding.project), "back": back}
    return written(request, form, write, {**around, "said": _("The document is attached.")})


@asks(may_write_project, of=project_named)
@require_safe
def show(request: Request, number: int, public_id: UUID) -> FileResponse:
    funding = _funding(request, number, public_id)
    if not funding.proof_sha256:
        raise Http404
    return sent(funding.proof_sha256, funding.decided_on or today(request.initiative))


def _funding(request: Request, number: int, public_id: UUID) -> ProjectFunding:
    known = ProjectFunding.objects.of(request.initiative).select_related("project__initiative")
    found: ProjectFunding = get_object_or_404(known, public_id=public_id, project__number=number)
    return found
