"""What people do with the frame: the initiative itself, what teams look at, themes, axes; and what all its rows share."""

from collections.abc import Sequence
from datetime import date
from typing import TypeVar
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from semailles.core.identifiers import named
from semailles.core.journal import record
from semailles.core.models import Person
from semailles.core.permits import require
from semailles.workshop import editing
from semailles.workshop.entries import AxisEntry, InitiativeEntry, TeamEntry, ThemeEntry
from semailles.workshop.errors import AlreadyThere
from semailles.workshop.models import Axis, Initiative, Team, Theme
from semailles.workshop.ownership import Editable
from semailles.workshop.rules import may_coordinate

Row = TypeVar("Row", bound=Editable)


@transaction.atomic
def describe_initiative(initiative: Initiative, entry: InitiativeEntry, *, revision: int, by: Person) -> Initiative:
    require(may_coordinate(by, initiative), by=by)
    return editing.describe(initiative, entry, revision=revision, by=by)


@transaction.atomic
def set_deadline(initiative: Initiative, deadline_on: date | None, reason: str, *, revision: int, by: Person) -> Initiative:
    """The day that is imposed from outside, and by what; none any more when the day is None."""
    require(may_coordinate(by, initiative), by=by)
    typed = {"deadline_on": deadline_on, "deadline_reason": reason.strip()}
    return editing.change(initiative, typed, revision=revision, by=by, verb="deadline set")


@transaction.atomic
def describe_team(team: Team, entry: TeamEntry, *, revision: int, by: Person) -> Team:
    require(may_coordinate(by, team.initiative), by=by)
    return editing.describe(team, entry, revision=revision, by=by)


@transaction.atomic
def add_theme(initiative: Initiative, entry: ThemeEntry, *, key: UUID | None = None, by: Person) -> Theme:
    """A theme that people give. One that was found among the ideas under the same title becomes theirs."""
    require(may_coordinate(by, initiative), by=by)
    known: Theme | None = Theme.objects.of(initiative).filter(title=entry.title).first()
    if known is None:
        given = Theme.objects.of(initiative).filter(is_given=True)  # they stand before those found among the ideas
        theme = Theme(initiative=initiative, is_given=True, rank=editing.next_rank(given) or 1)
        return editing.add(theme, entry, key=key or named("theme", entry.title), by=by)
    if key is not None and known.public_id == key:  # the same form once more
        return known
    if known.is_given or not known.is_standing:
        sentence = (
            _("There is already a theme « %(title)s ».") if known.is_standing else _("The theme « %(title)s » was set aside: put it back.")
        )
        raise AlreadyThere(sentence % {"title": entry.title})
    return editing.change(known, {"words": entry.words, "is_given": True}, by=by, verb="added")


@transaction.atomic
def describe_theme(theme: Theme, entry: ThemeEntry, *, revision: int, by: Person) -> Theme:
    """A theme that somebody describes is given by people from then on."""
    require(may_coordinate(by, theme.initiative), by=by)
    return editing.change(theme, {**editing.values_of(entry), "is_given": True}, revision=revision, by=by, verb="described")


@transaction.atomic
def add_axis(initiative: Initiative, entry: AxisEntry, *, key: UUID | None = None, by: Person) -> Axis:
    require(may_coordinate(by, initiative), by=by)
    return editing.add(Axis(initiative=initiative), entry, key=key, by=by)


@transaction.atomic
def describe_axis(axis: Axis, entry: AxisEntry, *, revision: int, by: Person) -> Axis:
    require(may_coordinate(by, axis.initiative), by=by)
    return editing.describe(axis, entry, revision=revision, by=by)


@transaction.atomic
def set_aside(row: Row, reason: str, *, on: date, by: Person) -> Row:
    require(may_coordinate(by, row.initiative), by=by)
    return editing.set_aside(row, reason, on=on, by=by)


@transaction.atomic
def put_back(row: Row, *, by: Person) -> Row:
    require(may_coordinate(by, row.initiative), by=by)
    return editing.put_back(row, by=by)


@transaction.atomic
def reorder(initiative: Initiative, kind: type[Row], order: Sequence[UUID], *, by: Person) -> None:
    """The rows named come first, in this order; the others follow in theirs. Order is no content: no revision goes up."""
    require(may_coordinate(by, initiative), by=by)
    places = {public_id: place for place, public_id in enumerate(order)}
    rows = list(editing.rows(kind).filter(initiative=initiative))
    for rank, row in enumerate(sorted(rows, key=lambda row: places.get(row.public_id, len(places)))):
        row.rank = rank
    editing.rows(kind).bulk_update(rows, ["rank"])
    record("reordered", initiative, by=by, initiative=initiative, kind=kind.__name__)


@transaction.atomic
def shift(row: Row, places: int, *, by: Person) -> None:
    """One or several places down (or up, below zero), for people who drag nothing."""
    require(may_coordinate(by, row.initiative), by=by)
    kind = type(row)
    order = list(editing.rows(kind).filter(initiative=row.initiative, set_aside_on=None).values_list("public_id", flat=True))
    if row.public_id not in order:
        return
    here = order.index(row.public_id)
    order.insert(min(max(here + places, 0), len(order) - 1), order.pop(here))
    reorder(row.initiative, kind, order, by=by)
