"""Changing what a project is made of: each gesture asks for its reason, and can be taken back."""

import uuid
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from semailles.intake.models import Idea
from semailles.projects import actions
from semailles.projects.models import Project
from semailles.projects.rules import may_write_project
from semailles.web.layout.access import asks
from semailles.web.layout.addressed import project_named
from semailles.web.layout.answers import CONFLICT, FAULTY
from semailles.web.layout.forms import PlainForm
from semailles.web.layout.request import Request
from semailles.web.pages.lineage.forms import MergeForm, ReasonForm, SplitForm, TitleForm
from semailles.web.pages.lineage.views import found_project
from semailles.workshop.rules import may_shape

asked = require_http_methods(["GET", "HEAD", "POST"])


@asks(may_write_project, of=project_named)
@asked
def take_off(request: Request, number: int, idea: UUID) -> HttpResponse:
    project = found_project(request, number)
    taken = get_object_or_404(Idea.objects.of(request.initiative), public_id=idea)
    form = ReasonForm(request.POST or None)

    def write() -> Project:
        actions.take_idea_off(project, taken, form.cleaned_data["reason"], by=request.person)
        return project

    around = {"title": _("Take an idea off"), "thing": taken.title, "stops": True}
    around["hint"] = _("The idea and its sources stay. The page keeps in sight that it was there, and why it left.")
    return _written(request, project, form, write, {**around, "said": _("Taken off, with its reason. It can be put back.")})


@asks(may_write_project, of=project_named)
@asked
def rename(request: Request, number: int) -> HttpResponse:
    project = found_project(request, number)
    form = TitleForm(request.POST or None, initial={"title": project.title, "revision": project.revision})

    def write() -> Project:
        return actions.rename_project(project, form.cleaned_data["title"], revision=form.cleaned_data["revision"] or 0, by=request.person)

    around = {"title": _("Change the title"), "said": _("Written. The number stays, and so do the links.")}
    around["hint"] = _("A few words that are understood alone. The number and the addresses stay the same.")
    return _written(request, project, form, write, around)


@asks(may_shape)
@asked
def merge(request: Request, number: int) -> HttpResponse:
    project = found_project(request, number)
    others = Project.objects.of(request.initiative).standing().exclude(pk=project.pk).order_by("number")
    initial = {"into": project.parted_from.number} if project.parted_from else {}
    form = MergeForm(request.POST or None, others=list(others), initial=initial)

    def write() -> Project:
        actions.merge_projects(project, form.chosen, form.cleaned_data["reason"], by=request.person)
        return form.chosen

    around = {"title": _("Merge with another project"), "said": _("Merged. This can be taken back from the page of the other one.")}
    around["hint"] = _(
        "Its ideas, holders, money, calendar, places and open questions go to the project that stays. Its texts stay under its number, where they are read."
    )
    return _written(request, project, form, write, around)


@asks(may_shape)
@asked
def part(request: Request, number: int) -> HttpResponse:
    project = found_project(request, number)
    form = ReasonForm(request.POST or None)
    around = {"title": _("Part again"), "said": _("Parted: each has again what it had.")}
    around["hint"] = _(
        "All that the merge brought goes back, with what was written on it since: a holder that came with this project takes its later steps along. "
        "What the other project received of its own since stays there, and so do the later steps of an actor committed to both in the same role."
    )
    return _written(request, project, form, lambda: actions.part_again(project, form.cleaned_data["reason"], by=request.person), around)


@asks(may_shape)
@asked
def split(request: Request, number: int) -> HttpResponse:
    project = found_project(request, number)
    ideas = [feed.idea for feed in project.feeds.select_related("idea__team").order_by("rank")]
    form = SplitForm(request.POST or None, ideas=ideas, initial={"key": uuid.uuid4()})

    def write() -> Project:
        typed = form.cleaned_data
        return actions.split_project(project, form.ticked, typed["title"], typed["reason"], key=typed["key"], by=request.person)

    around = {"title": _("Split in two"), "said": _("The new project is opened. Merging it back undoes the split.")}
    around["hint"] = _("The ideas that are ticked go to a project of their own. Holders, money and dates stay where they are.")
    return _written(request, project, form, write, around)


@asks(may_shape)
@asked
def drop(request: Request, number: int) -> HttpResponse:
    project = found_project(request, number)
    form = ReasonForm(request.POST or None)
    around = {"title": _("Drop the project"), "said": _("Dropped, with its reason. It can be taken back."), "stops": True}
    around["hint"] = _("It leaves the lists and the totals. Its sheet, its ideas and the reason stay readable.")
    return _written(request, project, form, lambda: actions.drop_project(project, form.cleaned_data["reason"], by=request.person), around)


@asks(may_shape)
@asked
def take_back(request: Request, number: int) -> HttpResponse:
    project = found_project(request, number)
    form = ReasonForm(request.POST or None)
    around = {"title": _("Take the project back"), "thing": project.set_aside_reason, "said": _("It counts again.")}
    return _written(
        request, project, form, lambda: actions.take_project_back(project, form.cleaned_data["reason"], by=request.person), around
    )


def _written(request: Request, project: Project, form: PlainForm, write: Callable[[], Project], around: dict[str, Any]) -> HttpResponse:
    if kept := form.takes(write):
        messages.success(request, around["said"])
        return redirect("project-origin", number=kept.number)
    status = CONFLICT if form.conflict else FAULTY if form.is_bound else 200
    told = {"project": project, "form": form, "conflict": form.conflict, **around}
    return render(request, "lineage/form.html", told, status=status)
