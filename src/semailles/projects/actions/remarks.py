"""What people say to one another about a sheet: a remark or a question, its answer, its end."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from semailles.core.enums import NoticeKind
from semailles.core.models import Person
from semailles.core.permits import require
from semailles.projects.entries import RemarkEntry
from semailles.projects.informing import tell_of_remark
from semailles.projects.models import Comment, Project
from semailles.projects.rules import may_answer_remark, may_settle_remark, may_write_project
from semailles.projects.taking import opened, require_standing
from semailles.workshop import editing
from semailles.workshop.errors import ReasonMissing
from semailles.workshop.linked import may_remark_by_link
from semailles.workshop.notices import tell
from semailles.workshop.rules import may_take_part


@transaction.atomic
def remark(project: Project, entry: RemarkEntry, *, key: UUID | None = None, by: Person) -> Comment:
    require(may_take_part(by, project.initiative) or may_remark_by_link(by, project), by=by)
    kept = _open(project, by)
    comment = editing.add(Comment(initiative=kept.initiative, project=kept, by=by, at=timezone.now()), entry, key=key, by=by)
    tell_of_remark(comment, by=by)
    return comment


@transaction.atomic
def answer_remark(comment: Comment, text: str, *, by: Person) -> Comment:
    """The answer stands beside the question; a later one takes its place, and the journal keeps the first."""
    require(may_answer_remark(by, comment), by=by)
    _open(comment.project, by)
    if not text.strip():
        raise ReasonMissing(_("Write the answer in a few words."))
    answer = {"answer": text.strip(), "answered_by": by, "answered_at": timezone.now()}
    answered = editing.change(comment, answer, by=by, verb="answered")
    tell(answered.by, NoticeKind.ANSWER, answered.project, initiative=answered.initiative, by=by)
    return answered


@transaction.atomic
def close_remark(comment: Comment, *, by: Person) -> Comment:
    """It is settled, and can still be read."""
    require(may_settle_remark(by, comment), by=by)
    _open(comment.project, by)
    return comment if comment.closed_at else editing.change(comment, {"closed_at": timezone.now()}, by=by, verb="settled")


@transaction.atomic
def reopen_remark(comment: Comment, *, by: Person) -> Comment:
    require(may_settle_remark(by, comment), by=by)
    _open(comment.project, by)
    return editing.change(comment, {"closed_at": None}, by=by, verb="opened again")


def _open(project: Project, by: Person) -> Project:
    """A word of somebody who may not write the sheet does not take its draft up."""
    if may_write_project(by, project):
        return opened(project, by=by)
    require_standing(project)
    return project
