"""What each funder gives, to which projects and to the process."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from semailles.projects.ceilings import ceilings
from semailles.projects.funders import funder, funders
from semailles.web.layout.access import asks
from semailles.web.layout.request import Request
from semailles.web.layout.today import today
from semailles.workshop.rules import may_read


@asks(may_read)
@require_safe
def list_funders(request: Request) -> HttpResponse:
    found = funders(request.initiative, on=today(request.initiative))
    told = [(one, [ceiling for ceiling in ceilings(one) if ceiling.excess]) for one in found]
    return render(request, "funders/page.html", {"funders": told})


@asks(may_read)
@require_safe
def show_funder(request: Request, key: UUID) -> HttpResponse:
    found = funder(request.initiative, key, on=today(request.initiative))
    if found is None:
        raise Http404
    return render(request, "funders/one.html", {"funder": found, "ceilings": ceilings(found)})
