from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from semailles.projects.attainment import attainments
from semailles.projects.balances import project_budget
from semailles.projects.holders import holders
from semailles.projects.identity import beside
from semailles.projects.models import Project
from semailles.projects.rules import may_write_project
from semailles.projects.sheet import open_sheet, with_all
from semailles.publication.roadmap.questions import questions
from semailles.web.layout.access import asks
from semailles.web.layout.request import Request
from semailles.web.layout.today import today
from semailles.web.pages.maturity.steps import ladder, missing, standing
from semailles.workshop.queries import lettered_teams
from semailles.workshop.rules import may_read


@asks(may_read)
@require_safe
def show_project(request: Request, number: int) -> HttpResponse:
    known = Project.objects.of(request.initiative).select_related("family__theme", "initiative").prefetch_related(*with_all())
    sheet = open_sheet(get_object_or_404(known, number=number))
    attained = attainments(request.initiative, [sheet.project], on=today(request.initiative))[sheet.project.pk]
    around = beside(sheet.project)
    told = {
        "sheet": sheet,
        "beside": around,
        "writes": sheet.project.is_standing and may_write_project(request.person, sheet.project),
        "budget": project_budget(sheet.project),
        "held": [] if sheet.project.is_draft else holders(sheet.project),
        "project": sheet.project,
        "teams": lettered_teams(request.initiative),
        "headings": [
            (heading, questions()[heading.section], heading.is_empty and not around.fills(heading.section)) for heading in sheet.headings
        ],
        "ladder": ladder(sheet.project.maturity),
        "step": 1 + [one.is_here for one in ladder(sheet.project.maturity)].index(True),
        "standing": standing(sheet.project.maturity),
        "missing": missing(attained),
        "following": attained.following,
        **_beside(request, sheet.project),
    }
    return render(request, "projects/project.html", told)


def _beside(request: Request, project: Project) -> dict[str, object]:
    """The sheets before and after in the book."""
    numbers = list(Project.objects.of(request.initiative).standing().values_list("number", flat=True))
    return {
        "before": max((number for number in numbers if number < project.number), default=None),
        "after": min((number for number in numbers if number > project.number), default=None),
    }
