from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from semailles.intake.enums import Heading
from semailles.intake.models import Remark
from semailles.projects.enums import Section
from semailles.projects.models import Project
from semailles.projects.sheets import filled_headings
from semailles.web.layout.access import asks
from semailles.web.layout.request import Request
from semailles.workshop.rules import may_read

COUNTABLE = {Section.PLACE, Section.AUDIENCE}  # without which nothing can be counted


@asks(may_read)
@require_safe
def not_yet(request: Request) -> HttpResponse:
    projects = list(Project.objects.of(request.initiative).standing())
    filled = filled_headings(projects)
    told = {
        "total": len(projects),
        "lacking": sum(1 for project in projects if not filled[project.pk] >= COUNTABLE),
        "figures": Remark.objects.of(request.initiative).filter(heading=Heading.OBSERVATION, passage__version__is_latest=True).count(),
    }
    return render(request, "measure/page.html", told)
