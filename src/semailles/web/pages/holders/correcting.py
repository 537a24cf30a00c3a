"""Needs and offers of help, corrected, set aside with a reason, put back."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from semailles.core.errors import Refusal
from semailles.projects import actions
from semailles.projects.models import Offer, Project
from semailles.projects.rules import may_write_project
from semailles.web.layout.access import asks
from semailles.web.layout.addressed import project_named, project_of
from semailles.web.layout.request import Request
from semailles.web.layout.today import today
from semailles.web.pages.commitments.written import written
from semailles.web.pages.entries.forms import ReasonForm
from semailles.web.pages.holders.helping import NeedForm, OfferForm, to_help

NEEDS, OFFERS = "besoins", "offres"


@asks(may_write_project, of=project_named)
@require_http_methods(["GET", "HEAD", "POST"])
def describe_need(request: Request, number: int, public_id: UUID) -> HttpResponse:
    project = project_of(request, number)
    line = _line(project, NEEDS, public_id)
    form = NeedForm(request.POST or None, initial={"cliff": line.cliff, "what": line.what, "revision": line.revision})

    def write() -> str:
        actions.describe_need(line, form.entry(), revision=form.cleaned_data["revision"] or 0, by=request.person)
        return to_help(project)

    return written(request, form, write, _around(project, _("A need for help")))


@asks(may_write_project, of=project_named)
@require_http_methods(["GET", "HEAD", "POST"])
def describe_offer(request: Request, number: int, public_id: UUID) -> HttpResponse:
    project = project_of(request, number)
    line = _line(project, OFFERS, public_id)
    said = {name: getattr(line, name) for name in ("who", "actor", "cliff", "skill", "until", "revision")}
    form = OfferForm(request.POST or None, initial={**said, "is_for_all": line.project is None})

    def write() -> str:
        entry = form.entry(project, by=request.person)
        actions.describe_offer(line, entry, revision=form.cleaned_data["revision"] or 0, by=request.person)
        return to_help(project)

    return written(request, form, write, _around(project, _("An offer of help")))


@asks(may_write_project, of=project_named)
@require_http_methods(["GET", "HEAD", "POST"])
def set_aside(request: Request, number: int, kind: str, public_id: UUID) -> HttpResponse:
    project = project_of(request, number)
    line = _line(project, kind, public_id)
    form = ReasonForm(request.POST or None)

    def write() -> str:
        actions.set_help_aside(line, form.cleaned_data["reason"], on=today(request.initiative), by=request.person)
        return to_help(project)

    return written(request, form, write, {**_around(project, _("Set aside")), "thing": line, "stops": True})


@asks(may_write_project, of=project_named)
@require_POST
def put_back(request: Request, number: int, kind: str, public_id: UUID) -> HttpResponse:
    project = project_of(request, number)
    line = _line(project, kind, public_id)
    try:
        actions.put_help_back(line, by=request.person)
    except Refusal as refused:
        messages.error(request, refused.sentence)
    else:
        messages.success(request, _("« %(thing)s » is back.") % {"thing": line})
    return redirect(to_help(project))


def _line(project: Project, kind: str, public_id: UUID) -> Any:
    """A need of this project; an offer to it, or to whoever needs it."""
    if kind == NEEDS:
        return get_object_or_404(project.needs.select_related("project__initiative", "met_by"), public_id=public_id)
    if kind == OFFERS:
        rows = Offer.objects.of(project.initiative).filter(Q(project=project) | Q(project=None)).select_related("actor", "project")
        return get_object_or_404(rows, public_id=public_id)
    raise Http404


def _around(project: Project, title: str) -> dict[str, Any]:
    return {"title": title, "above": str(project), "back": to_help(project), "said": _("Written.")}
