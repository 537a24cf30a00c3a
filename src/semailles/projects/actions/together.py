"""The same word written on several projects at once, and the views of the portfolio that people keep."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from semailles.core.models import Person
from semailles.core.permits import require
from semailles.projects.enums import Status
from semailles.projects.errors import NoReason
from semailles.projects.models import Project, SavedView
from semailles.projects.taking import opened
from semailles.workshop import editing
from semailles.workshop.models import Initiative, Theme
from semailles.workshop.rules import may_shape

ALONE = (Status.BLOCKED, Status.PAUSED, Status.DROPPED)  # each says why, one by one


@dataclass(frozen=True, slots=True)
class TogetherEntry:
    """What stays empty is not written."""

    sphere: str = ""
    status: str = ""
    facilitator: str = ""
    next_review_on: date | None = None
    theme: Theme | None = None


@dataclass(frozen=True, slots=True)
class ViewEntry:
    name: str
    query: str


@transaction.atomic
def write_together(initiative: Initiative, projects: Iterable[Project], entry: TogetherEntry, *, by: Person) -> int:
    """How many were written. All of them, or none."""
    require(may_shape(by, initiative), by=by)
    if entry.status in ALONE:
        raise NoReason(_("What stops a project is said project by project: open each one."))
    typed = {field: value for field, value in editing.values_of(entry).items() if value and field != "theme"}
    written = 0
    for project in projects:
        kept = editing.change(opened(project, by=by), typed, by=by, verb="described")
        if entry.theme:
            kept.themes.add(entry.theme)
        written += 1
    return written


@transaction.atomic
def keep_view(initiative: Initiative, entry: ViewEntry, *, by: Person) -> SavedView:
    """Under its name: the same name again takes the filters of now."""
    require(may_shape(by, initiative), by=by)
    known: SavedView | None = SavedView.objects.of(initiative).standing().filter(name=entry.name).first()
    if known:
        return editing.change(known, {"query": entry.query}, by=by, verb="described")
    return editing.add(SavedView(initiative=initiative), entry, key=None, by=by)


@transaction.atomic
def forget_view(view: SavedView, *, on: date, by: Person) -> SavedView:
    require(may_shape(by, view.initiative), by=by)
    return editing.change(view, {"set_aside_on": on, "set_aside_reason": _("no longer wanted")}, by=by, verb="set aside")
