"""How far a role goes: the rule of a page is asked of somebody who stands for all those who have the role, on their own things and on those of others."""

from collections.abc import Callable, Mapping
from enum import IntEnum
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, get_urlconf

from semailles.projects.models import Comment, GroupNote, Project, WorkTask
from semailles.projects.rules import stand_in_for
from semailles.web.layout.access import Finder
from semailles.web.layout.addressed import group_named, note_named, project_named, remark_named, task_named
from semailles.workshop.enums import BodyKind, Role
from semailles.workshop.models import Body, Initiative

View = Callable[..., Any]
OWN, ANOTHER = -1, -2  # keys that no row has


class Reach(IntEnum):
    """The narrowest first. Own: of the project that one holds, or that a group where one sits has in hand, and of that group."""

    NONE = 0
    OWN = 1
    ALL = 2

    @property
    def is_none(self) -> bool:
        return self is Reach.NONE

    @property
    def is_own(self) -> bool:
        return self is Reach.OWN


# What an address would name, for a project and the group that has it in hand.
NAMED: Mapping[Finder, Callable[[Project], Any]] = {
    project_named: lambda project: project,
    group_named: lambda project: project.group,
    task_named: lambda project: WorkTask(initiative=project.initiative, group=project.group),
    note_named: lambda project: GroupNote(initiative=project.initiative, group=project.group),
    remark_named: lambda project: Comment(initiative=project.initiative, project=project),
}


def reach(view: View, role: Role, initiative: Initiative) -> Reach:
    """Nothing is read of the database. A page that names no rule opens to nobody."""
    rule, find = getattr(view, "rule", None), getattr(view, "of", None)
    own = _project(initiative, OWN)
    person = stand_in_for(role, own)
    if rule is None:
        return Reach.NONE
    if find is None:
        return Reach.ALL if rule(person, initiative) else Reach.NONE
    if rule(person, NAMED[find](_project(initiative, ANOTHER))):
        return Reach.ALL
    return Reach.OWN if rule(person, NAMED[find](own)) else Reach.NONE


def views_by_route() -> dict[str, View]:
    return dict(_named(get_resolver(get_urlconf())))


def _named(resolver: URLResolver) -> list[tuple[str, View]]:
    found: list[tuple[str, View]] = []
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            found.append((entry.name or "", entry.callback))
        else:
            found += _named(entry)
    return found


def _project(initiative: Initiative, key: int) -> Project:
    group = Body(pk=key, initiative=initiative, kind=BodyKind.WORKING_GROUP)
    return Project(pk=key, initiative=initiative, group=group)
