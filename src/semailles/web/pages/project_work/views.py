"""The work on one project: the group that has it in hand, what is to be done and by whom."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from semailles.projects.due import When, tasks_of
from semailles.projects.models import WorkTask
from semailles.projects.rules import may_write_project
from semailles.projects.shaping import shaping_of
from semailles.web.layout.access import asks
from semailles.web.layout.addressed import project_of
from semailles.web.layout.request import Request
from semailles.web.layout.today import today
from semailles.workshop.rules import may_read


@asks(may_read)
@require_safe
def show_work(request: Request, number: int) -> HttpResponse:
    project = project_of(request, number, "group")
    tasks = tasks_of(project, on=today(request.initiative))
    told = {
        "project": project,
        "todo": [one for one in tasks if one.when is not When.DONE],
        "done": [one for one in tasks if one.when is When.DONE],
        "aside": WorkTask.objects.of(request.initiative).set_aside().filter(project=project),
        "shaping": shaping_of(project, on=today(request.initiative)),
        "may_write": may_write_project(request.person, project) and project.is_standing,
    }
    return render(request, "project_work/page.html", told)
