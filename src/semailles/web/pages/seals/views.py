from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from semailles.core.seals import fault_in_words, seal_with, seals_of, verdict_in_words, verify
from semailles.web.layout.access import asks
from semailles.web.layout.request import Request
from semailles.workshop.rules import may_read_workspace

PER_PAGE = 50
LONGEST_RANK = 9


@asks(may_read_workspace)
@require_safe
def show_seals(request: Request) -> HttpResponse:
    initiative, given, noted = request.initiative, request.GET.get("avant", ""), request.GET.get("empreinte", "").strip()
    before = int(given) if given.isdecimal() and len(given) <= LONGEST_RANK else None
    found = seals_of(initiative.public_id, before=before, limit=PER_PAGE + 1)
    verdict = verify(initiative.public_id)
    told = {
        "verdict": verdict,
        "sentence": verdict_in_words(verdict),
        "breaks": [(broken.rank, fault_in_words(broken)) for broken in verdict.breaks],
        "broken": {broken.rank for broken in verdict.breaks},
        "seals": found[:PER_PAGE],
        "before": found[PER_PAGE - 1].rank if len(found) > PER_PAGE else None,
        "is_first": before is None,
        "noted": noted,
        "known": seal_with(initiative.public_id, noted) if noted else None,
        "zone": initiative.time_zone,
    }
    return render(request, "seals/page.html", told)
