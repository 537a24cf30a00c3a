"""What each funder gives, to which projects and to the process."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from semailles.projects.funders import funders
from semailles.web.layout.access import asks
from semailles.web.layout.request import Request
from semailles.web.layout.today import today
from semailles.workshop.rules import may_read


@asks(may_read)
@require_safe
def list_funders(request: Request) -> HttpResponse:
    return render(request, "funders/page.html", {"funders": funders(request.initiative, on=today(request.initiative))})
