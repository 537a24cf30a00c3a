from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from semailles.core.journal import journal_of, kinds_of
from semailles.web.layout.access import asks
from semailles.web.layout.request import Request
from semailles.web.layout.today import today
from semailles.web.pages.journal.days import by_day
from semailles.workshop.rules import may_read

PER_PAGE = 50


@asks(may_read)
@require_safe
def show_journal(request: Request) -> HttpResponse:
    initiative, kinds = request.initiative, kinds_of(request.initiative.public_id)
    kind, before = request.GET.get("genre", ""), request.GET.get("avant", "")
    kind = kind if kind in kinds else ""
    page = journal_of(initiative.public_id, kind=kind or None, before=before, limit=PER_PAGE)
    told = {
        "days": by_day(page.lines, initiative.time_zone, today(initiative)),
        "before": page.before,
        "is_first": not before,
        "kind": kind,
        "kinds": kinds,
    }
    return render(request, "journal/page.html", told)
