"""Who is hired to shape which projects, for which fee, and what the budget of the process holds of it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from semailles.projects.actions.shaping import describe_hired, shape
from semailles.projects.models import Project
from semailles.projects.shaping import missions, sums
from semailles.web.layout.access import asks
from semailles.web.layout.answers import CONFLICT, FAULTY
from semailles.web.layout.request import Request
from semailles.web.layout.today import today
from semailles.web.pages.entries.gestures import gestures_of
from semailles.web.pages.missions.forms import MISSION, MissionForm
from semailles.workshop.actions import add_mission
from semailles.workshop.models import Mission
from semailles.workshop.rules import may_coordinate, may_read_workspace

BOTH = ["GET", "HEAD", "POST"]


@asks(may_read_workspace)
@require_safe
def list_missions(request: Request) -> HttpResponse:
    on, found = today(request.initiative), missions(request.initiative)
    told = {
        "missions": [(view, view.is_late(on)) for view in found],
        "sums": sums((view.mission.fee, view.mission.tax_base) for view in found),
        "paid": sums((view.mission.fee, view.mission.tax_base) for view in found if view.mission.paid_on),
        "may_write": may_coordinate(request.person, request.initiative),
    }
    return render(request, "missions/page.html", told)


@asks(may_coordinate)
@require_http_methods(BOTH)
def add(request: Request) -> HttpResponse:
    """« ?projet=3 » ticks it already."""
    projects = _standing(request)
    chosen = [project for project in projects if str(project.number) == request.GET.get("projet")]
    form = MissionForm(request.initiative, projects, chosen=chosen, typed=request.POST if request.method == "POST" else None)

    def write() -> Mission:
        mission = add_mission(request.initiative, form.entry(by=request.person), key=form.cleaned_data["key"], by=request.person)
        shape(mission, form.shaped(), by=request.person)
        return mission

    return _answered(request, form, write, {"title": MISSION.new, "hint": MISSION.hint})


@asks(may_coordinate)
@require_http_methods(BOTH)
def describe(request: Request, public_id: UUID) -> HttpResponse:
    mission: Mission = get_object_or_404(Mission.objects.of(request.initiative).select_related("initiative"), public_id=public_id)
    chosen = [link.project for link in mission.shaped.select_related("project__initiative")]
    standing = _standing(request)
    projects = [*standing, *(one for one in chosen if one not in standing)]
    form = MissionForm(request.initiative, projects, row=mission, chosen=chosen, typed=request.POST if request.method == "POST" else None)

    def write() -> Mission:
        entry, revision = form.entry(by=request.person), form.cleaned_data["revision"] or 0
        return describe_hired(mission, entry, form.shaped(), revision=revision, by=request.person)

    return _answered(request, form, write, {"title": mission.who, "row": mission, "gestures": gestures_of(MISSION.slug)})


def _standing(request: Request) -> list[Project]:
    return list(Project.objects.of(request.initiative).standing().select_related("initiative"))


def _answered(request: Request, form: MissionForm, write: Callable[[], Mission], around: dict[str, Any]) -> HttpResponse:
    if written := form.takes(transaction.atomic(write)):  # the mission goes with the projects that it shapes, or not at all
        messages.success(request, _("« %(thing)s » is written.") % {"thing": written})
        return HttpResponseRedirect(f"{reverse('missions')}#mission-{written.public_id}")
    status = CONFLICT if form.conflict else FAULTY if form.is_bound and form.errors else 200
    told = {"kind": MISSION, "form": form, "back": reverse("missions"), "conflict": form.conflict, **around}
    return render(request, "missions/form.html", told, status=status)
