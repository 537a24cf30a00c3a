from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from semailles.projects.enums import Maturity
from semailles.publication.board.funnel import from_step, maturities
from semailles.web.layout.access import asks
from semailles.web.layout.request import Request
from semailles.workshop.rules import may_read


@asks(may_read)
@require_safe
def not_yet(request: Request) -> HttpResponse:
    projects = maturities(request.initiative)
    return render(request, "sow/page.html", {"total": projects.total(), "held": from_step(Maturity.CARRIED, projects)})
