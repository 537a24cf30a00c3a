"""What people say to one another about a sheet: a remark or a question, its answer, its end."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from semailles.core.models import Person
from semailles.core.permits import require
from semailles.projects.entries import RemarkEntry
from semailles.projects.models import Comment, Project
from semailles.projects.taking import opened
from semailles.workshop import editing
from semailles.workshop.errors import ReasonMissing
from semailles.workshop.rules import may_coordinate


@transaction.atomic
def remark(project: Project, entry: RemarkEntry, *, key: UUID | None = None, by: Person) -> Comment:
    require(may_coordinate(by, project.initiative), by=by)
    kept = opened(project, by=by)
    return editing.add(Comment(initiative=kept.initiative, project=kept, by=by, at=timezone.now()), entry, key=key, by=by)


@transaction.atomic
def answer_remark(comment: Comment, text: str, *, by: Person) -> Comment:
    """The answer stands beside the question; a later one takes its place, and the journal keeps the first."""
    require(may_coordinate(by, comment.initiative), by=by)
    opened(comment.project, by=by)
    if not text.strip():
        raise ReasonMissing(_("Write the answer in a few words."))
    return editing.change(comment, {"answer": text.strip(), "answered_by": by, "answered_at": timezone.now()}, by=by, verb="answered")


@transaction.atomic
def close_remark(comment: Comment, *, by: Person) -> Comment:
    """It is settled, and can still be read."""
    require(may_coordinate(by, comment.initiative), by=by)
    opened(comment.project, by=by)
    return comment if comment.closed_at else editing.change(comment, {"closed_at": timezone.now()}, by=by, verb="settled")


@transaction.atomic
def reopen_remark(comment: Comment, *, by: Person) -> Comment:
    require(may_coordinate(by, comment.initiative), by=by)
    opened(comment.project, by=by)
    return editing.change(comment, {"closed_at": None}, by=by, verb="opened again")
