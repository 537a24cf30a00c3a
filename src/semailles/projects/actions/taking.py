"""People take a draft up: from then on it is theirs."""

from django.db import transaction

from semailles.core.models import Person
from semailles.core.permits import require
from semailles.projects.models import Project
from semailles.projects.rules import may_write_project
from semailles.projects.taking import opened


@transaction.atomic
def take_up(project: Project, *, by: Person) -> Project:
    """No reading of documents changes the sheet any more; what the documents say of commitments becomes ladders that people climb."""
    require(may_write_project(by, project), by=by)
    return opened(project, by=by)
