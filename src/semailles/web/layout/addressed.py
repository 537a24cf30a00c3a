"""The thing that an address names."""

from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404

from semailles.core.audience import reads_everything
from semailles.projects.models import Comment, GroupNote, Project, WorkTask
from semailles.projects.rules import may_write_project
from semailles.web.layout.request import Request
from semailles.workshop.models import Body, Initiative
from semailles.workshop.rules import may_read_workspace


def project_named(initiative: Initiative, number: int, **others: object) -> Project:
    """For `asks(…, of=project_named)`: the project of this number, with its initiative."""
    project: Project = get_object_or_404(Project.objects.of(initiative).select_related("initiative"), number=number)
    return project


def group_named(initiative: Initiative, public_id: UUID, **others: object) -> Body:
    """For `asks(…, of=group_named)`: the body of this id, if it stands."""
    body: Body = get_object_or_404(Body.objects.of(initiative).standing().select_related("initiative"), public_id=public_id)
    return body


def project_of(request: Request, number: int, *related: str) -> Project:
    """The project of this number, with its initiative and what else the page reads of it; not found in another initiative, nor by whoever is not told of
    it: what they write is worked out on everything, but on what they know of."""
    known = Project.objects.of(request.initiative).select_related("initiative", *related)
    project: Project = get_object_or_404(known, number=number)
    if reads_everything() and not (may_read_workspace(request.person, request.initiative) or may_write_project(request.person, project)):
        get_object_or_404(known.told(), pk=project.pk)
    return project


def task_named(initiative: Initiative, public_id: UUID, **others: object) -> WorkTask:
    """With what it is for: a group, a project, or both."""
    known = WorkTask.objects.of(initiative).select_related("initiative", "group__initiative", "project__initiative")
    task: WorkTask = get_object_or_404(known, public_id=public_id)
    return task


def note_named(initiative: Initiative, public_id: UUID, **others: object) -> GroupNote:
    """What a group noted, with the group."""
    known = GroupNote.objects.of(initiative).select_related("initiative", "group__initiative")
    note: GroupNote = get_object_or_404(known, public_id=public_id)
    return note


def remark_named(initiative: Initiative, number: int, public_id: UUID, **others: object) -> Comment:
    """A remark on the sheet of this number."""
    comment = _remarks_of(initiative, number).get(public_id)
    if comment is None:
        raise Http404
    return comment


def _remarks_of(initiative: Initiative, number: int) -> dict[UUID, Comment]:
    """Read once for a page, whose links to answer them are each asked whether they lead somewhere."""
    read: dict[int, dict[UUID, Comment]] = initiative.__dict__.setdefault("_remarks_of", {})
    if number not in read:
        known = Comment.objects.of(initiative).filter(project__number=number).select_related("initiative", "project__initiative")
        read[number] = {comment.public_id: comment for comment in known}
    return read[number]
