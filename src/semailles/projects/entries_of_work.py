from dataclasses import dataclass
from datetime import date

from semailles.projects.models import Project
from semailles.workshop.models import Body


@dataclass(frozen=True, slots=True)
class TaskEntry:
    """For a group, for a project, or for both; the database refuses a task of nobody."""

    what: str
    who: str = ""
    due_on: date | None = None
    project: Project | None = None
    group: Body | None = None
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class NoteEntry:
    on: date
    text: str
