"""Where one project happens: communes and points, what may lie outside the territory, and a map without any borrowed outline."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from semailles.engines.typesetting.charts.cells import Cells, cells_svg
from semailles.engines.typesetting.charts.looks import NARROW, WEB, Look
from semailles.projects import actions
from semailles.projects.models import Project, ProjectPlace
from semailles.projects.places import map_of, nearby, places_of
from semailles.projects.rules import may_write_project
from semailles.web.layout.access import asks
from semailles.web.layout.addressed import project_named, project_of
from semailles.web.layout.answers import CONFLICT, FAULTY
from semailles.web.layout.forms import PlainForm
from semailles.web.layout.request import Request
from semailles.web.layout.today import today
from semailles.web.pages.entries.forms import ReasonForm
from semailles.web.pages.project_place.finder import find
from semailles.web.pages.project_place.forms import PlaceForm, ScaleForm
from semailles.workshop.rules import may_read


@asks(may_read)
@require_safe
def show_places(request: Request, number: int) -> HttpResponse:
    project = project_of(request, number, "merged_into")
    places = places_of(project)
    chart = map_of(project, places)
    drawings = {"wide": _drawn(chart, WEB, "cells"), "narrow": _drawn(nearby(chart), NARROW, "cells-narrow")} if chart else {}
    set_aside = ProjectPlace.objects.of(request.initiative).set_aside().filter(project=project)
    return render(request, "project_place/page.html", {"project": project, "places": places, "drawings": drawings, "set_aside": set_aside})


def _drawn(chart: Cells, look: Look, name: str) -> str:
    return mark_safe(cells_svg(chart, look, name))  # noqa: S308  # our own drawing: its words are escaped where it is made


@asks(may_write_project, of=project_named)
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: Request, number: int) -> HttpResponse:
    project = project_of(request, number, "merged_into")
    finder = find(request, project)
    if request.htmx:
        return render(request, "project_place/_found.html", {"project": project, "finder": finder})
    form = PlaceForm(chosen=finder.chosen, typed=request.POST if request.method == "POST" else None)
    if place := form.takes(lambda: actions.add_place(project, form.entry(), key=form.cleaned_data["key"], by=request.person)):
        messages.success(request, _("« %(thing)s » is written.") % {"thing": place})
        return _back(project)
    return _shown(request, project, form, {"title": _("Add a place"), "finder": finder})


@asks(may_write_project, of=project_named)
@require_http_methods(["GET", "HEAD", "POST"])
def choose_scale(request: Request, number: int) -> HttpResponse:
    project = project_of(request, number, "merged_into")
    form = ScaleForm(project=project, typed=request.POST if request.method == "POST" else None)

    def write() -> Project:
        return actions.set_scale(project, form.cleaned_data["scale"], revision=form.cleaned_data["revision"], by=request.person)

    if form.takes(write):
        messages.success(request, _("The scale is written."))
        return _back(project)
    return _shown(request, project, form, {"title": _("The scale of the project"), "conflict": form.conflict})


@asks(may_write_project, of=project_named)
@require_http_methods(["GET", "HEAD", "POST"])
def describe(request: Request, number: int, public_id: UUID) -> HttpResponse:
    place = _place(request, number, public_id)
    form = PlaceForm(row=place, typed=request.POST if request.method == "POST" else None)

    def write() -> ProjectPlace:
        return actions.describe_place(place, form.entry(), revision=form.cleaned_data["revision"] or 0, by=request.person)

    if written := form.takes(write):
        messages.success(request, _("« %(thing)s » is written.") % {"thing": written})
        return _back(place.project)
    return _shown(request, place.project, form, {"title": str(place), "row": place, "conflict": form.conflict})


@asks(may_write_project, of=project_named)
@require_POST
def outside(request: Request, number: int, public_id: UUID) -> HttpResponse:
    place = actions.keep_outside(_place(request, number, public_id), by=request.person)
    messages.success(request, _("Written: « %(thing)s » lies outside the territory, and stays.") % {"thing": place})
    return _back(place.project)


@asks(may_write_project, of=project_named)
@require_http_methods(["GET", "HEAD", "POST"])
def aside(request: Request, number: int, public_id: UUID) -> HttpResponse:
    place = _place(request, number, public_id)
    form = ReasonForm(request.POST or None)
    if form.takes(lambda: actions.set_place_aside(place, form.cleaned_data["reason"], on=today(request.initiative), by=request.person)):
        messages.success(request, _("« %(thing)s » is set aside, with its reason. It can be put back.") % {"thing": place})
        return _back(place.project)
    return _shown(request, place.project, form, {"title": _("Set aside"), "thing": place, "verb": _("Set aside"), "stops": True})


@asks(may_write_project, of=project_named)
@require_POST
def back_in(request: Request, number: int, public_id: UUID) -> HttpResponse:
    place = actions.put_place_back(_place(request, number, public_id), by=request.person)
    messages.success(request, _("« %(thing)s » is back.") % {"thing": place})
    return _back(place.project)


def _place(request: Request, number: int, public_id: UUID) -> ProjectPlace:
    known = ProjectPlace.objects.of(request.initiative).select_related("project__initiative", "project__merged_into", "initiative")
    place: ProjectPlace = get_object_or_404(known, project__number=number, public_id=public_id)
    return place


def _shown(request: Request, project: Project, form: PlainForm, around: dict[str, Any]) -> HttpResponse:
    status = CONFLICT if around.get("conflict") else FAULTY if form.is_bound and form.errors else 200
    return render(request, "project_place/form.html", {"project": project, "form": form, **around}, status=status)


def _back(project: Project) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("project-place", args=[project.number]))
