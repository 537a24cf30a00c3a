"""The thing that an address names, and the page that a gesture comes back to."""

from uuid import UUID

from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from semailles.projects.models import Dependency, ProjectMilestone
from semailles.web.layout.request import Request


def milestone_of(request: Request, number: int, public_id: UUID) -> ProjectMilestone:
    known = ProjectMilestone.objects.of(request.initiative).select_related("project__initiative", "project__merged_into", "initiative")
    milestone: ProjectMilestone = get_object_or_404(known, project__number=number, public_id=public_id)
    return milestone


def wait_of(request: Request, number: int, public_id: UUID) -> Dependency:
    known = Dependency.objects.of(request.initiative).select_related("before__project", "after__project__initiative", "initiative")
    dependency: Dependency = get_object_or_404(known, after__project__number=number, public_id=public_id)
    return dependency


def back(milestone: ProjectMilestone) -> HttpResponseRedirect:
    return HttpResponseRedirect(f"{reverse('project-calendar', args=[milestone.project.number])}#jalon-{milestone.public_id}")
