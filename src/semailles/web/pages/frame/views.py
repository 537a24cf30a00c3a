"""The frame of the process on one page, and the forms of the initiative itself."""

from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from semailles.web.layout.access import asks
from semailles.web.layout.answers import CONFLICT, FAULTY
from semailles.web.layout.forms import PlainForm
from semailles.web.layout.request import Request
from semailles.web.layout.today import today
from semailles.web.pages.entries.kinds import slug_of
from semailles.web.pages.frame.forms import DeadlineForm, InitiativeForm, RegardForm
from semailles.workshop import actions
from semailles.workshop.entries import TeamEntry
from semailles.workshop.models import Initiative, Team
from semailles.workshop.queries import frame_view
from semailles.workshop.rules import may_coordinate, may_read

Form = TypeVar("Form", bound=PlainForm)


@asks(may_read)
@require_safe
def show_frame(request: Request) -> HttpResponse:
    frame = frame_view(request.initiative, on=today(request.initiative))
    set_aside = [(slug_of(row), row) for row in frame.set_aside]
    return render(request, "frame/page.html", {"frame": frame, "set_aside": set_aside})


@asks(may_coordinate)
@require_http_methods(["GET", "HEAD", "POST"])
def describe_initiative(request: Request) -> HttpResponse:
    def write(form: InitiativeForm) -> object:
        return actions.describe_initiative(request.initiative, form.entry(), revision=form.cleaned_data["revision"], by=request.person)

    return _written(request, _form(InitiativeForm, request, request.initiative), write, _("The process"))


@asks(may_coordinate)
@require_http_methods(["GET", "HEAD", "POST"])
def set_deadline(request: Request) -> HttpResponse:
    def write(form: DeadlineForm) -> object:
        typed = form.cleaned_data
        day, reason, seen = typed["deadline_on"], typed["deadline_reason"], typed["revision"]
        return actions.set_deadline(request.initiative, day, reason, revision=seen, by=request.person)

    return _written(request, _form(DeadlineForm, request, request.initiative), write, _("The deadline from outside"))


@asks(may_coordinate)
@require_http_methods(["GET", "HEAD", "POST"])
def describe_team(request: Request, public_id: UUID) -> HttpResponse:
    team = get_object_or_404(Team.objects.of(request.initiative), public_id=public_id)

    def write(form: RegardForm) -> object:
        typed = form.cleaned_data
        return actions.describe_team(team, TeamEntry(typed["regard"]), revision=typed["revision"], by=request.person)

    return _written(request, _form(RegardForm, request, team), write, team.folder)


def _form(kind: type[Form], request: Request, row: Initiative | Team) -> Form:
    return kind(request.POST or None, initial={name: getattr(row, name) for name in kind.base_fields})


def _written(request: Request, form: Form, write: Callable[[Form], object], title: str) -> HttpResponse:
    if form.takes(lambda: write(form)):
        messages.success(request, _("The frame is written."))
        return redirect("frame")
    status = CONFLICT if form.conflict else FAULTY if form.is_bound else 200
    return render(request, "frame/edit.html", {"form": form, "conflict": form.conflict, "title": title}, status=status)
