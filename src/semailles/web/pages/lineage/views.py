"""Where a project comes from, and what it became: the whole chain on one page."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from semailles.core.journal import journal_of
from semailles.projects.actions import add_idea
from semailles.projects.lineage import chain_of
from semailles.projects.models import Project
from semailles.projects.rules import may_write_project
from semailles.web.layout.access import asks
from semailles.web.layout.addressed import project_named, project_of
from semailles.web.layout.answers import FAULTY
from semailles.web.layout.request import Request
from semailles.web.pages.lineage.forms import FeedForm
from semailles.workshop.rules import may_read

MOST_LINES = 30


@asks(may_read)
@require_safe
def show_origin(request: Request, number: int) -> HttpResponse:
    return _shown(request, found_project(request, number), FeedForm(initiative=request.initiative))


@asks(may_write_project, of=project_named)
@require_POST
def feed(request: Request, number: int) -> HttpResponse:
    """All the ideas that were named, or none."""
    project = found_project(request, number)
    form = FeedForm(request.POST, initiative=request.initiative)

    @transaction.atomic
    def write() -> int:
        ideas = form.cleaned_data["marks"]
        for idea in ideas:
            add_idea(project, idea, part=form.cleaned_data["part"], by=request.person)
        return len(ideas)

    if count := form.takes(write):
        said = ngettext("The idea now feeds « %(project)s ».", "%(n)d ideas now feed « %(project)s ».", count)
        messages.success(request, said % {"project": project.title, "n": count})
        return redirect("project-origin", number=number)
    return _shown(request, project, form, status=FAULTY)


def found_project(request: Request, number: int) -> Project:
    return project_of(request, number, "family", "merged_into", "parted_from")


def _shown(request: Request, project: Project, form: FeedForm, *, status: int = 200) -> HttpResponse:
    chain = chain_of(project)
    around: dict[str, Any] = {
        "project": project,
        "chain": chain,
        "form": form,
        "letters": sorted({strand.idea.team.letter for strand in chain.strands}),
        "lines": journal_of(request.initiative.public_id, subjects=[project.public_id], limit=MOST_LINES).lines,
        "may_decide": may_write_project(request.person, project),
    }
    return render(request, "lineage/page.html", around, status=status)
