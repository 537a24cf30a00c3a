from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from semailles.core.journal import JournalPage, journal_of, kinds_of
from semailles.projects.models import Project
from semailles.web.layout.access import asks
from semailles.web.layout.request import Request
from semailles.web.layout.today import today
from semailles.web.pages.journal.days import Day, by_day
from semailles.web.pages.journal.things import parts_of, thing_of
from semailles.workshop.models import Initiative
from semailles.workshop.rules import may_read_workspace

PER_PAGE = 50


@asks(may_read_workspace)
@require_safe
def show_journal(request: Request) -> HttpResponse:
    initiative, kinds = request.initiative, kinds_of(request.initiative.public_id)
    kind, before = request.GET.get("genre", ""), request.GET.get("avant", "")
    kind = kind if kind in kinds else ""
    page = journal_of(initiative.public_id, kind=kind or None, before=before, limit=PER_PAGE)
    told = {
        "days": _days(page, initiative),
        "before": page.before,
        "is_first": not before,
        "kind": kind,
        "kinds": kinds,
    }
    return render(request, "journal/page.html", told)


@asks(may_read_workspace)
@require_safe
def show_history(request: Request, kind: str, public_id: UUID) -> HttpResponse:
    """Of one thing and of what belongs to it: who did what, when."""
    initiative, before = request.initiative, request.GET.get("avant", "")
    thing = thing_of(initiative, kind, public_id)
    page = journal_of(initiative.public_id, subjects=parts_of(thing.row), before=before, limit=PER_PAGE)
    told = {"thing": thing, "days": _days(page, initiative), "before": page.before, "is_first": not before}
    return render(request, "journal/history.html", told)


def _days(page: JournalPage, initiative: Initiative) -> tuple[Day, ...]:
    named = {line.subject_id for line in page.lines if line.subject_kind == "Project"}
    numbers = dict(Project.objects.of(initiative).filter(public_id__in=named).values_list("public_id", "number"))
    return by_day(page.lines, initiative.time_zone, today(initiative), numbers)
