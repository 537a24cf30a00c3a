from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from semailles.projects.enums import Maturity
from semailles.projects.models import Project
from semailles.web.layout.access import asks
from semailles.web.layout.request import Request
from semailles.web.layout.today import today
from semailles.web.pages.governance.sittings import lede, seated
from semailles.workshop.calendar import process_calendar
from semailles.workshop.queries import bodies_with_mandates
from semailles.workshop.rules import may_read


@asks(may_read)
@require_safe
def show_bodies(request: Request) -> HttpResponse:
    initiative, on = request.initiative, today(request.initiative)
    bodies = seated(bodies_with_mandates(initiative, on=on), process_calendar(initiative, on=on))
    proposed = list(Project.objects.of(initiative).filter(maturity=Maturity.PROPOSED))
    return render(request, "governance/page.html", {"bodies": bodies, "lede": lede(bodies), "proposed": proposed})
