"""What people write on a sheet beside its texts: its identity and its lines."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from semailles.projects import actions
from semailles.projects.models import Obstacle, Project
from semailles.projects.rules import may_write_project
from semailles.web.layout.access import asks
from semailles.web.layout.addressed import project_named, project_of
from semailles.web.layout.answers import CONFLICT, FAULTY
from semailles.web.layout.request import Request
from semailles.web.layout.today import today
from semailles.web.pages.entries.forms import ReasonForm
from semailles.web.pages.project_sheet.forms import IdentityForm, LineForm
from semailles.web.pages.project_sheet.kinds import KINDS, LineKind
from semailles.workshop.rules import may_shape


@asks(may_write_project, of=project_named)
@require_http_methods(["GET", "HEAD", "POST"])
def identity(request: Request, number: int) -> HttpResponse:
    project = project_of(request, number)
    form = IdentityForm(project, typed=request.POST if request.method == "POST" else None)
    if not may_shape(request.person, request.initiative):
        form.keep_group()

    def write() -> Project:
        return actions.describe_project(project, form.entry(), revision=form.cleaned_data["revision"], by=request.person)

    if form.takes(write):
        messages.success(request, _("The identity of the project is written."))
        return to_sheet(project, "identity")
    title = {"title": _("Identity of the project"), "hint": _("What is empty blocks a step, never the writing."), "place": "identity"}
    return shown(request, project, form, {**title, "conflict": form.conflict})


@asks(may_write_project, of=project_named)
@require_http_methods(["GET", "HEAD", "POST"])
def add_line(request: Request, number: int, kind: str) -> HttpResponse:
    project, chosen = project_of(request, number), _kind(kind)
    if not chosen.is_added:
        raise Http404
    form = LineForm(chosen, project, typed=request.POST if request.method == "POST" else None)

    def write() -> Any:
        line = chosen.model(initiative=project.initiative, project=project)
        return actions.add_line(line, form.entry(), key=form.cleaned_data["key"], by=request.person)

    if line := form.takes(write):
        written(request, line)
        return to_sheet(project, chosen.place)
    return shown(request, project, form, {"title": chosen.new, "hint": chosen.hint, "place": chosen.place})


@asks(may_write_project, of=project_named)
@require_http_methods(["GET", "HEAD", "POST"])
def describe_line(request: Request, number: int, kind: str, public_id: UUID) -> HttpResponse:
    project, chosen = project_of(request, number), _kind(kind)
    row = _row(project, chosen, public_id)
    form = LineForm(chosen, project, row=row, typed=request.POST if request.method == "POST" else None)

    def write() -> Any:
        return actions.describe_line(row, form.entry(), revision=form.cleaned_data["revision"] or 0, by=request.person)

    if line := form.takes(write):
        written(request, line)
        return to_sheet(project, chosen.place)
    around = {"title": str(row), "row": row, "kind": chosen, "place": chosen.place, "conflict": form.conflict}
    return shown(request, project, form, around)


@asks(may_write_project, of=project_named)
@require_http_methods(["GET", "HEAD", "POST"])
def set_aside(request: Request, number: int, kind: str, public_id: UUID) -> HttpResponse:
    project, chosen = project_of(request, number), _kind(kind)
    row = _row(project, chosen, public_id)
    form = ReasonForm(request.POST if request.method == "POST" else None)

    def write() -> Any:
        return actions.set_line_aside(row, form.cleaned_data["reason"], on=today(request.initiative), by=request.person)

    if form.takes(write):
        messages.success(request, _("« %(thing)s » is set aside, with its reason. It can be put back.") % {"thing": row})
        return to_sheet(project, chosen.place)
    return shown(request, project, form, {"title": _("Set aside"), "hint": str(row), "place": chosen.place, "verb": _("Set aside")})


@asks(may_write_project, of=project_named)
@require_POST
def put_back(request: Request, number: int, kind: str, public_id: UUID) -> HttpResponse:
    project, chosen = project_of(request, number), _kind(kind)
    row = actions.put_line_back(_row(project, chosen, public_id), by=request.person)
    messages.success(request, _("« %(thing)s » is back.") % {"thing": row})
    return to_sheet(project, chosen.place)


@asks(may_write_project, of=project_named)
@require_POST
def lift(request: Request, number: int, public_id: UUID) -> HttpResponse:
    project = project_of(request, number)
    obstacle: Obstacle = _row(project, KINDS["freins"], public_id)
    actions.lift_obstacle(obstacle, on=today(request.initiative), by=request.person)
    messages.success(request, _("Written: « %(thing)s » hinders no more.") % {"thing": obstacle})
    return to_sheet(project, "obstacles")


def written(request: Request, line: Any) -> None:
    messages.success(request, _("« %(thing)s » is written.") % {"thing": line})


def to_sheet(project: Project, place: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(f"{reverse('project', args=[project.number])}#{place}")


def shown(request: Request, project: Project, form: Any, around: dict[str, Any]) -> HttpResponse:
    status = CONFLICT if around.get("conflict") else FAULTY if form.is_bound and form.errors else 200
    page = "identity" if isinstance(form, IdentityForm) else "form"
    return render(request, f"project_sheet/{page}.html", {"project": project, "form": form, **around}, status=status)


def _kind(slug: str) -> LineKind:
    if slug not in KINDS:
        raise Http404
    return KINDS[slug]


def _row(project: Project, kind: LineKind, public_id: UUID) -> Any:
    return get_object_or_404(kind.model.objects.filter(project=project).select_related("project", "initiative"), public_id=public_id)
