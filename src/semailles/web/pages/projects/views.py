from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from semailles.projects.models import Project
from semailles.web.layout.access import asks
from semailles.web.layout.request import Request
from semailles.workshop.rules import may_read


@asks(may_read)
@require_safe
def list_projects(request: Request) -> HttpResponse:
    return render(request, "projects/page.html")


@asks(may_read)
@require_safe
def show_project(request: Request, number: int) -> HttpResponse:
    project = get_object_or_404(Project.objects.of(request.initiative), number=number)
    return render(request, "projects/project.html", {"project": project})
