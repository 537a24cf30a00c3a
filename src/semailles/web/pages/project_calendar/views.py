"""The time of one project: its drawing, its milestones, what slips and what that moves."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from semailles.engines.typesetting.charts.milestones import milestones_svg
from semailles.projects import calendar_words as words
from semailles.projects.actions import add_project_milestone, describe_project_milestone
from semailles.projects.calendar import calendar_of_projects, may_be_waited_for, set_aside_of
from semailles.projects.calendar_chart import project_chart
from semailles.projects.models import ProjectMilestone
from semailles.projects.rules import may_write_project
from semailles.web.layout.access import asks
from semailles.web.layout.addressed import project_named, project_of
from semailles.web.layout.answers import CONFLICT, FAULTY
from semailles.web.layout.request import Request
from semailles.web.layout.today import today
from semailles.web.pages.project_calendar.asked import back, milestone_of
from semailles.web.pages.project_calendar.forms import MilestoneForm, WaitForm
from semailles.workshop.rules import may_read


@asks(may_read)
@require_safe
def show_calendar(request: Request, number: int) -> HttpResponse:
    project = project_of(request, number, "merged_into")
    calendar = calendar_of_projects(request.initiative, on=today(request.initiative)).of(project)
    chart = project_chart(calendar, project)
    drawing = mark_safe(milestones_svg(chart)) if chart else ""  # noqa: S308  # our own drawing: its words are escaped where it is made
    said = {"verdict": words.verdict(calendar), "slips": words.what_slips(calendar), "odd": words.what_to_know(calendar)}
    rows = [(row, words.state_words(row), [(one, words.wait_words(one)) for one in row.waits]) for row in calendar.rows]
    return render(
        request,
        "project_calendar/page.html",
        {"project": project, "rows": rows, "set_aside": set_aside_of(project), "drawing": drawing, **said},
    )


@asks(may_write_project, of=project_named)
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: Request, number: int) -> HttpResponse:
    project = project_of(request, number, "merged_into")
    form = MilestoneForm(project, typed=request.POST if request.method == "POST" else None)
    if milestone := form.takes(lambda: add_project_milestone(project, form.entry(), key=form.cleaned_data["key"], by=request.person)):
        messages.success(request, _("« %(thing)s » is written.") % {"thing": milestone})
        return back(milestone)
    hint = _("Something that the project reaches: a permit, a first delivery, an opening.")
    return _shown(request, form, {"project": project, "title": _("Add a milestone"), "hint": hint})


@asks(may_write_project, of=project_named)
@require_http_methods(["GET", "HEAD", "POST"])
def describe(request: Request, number: int, public_id: UUID) -> HttpResponse:
    milestone = milestone_of(request, number, public_id)
    form = MilestoneForm(milestone.project, row=milestone, typed=request.POST if request.method == "POST" else None)

    def write() -> ProjectMilestone:
        return describe_project_milestone(milestone, form.entry(), revision=form.cleaned_data["revision"] or 0, by=request.person)

    if written := form.takes(write):
        messages.success(request, _("« %(thing)s » is written.") % {"thing": written})
        return back(written)
    waiting = WaitForm(may_be_waited_for(milestone))
    waits = [(one, words.wait_words(one)) for one in milestone.waits.standing().select_related("before__project")]
    around = {"row": milestone, "waiting": waiting, "waits": waits, "conflict": form.conflict}
    return _shown(request, form, {"project": milestone.project, "title": str(milestone), **around})


def _shown(request: HttpRequest, form: MilestoneForm, around: dict[str, object]) -> HttpResponse:
    status = CONFLICT if form.conflict else FAULTY if form.is_bound and form.errors else 200
    return render(request, "project_calendar/form.html", {"form": form, **around}, status=status)
