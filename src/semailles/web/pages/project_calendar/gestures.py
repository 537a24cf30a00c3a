"""Gestures of one word on milestones: reached, set aside, put back, waiting for another, waiting no more."""

from collections.abc import Callable, Mapping
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from semailles.projects import actions
from semailles.projects.calendar import may_be_waited_for
from semailles.projects.calendar_words import called, wait_words
from semailles.projects.models import Project, ProjectMilestone
from semailles.projects.rules import may_write_project
from semailles.web.layout.access import asks
from semailles.web.layout.addressed import project_named
from semailles.web.layout.answers import FAULTY
from semailles.web.layout.fields import DayField
from semailles.web.layout.forms import PlainForm
from semailles.web.layout.request import Request
from semailles.web.layout.today import today
from semailles.web.pages.entries.forms import HINTS, ReasonForm
from semailles.web.pages.project_calendar.asked import back, milestone_of, wait_of
from semailles.web.pages.project_calendar.forms import WaitForm

BOTH = ["GET", "HEAD", "POST"]


class DayForm(PlainForm):
    """The day something happened."""

    on = DayField(help_text=HINTS["on"])

    def __init__(self, request: Request) -> None:
        super().__init__(request.POST or None, initial={"on": today(request.initiative)})
        self.fields["on"].label = _("On which day")


@asks(may_write_project, of=project_named)
@require_http_methods(BOTH)
def mark_reached(request: Request, number: int, public_id: UUID) -> HttpResponse:
    milestone = milestone_of(request, number, public_id)
    form = DayForm(request)
    if form.takes(lambda: actions.reach(milestone, on=form.cleaned_data["on"], by=request.person)):
        messages.success(request, _("Written: it is reached."))
        return back(milestone)
    return _asked(request, milestone.project, form, {"title": _("It is reached"), "thing": milestone, "verb": _("It is reached")})


@asks(may_write_project, of=project_named)
@require_http_methods(BOTH)
def set_aside(request: Request, number: int, public_id: UUID) -> HttpResponse:
    milestone = milestone_of(request, number, public_id)

    def write(reason: str) -> object:
        return actions.set_milestone_aside(milestone, reason, on=today(request.initiative), by=request.person)

    return _with_reason(request, milestone, write, {"title": _("Set aside"), "thing": milestone, "verb": _("Set aside")})


@asks(may_write_project, of=project_named)
@require_POST
def put_back(request: Request, number: int, public_id: UUID) -> HttpResponse:
    milestone = actions.put_milestone_back(milestone_of(request, number, public_id), by=request.person)
    messages.success(request, _("« %(thing)s » is back.") % {"thing": milestone})
    return back(milestone)


@asks(may_write_project, of=project_named)
@require_http_methods(BOTH)
def wait(request: Request, number: int, public_id: UUID) -> HttpResponse:
    milestone = milestone_of(request, number, public_id)
    form = WaitForm(may_be_waited_for(milestone), typed=request.POST if request.method == "POST" else None)
    if form.takes(lambda: actions.wait_for(milestone, form.entry(), key=form.cleaned_data["key"], by=request.person)):
        said = {"after": milestone, "before": called(form.cleaned_data["before"])}
        messages.success(request, _("Written: « %(after)s » waits for %(before)s.") % said)
        return back(milestone)
    return _asked(request, milestone.project, form, {"title": _("It waits for another"), "thing": milestone, "verb": _("Save")})


@asks(may_write_project, of=project_named)
@require_http_methods(BOTH)
def stop_wait(request: Request, number: int, public_id: UUID) -> HttpResponse:
    dependency = wait_of(request, number, public_id)

    def write(reason: str) -> object:
        return actions.stop_waiting(dependency, reason, on=today(request.initiative), by=request.person)

    around = {"title": _("It waits no more"), "thing": f"{dependency.after} ← {wait_words(dependency)}", "verb": _("It waits no more")}
    return _with_reason(request, dependency.after, write, around)


def _with_reason(
    request: Request, milestone: ProjectMilestone, write: Callable[[str], object], around: Mapping[str, object]
) -> HttpResponse:
    form = ReasonForm(request.POST or None)
    if form.takes(lambda: write(form.cleaned_data["reason"])):
        messages.success(request, _("Set aside, with its reason."))
        return back(milestone)
    return _asked(request, milestone.project, form, {**around, "stops": True})


def _asked(request: Request, project: Project, form: PlainForm, around: Mapping[str, object]) -> HttpResponse:
    status = FAULTY if form.is_bound and form.errors else 200
    return render(request, "project_calendar/form.html", {"project": project, "form": form, **around}, status=status)
