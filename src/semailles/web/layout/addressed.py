"""The thing that an address names."""

from uuid import UUID

from django.shortcuts import get_object_or_404

from semailles.projects.models import Project
from semailles.web.layout.request import Request
from semailles.workshop.models import Body, Initiative


def project_named(initiative: Initiative, number: int, **others: object) -> Project:
    """For `asks(…, of=project_named)`: the project of this number, with its initiative."""
    project: Project = get_object_or_404(Project.objects.of(initiative).select_related("initiative"), number=number)
    return project


def group_named(initiative: Initiative, public_id: UUID, **others: object) -> Body:
    """For `asks(…, of=group_named)`: the body of this id, if it stands."""
    body: Body = get_object_or_404(Body.objects.of(initiative).standing().select_related("initiative"), public_id=public_id)
    return body


def project_of(request: Request, number: int, *related: str) -> Project:
    """The project of this number, with its initiative and what else the page reads of it; not found in another initiative."""
    known = Project.objects.of(request.initiative).select_related("initiative", *related)
    project: Project = get_object_or_404(known, number=number)
    return project
