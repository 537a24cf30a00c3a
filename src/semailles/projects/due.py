"""Tasks in the order in which they press."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from semailles.projects.models import Project, WorkTask
from semailles.workshop.models import Initiative

SOON = timedelta(days=14)
HOMES = ("initiative", "group__initiative", "project__initiative")  # what says who may write a task


class When(StrEnum):
    LATE = "late"
    SOON = "soon"
    LATER = "later"
    UNDATED = "undated"
    DONE = "done"


ORDER = tuple(When)


@dataclass(frozen=True, slots=True)
class Due:
    """`days`: from today to the day it is due, below zero when that day has gone by."""

    task: WorkTask
    when: When
    days: int = 0

    @property
    def late_by(self) -> int:
        return max(-self.days, 0)


def due(task: WorkTask, *, on: date) -> Due:
    if task.done_on:
        return Due(task, When.DONE)
    if task.due_on is None:
        return Due(task, When.UNDATED)
    left = task.due_on - on
    when = When.LATE if task.due_on < on else When.SOON if left <= SOON else When.LATER
    return Due(task, when, left.days)


def in_order(tasks: Iterable[WorkTask], *, on: date) -> tuple[Due, ...]:
    """The latest first, then by day; what is done comes last, the newest first."""
    found = [due(task, on=on) for task in tasks]
    return tuple(sorted(found, key=_pressing))


def tasks_of(project: Project, *, on: date) -> tuple[Due, ...]:
    """One query."""
    return in_order(project.tasks.standing().select_related(*HOMES), on=on)


def open_tasks(initiative: Initiative, *, on: date) -> tuple[Due, ...]:
    """Those of everybody, in one query: of projects that stand, whatever became of the group, and of groups that stand."""
    known = WorkTask.objects.of(initiative).standing().filter(done_on=None, project__set_aside_on=None, project__merged_into=None)
    known = known.exclude(project=None, group__set_aside_on__isnull=False)
    return in_order(known.select_related(*HOMES), on=on)


def _pressing(one: Due) -> tuple[int, int, int]:
    if one.when is When.DONE and one.task.done_on:
        return (ORDER.index(one.when), -one.task.done_on.toordinal(), one.task.pk)
    return (ORDER.index(one.when), one.days, one.task.pk)
