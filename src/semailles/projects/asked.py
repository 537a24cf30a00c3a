"""What people ask about, of what projects carry; a sheet and its headings have remarks of their own (`Comment`)."""

from django.db.models import QuerySet

from semailles.projects.models import Project, ProjectCommitment
from semailles.workshop.asking import Asked
from semailles.workshop.models import Initiative


def _commitments(initiative: Initiative) -> "QuerySet[ProjectCommitment]":
    """Of the projects that this circle reads."""
    told = ProjectCommitment.objects.of(initiative).filter(project__in=Project.objects.of(initiative))
    return told.select_related("actor", "project", "initiative")


ASKED = {"ProjectCommitment": Asked(_commitments)}
