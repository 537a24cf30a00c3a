"""What people do with the work: tasks, notes of groups, the projects that a group takes in hand."""

from datetime import date
from typing import TypeVar
from uuid import UUID

from django.db import transaction

from semailles.core.models import Person
from semailles.core.permits import require
from semailles.core.seals import seal
from semailles.projects.entries_of_work import NoteEntry, TaskEntry
from semailles.projects.informing import tell_of_task
from semailles.projects.models import GroupNote, Project, WorkTask
from semailles.projects.rules import may_finish, may_plan, may_work_in, may_work_on
from semailles.projects.taking import opened
from semailles.workshop import editing
from semailles.workshop.models import Body, Initiative
from semailles.workshop.rules import may_shape
from semailles.workshop.today import require_come

Row = TypeVar("Row", WorkTask, GroupNote)


@transaction.atomic
def add_task(initiative: Initiative, entry: TaskEntry, *, key: UUID | None = None, by: Person) -> WorkTask:
    require(may_plan(by, initiative, entry), by=by)
    _require_open(entry, by=by)
    require_come(initiative, entry.done_on)
    task = editing.add(WorkTask(initiative=initiative), entry, key=key, by=by)
    tell_of_task(task, by=by)
    return task


@transaction.atomic
def describe_task(task: WorkTask, entry: TaskEntry, *, revision: int, by: Person) -> WorkTask:
    require(may_work_on(by, task) and may_plan(by, task.initiative, entry), by=by)
    _require_open(entry, by=by)
    require_come(task.initiative, entry.done_on)
    was_given_to = task.who
    described = editing.describe(task, entry, revision=revision, by=by)
    if described.who != was_given_to:
        tell_of_task(described, by=by)
    return described


@transaction.atomic
def finish_task(task: WorkTask, *, on: date, by: Person) -> WorkTask:
    require(may_finish(by, task), by=by)
    _require_home(task, by=by)
    require_come(task.initiative, on)
    return editing.change(task, {"done_on": on}, by=by, verb="finished")


@transaction.atomic
def begin_task_again(task: WorkTask, *, by: Person) -> WorkTask:
    require(may_finish(by, task), by=by)
    _require_home(task, by=by)
    return editing.change(task, {"done_on": None}, by=by, verb="begun again")


@transaction.atomic
def set_work_aside(row: Row, reason: str, *, on: date, by: Person) -> Row:
    require(may_work_on(by, row), by=by)
    _require_home(row, by=by)
    kept = editing.set_aside(row, reason, on=on, by=by)
    return _sealed("set aside", kept, row, by) if isinstance(kept, GroupNote) else kept


@transaction.atomic
def put_work_back(row: Row, *, by: Person) -> Row:
    require(may_work_on(by, row), by=by)
    _require_home(row, by=by)
    kept = editing.put_back(row, by=by)
    return _sealed("put back", kept, row, by) if isinstance(kept, GroupNote) else kept


@transaction.atomic
def note_down(group: Body, entry: NoteEntry, *, key: UUID | None = None, by: Person) -> GroupNote:
    require(may_work_in(by, group), by=by)
    editing.require_standing(group)
    require_come(group.initiative, entry.on)
    known: GroupNote | None = GroupNote.objects.of(group.initiative).filter(public_id=key).first() if key else None
    if known is not None:
        return known
    note = editing.add(GroupNote(initiative=group.initiative, group=group), entry, key=key, by=by)
    return _sealed("added", note, None, by)


@transaction.atomic
def describe_note(note: GroupNote, entry: NoteEntry, *, revision: int, by: Person) -> GroupNote:
    require(may_work_in(by, note.group), by=by)
    _require_home(note, by=by)
    require_come(note.initiative, entry.on)
    kept = editing.describe(note, entry, revision=revision, by=by)
    return _sealed("described", kept, note, by)


@transaction.atomic
def entrust(project: Project, group: Body | None, *, by: Person) -> Project:
    """This group takes the project in hand; None: no group does any more."""
    require(may_shape(by, project.initiative), by=by)
    if group is not None:
        editing.require_standing(group)
    return editing.change(opened(project, by=by), {"group": group}, by=by, verb="described")


def _sealed(verb: str, note: GroupNote, before: WorkTask | GroupNote | None, by: Person) -> GroupNote:
    """What a group noted is its minutes: each state of them is proclaimed, once."""
    if before is not None and before.revision == note.revision:
        return note
    said = {"group": str(note.group), "on": note.on.isoformat(), "text": note.text, "reason": note.set_aside_reason}
    seal(verb, note, said, by=by, initiative=note.initiative)
    return note


def _require_home(row: WorkTask | GroupNote, *, by: Person) -> None:
    """What a project keeps going stays workable when its group is set aside; what only the group held is kept as it stood."""
    if isinstance(row, WorkTask) and row.project is not None:
        opened(row.project, by=by)
    elif row.group is not None:
        editing.require_standing(row.group)


def _require_open(entry: TaskEntry, *, by: Person) -> None:
    """Nobody works for a project that was dropped or merged, nor for a group that was set aside."""
    if entry.project is not None:
        opened(entry.project, by=by)
    if entry.group is not None:
        editing.require_standing(entry.group)
