"""Where a project stands on the ladder, what is missing for the next step, how it goes."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from semailles.projects.actions.maturing import climb_maturity, step_back
from semailles.projects.actions.standing import change_status
from semailles.projects.attainment import attainments
from semailles.projects.enums import Maturity
from semailles.projects.grounds import read_ground
from semailles.projects.maturity import next_step
from semailles.projects.models import Project
from semailles.projects.rules import may_write_project
from semailles.web.layout.access import asks
from semailles.web.layout.addressed import project_named, project_of
from semailles.web.layout.answers import CONFLICT, FAULTY
from semailles.web.layout.forms import PlainForm
from semailles.web.layout.request import Request
from semailles.web.layout.today import today
from semailles.web.pages.maturity.forms import BackForm, ClimbForm, StatusForm
from semailles.web.pages.maturity.steps import is_written_here, ladder, linked, missing, standing, told_ladder
from semailles.workshop.rules import may_read, may_shape


@asks(may_read)
@require_safe
def show_maturity(request: Request, number: int) -> HttpResponse:
    project, on = project_of(request, number, "family", "group"), today(request.initiative)
    attained = attainments(request.initiative, [project], on=on)[project.pk]
    told = {
        "project": project,
        "ladder": ladder(project.maturity),
        "standing": standing(project.maturity),
        "following": attained.following,
        "missing": missing(attained),
        "lapsed": linked(project, attained.lapsed),
        "asked": told_ladder(project, attained.met),
        "written_here": is_written_here(attained.following),
        "taken": project.steps.select_related("by").order_by("-pk"),
        "is_due": project.remind_on is not None and project.remind_on <= on,
        "may_write": project.is_standing and may_write_project(request.person, project),
    }
    return render(request, "maturity/page.html", told)


@asks(may_shape)
@require_http_methods(["GET", "HEAD", "POST"])
def climb(request: Request, number: int) -> HttpResponse:
    project = project_of(request, number, "family", "group")
    step = next_step(project.maturity)
    form = ClimbForm(request.POST or None, initial={"on": today(request.initiative)})
    if step != Maturity.CONVERGENT or read_ground(project, step):
        form = form.without_choice()

    def write() -> object:
        return climb_maturity(project, form.evidence(), on=form.cleaned_data["on"], by=request.person)

    label = step.label if step else ""
    around = {"title": _("To the step « %(step)s »") % {"step": label}, "said": _("Written: the project is at this step.")}
    return _written(request, project, form, write, around)


@asks(may_shape)
@require_http_methods(["GET", "HEAD", "POST"])
def go_back(request: Request, number: int) -> HttpResponse:
    project = project_of(request, number, "family", "group")
    form = BackForm(request.POST or None, initial={"on": today(request.initiative)})

    def write() -> object:
        return step_back(project, form.cleaned_data["reason"], on=form.cleaned_data["on"], by=request.person)

    around = {"title": _("Back one step"), "said": _("Written. What the step stood on stays readable."), "stops": True}
    return _written(request, project, form, write, around)


@asks(may_write_project, of=project_named)
@require_http_methods(["GET", "HEAD", "POST"])
def set_status(request: Request, number: int) -> HttpResponse:
    project = project_of(request, number, "family", "group")
    shown = {name: getattr(project, name) for name in StatusForm.base_fields}
    form = StatusForm(request.POST or None, initial=shown)

    def write() -> object:
        return change_status(project, form.entry(), revision=form.cleaned_data["revision"] or 0, by=request.person)

    return _written(request, project, form, write, {"title": _("How it goes"), "said": _("Written.")})


def _written(request: Request, project: Project, form: PlainForm, write: Callable[[], object], around: dict[str, Any]) -> HttpResponse:
    if form.takes(write):
        messages.success(request, around["said"])
        return redirect("project-maturity", project.number)
    status = CONFLICT if form.conflict else FAULTY if form.is_bound else 200
    told = {"form": form, "project": project, "conflict": form.conflict, **around}
    return render(request, "maturity/form.html", told, status=status)
