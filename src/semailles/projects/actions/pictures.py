"""Pictures of sheets. The file never changes: another one is another picture."""

from uuid import UUID

from django.db import transaction

from semailles.core import files
from semailles.core.models import Person
from semailles.core.permits import require
from semailles.projects.actions.sheet import add_line
from semailles.projects.entries import PictureEntry
from semailles.projects.models import Picture, Project
from semailles.projects.rules import may_write_project


@transaction.atomic
def add_picture(project: Project, entry: PictureEntry, content: bytes, *, key: UUID | None = None, by: Person) -> Picture:
    """`content`: as `fit_to_print` made it. It is kept last, so that nothing refused stays on the disk."""
    require(may_write_project(by, project), by=by)
    digest = files.sha256(content)
    picture = add_line(Picture(initiative=project.initiative, project=project, sha256=digest), entry, key=key, by=by)
    if picture.sha256 == digest:
        files.keep(content)
    return picture
