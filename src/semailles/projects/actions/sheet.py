"""What people write on a sheet beside its texts: its identity, what hinders it, where it was done already, how it stands to others, what it changes."""

from collections.abc import Sequence
from datetime import date
from typing import TypeVar
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from semailles.core.journal import record
from semailles.core.models import Person
from semailles.core.permits import require
from semailles.projects.entries import IdentityEntry
from semailles.projects.models import Effect, Example, Obstacle, Picture, Project, ProjectLink
from semailles.projects.rules import may_write_project
from semailles.projects.taking import opened
from semailles.workshop import editing
from semailles.workshop.errors import Conflict, Elsewhere
from semailles.workshop.models import Theme
from semailles.workshop.rules import may_shape
from semailles.workshop.words import label_of, shown

Line = TypeVar("Line", bound=Obstacle | Example | ProjectLink | Picture | Effect)


@transaction.atomic
def describe_project(project: Project, entry: IdentityEntry, *, revision: int, by: Person) -> Project:
    """Its identity, without its title, its texts, its maturity or its status. The group that has it in hand is chosen by whoever shapes projects."""
    require(may_write_project(by, project) and (entry.group == project.group or may_shape(by, project.initiative)), by=by)
    kept = opened(project, by=by)
    typed = editing.values_of(entry)
    themes = typed.pop("themes")
    before = list(kept.themes.all())
    changed = {"themes": [shown(Project, "themes", before), shown(Project, "themes", themes)]} if set(before) != set(themes) else {}
    _require_theirs(kept, themes)
    beside = [Conflict(field, label_of(field), was, typed_now) for field, (was, typed_now) in changed.items()]
    editing.require_seen(kept, typed, revision=revision, beside=beside)
    described = editing.change(kept, typed, revision=revision, by=by, verb="described")
    if changed:
        described.themes.set(themes)
        described.revision = revision + 1
        described.save(update_fields=["revision", "updated_at"])
        record("described", described, by=by, initiative=described.initiative, changed=changed)
    return described


@transaction.atomic
def add_line(line: Line, entry: object, *, key: UUID | None = None, by: Person) -> Line:
    """A new line of a sheet, last of its kind. `line`: its kind and its project, not written yet."""
    require(may_write_project(by, line.project), by=by)
    line.project = opened(line.project, by=by)
    return editing.add(line, entry, key=key, by=by)


@transaction.atomic
def describe_line(line: Line, entry: object, *, revision: int, by: Person) -> Line:
    require(may_write_project(by, line.project), by=by)
    opened(line.project, by=by)
    return editing.describe(line, entry, revision=revision, by=by)


@transaction.atomic
def lift_obstacle(obstacle: Obstacle, *, on: date, by: Person) -> Obstacle:
    """It hinders no more; it stays on the sheet with its day."""
    require(may_write_project(by, obstacle.project), by=by)
    opened(obstacle.project, by=by)
    return editing.change(obstacle, {"lifted_on": on}, by=by, verb="lifted")


@transaction.atomic
def set_line_aside(line: Line, reason: str, *, on: date, by: Person) -> Line:
    require(may_write_project(by, line.project), by=by)
    opened(line.project, by=by)
    return editing.set_aside(line, reason, on=on, by=by)


@transaction.atomic
def put_line_back(line: Line, *, by: Person) -> Line:
    require(may_write_project(by, line.project), by=by)
    opened(line.project, by=by)
    return editing.put_back(line, by=by)


def _require_theirs(project: Project, themes: Sequence[Theme]) -> None:
    for theme in themes:
        if theme.initiative_id != project.initiative_id:
            raise Elsewhere(_("« %(thing)s » belongs to another initiative.") % {"thing": theme})
