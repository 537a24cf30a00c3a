"""The thing that an address names."""

from django.shortcuts import get_object_or_404

from semailles.projects.models import Project
from semailles.web.layout.request import Request


def project_of(request: Request, number: int, *related: str) -> Project:
    """The project of this number, with its initiative and what else the page reads of it; not found in another initiative."""
    known = Project.objects.of(request.initiative).select_related("initiative", *related)
    project: Project = get_object_or_404(known, number=number)
    return project
