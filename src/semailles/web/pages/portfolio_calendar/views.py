"""The time of all projects together, and their dates for everybody's own diary."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import override
from django.views.decorators.http import require_safe

from semailles.engines.typesetting.charts.milestones import milestones_svg
from semailles.projects import calendar_words as words
from semailles.projects.calendar import calendar_of_projects
from semailles.projects.calendar_chart import portfolio_charts
from semailles.projects.calendar_file import calendar_file
from semailles.projects.models import Project
from semailles.web.layout.access import asks
from semailles.web.layout.addressed import project_of
from semailles.web.layout.request import Request
from semailles.web.layout.today import today
from semailles.workshop.rules import may_read


@asks(may_read)
@require_safe
def show_calendars(request: Request) -> HttpResponse:
    calendar = calendar_of_projects(request.initiative, on=today(request.initiative))
    charts = enumerate(portfolio_charts(calendar))
    drawings = [mark_safe(milestones_svg(chart, name=f"milestones-{rank}")) for rank, chart in charts]  # noqa: S308  # our own drawing
    said = {"verdict": words.verdict(calendar), "slips": words.what_slips(calendar), "odd": words.what_to_know(calendar)}
    projects = [
        (project, [(row, words.state_words(row), [words.wait_words(one) for one in row.waits]) for row in rows])
        for project, rows in calendar.by_project()
    ]
    return render(request, "portfolio_calendar/page.html", {"projects": projects, "drawings": drawings, **said})


@asks(may_read)
@require_safe
def diary_of_projects(request: Request) -> HttpResponse:
    return _diary(request, None)


@asks(may_read)
@require_safe
def diary_of_project(request: Request, number: int) -> HttpResponse:
    return _diary(request, project_of(request, number, "merged_into"))


def _diary(request: Request, project: Project | None) -> HttpResponse:
    with override(request.initiative.lang):
        calendar = calendar_of_projects(request.initiative, on=today(request.initiative))
        shown = calendar.of(project) if project else calendar
        content = calendar_file(
            shown, project.title if project else request.initiative.name, stamp=timezone.now(), lang=request.initiative.lang
        )
    name = f"projet-{project.number}.ics" if project else "projets.ics"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=headers)
