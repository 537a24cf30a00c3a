"""Working groups with their members, their projects, what they have to do and what they noted. Six queries, however many there are."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from semailles.projects.due import HOMES, Due, When, in_order
from semailles.projects.models import GroupNote, Project, WorkTask
from semailles.workshop.enums import BodyKind
from semailles.workshop.models import Body, Initiative, Mandate
from semailles.workshop.queries import BodyView, bodies_with_mandates


@dataclass(frozen=True, slots=True)
class GroupView:
    """`tasks`: those that press first; `notes`: the newest first."""

    seat: BodyView
    projects: tuple[Project, ...]
    tasks: tuple[Due, ...]
    notes: tuple[GroupNote, ...]

    @property
    def body(self) -> Body:
        return self.seat.body

    @property
    def members(self) -> tuple[Mandate, ...]:
        return self.seat.sitting

    @property
    def open(self) -> tuple[Due, ...]:
        return tuple(one for one in self.tasks if one.when is not When.DONE)

    @property
    def done(self) -> tuple[Due, ...]:
        return tuple(one for one in self.tasks if one.when is When.DONE)

    @property
    def late(self) -> tuple[Due, ...]:
        return tuple(one for one in self.tasks if one.when is When.LATE)


@dataclass(frozen=True, slots=True)
class _Work:
    """By the key of the group."""

    projects: Mapping[int, Sequence[Project]]
    tasks: Mapping[int, Sequence[WorkTask]]
    notes: Mapping[int, Sequence[GroupNote]]


def groups(initiative: Initiative, *, on: date) -> list[GroupView]:
    """Those set up as working groups, and every body that works: it has projects, tasks or notes."""
    seats = bodies_with_mandates(initiative, on=on)
    work = _work_of(initiative, [seat.body.pk for seat in seats])
    found = [_view(seat, work, on) for seat in seats]
    return [one for one in found if one.body.kind == BodyKind.WORKING_GROUP or one.projects or one.tasks or one.notes]


def group_view(body: Body, *, on: date) -> GroupView:
    """Of a body that stands."""
    seat = next(seat for seat in bodies_with_mandates(body.initiative, on=on) if seat.body.pk == body.pk)
    work = _work_of(body.initiative, [body.pk])
    return _view(seat, work, on)


def _work_of(initiative: Initiative, keys: Sequence[int]) -> _Work:
    projects = Project.objects.of(initiative).standing().filter(group__in=keys)
    tasks = WorkTask.objects.of(initiative).standing().filter(group__in=keys).select_related(*HOMES)
    notes = GroupNote.objects.of(initiative).standing().filter(group__in=keys)
    return _Work(_by_group(projects), _by_group(tasks), _by_group(notes))


def _by_group(rows: Iterable[Any]) -> Mapping[int, list[Any]]:
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.group_id].append(row)
    return found


def _view(seat: BodyView, work: _Work, on: date) -> GroupView:
    key = seat.body.pk
    tasks = in_order(work.tasks.get(key, ()), on=on)
    return GroupView(seat, tuple(work.projects.get(key, ())), tasks, tuple(work.notes.get(key, ())))
