"""Opening a project: from convergences and ideas, or what several projects share."""

import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from semailles.convergence.models import Family
from semailles.intake.models import Idea
from semailles.projects.actions import NewProject, open_project
from semailles.projects.models import Project
from semailles.web.layout.access import asks
from semailles.web.layout.answers import FAULTY
from semailles.web.layout.forms import PlainForm
from semailles.web.layout.ids import uuid_of
from semailles.web.layout.links import mark
from semailles.web.layout.request import Request
from semailles.web.pages.lineage.forms import OpenForm, SharedForm
from semailles.workshop.rules import may_shape

MOST_OFFERED = 200
asked = require_http_methods(["GET", "HEAD", "POST"])


@asks(may_shape)
@asked
def open_one(request: Request) -> HttpResponse:
    """« ?convergence=… », « ?idee=… »: where the reader came from, ticked already."""
    wanted = [one for one in map(uuid_of, request.GET.getlist("convergence")) if one]
    form = OpenForm(
        request.POST or None, initiative=request.initiative, families=_offered(request, wanted), initial=_initial(request, wanted)
    )

    def write() -> Project:
        typed = form.cleaned_data
        new = NewProject(typed["title"], families=form.chosen, ideas=typed["marks"])
        return open_project(request.initiative, new, key=typed["key"], by=request.person)

    hint = _("It keeps the chain back to every passage. A draft sheet that was drawn from the convergence is taken up with its number.")
    return _written(request, form, write, {"title": _("Open a project"), "hint": hint})


@asks(may_shape)
@asked
def open_transverse(request: Request) -> HttpResponse:
    projects = list(Project.objects.of(request.initiative).standing().order_by("number"))
    form = SharedForm(request.POST or None, projects=projects, initial={"key": uuid.uuid4()})

    def write() -> Project:
        new = NewProject(form.cleaned_data["title"], serves=form.chosen)
        return open_project(request.initiative, new, key=form.cleaned_data["key"], by=request.person)

    hint = _("A platform, a legal form, a skill that two projects or more need: it has its own holder, body, cost and calendar.")
    return _written(request, form, write, {"title": _("Open what several projects share"), "hint": hint})


def _offered(request: Request, wanted: list[uuid.UUID]) -> list[Family]:
    """The strongest, and those that were asked for."""
    current = Family.objects.of(request.initiative).current()
    named = list(current.filter(public_id__in=wanted))
    return [*named, *(one for one in current.joining_teams().order_by("rank")[:MOST_OFFERED] if one not in named)]


def _initial(request: Request, wanted: list[uuid.UUID]) -> dict[str, Any]:
    ideas = Idea.objects.of(request.initiative).filter(public_id__in=[one for one in map(uuid_of, request.GET.getlist("idee")) if one])
    named = list(ideas.select_related("team"))
    families = Family.objects.of(request.initiative).filter(public_id__in=wanted)
    title = next((one.title for one in (*families, *named)), "")
    return {
        "title": title,
        "families": [str(one) for one in wanted],
        "marks": ", ".join(mark(idea) for idea in named if idea.number),
        "key": uuid.uuid4(),
    }


def _written(request: Request, form: PlainForm, write: Callable[[], Project], around: dict[str, Any]) -> HttpResponse:
    if project := form.takes(write):
        messages.success(request, _("« %(project)s » is opened under the number %(n)d.") % {"project": project.title, "n": project.number})
        return redirect("project", number=project.number)
    return render(request, "lineage/form.html", {"form": form, **around}, status=FAULTY if form.is_bound else 200)
