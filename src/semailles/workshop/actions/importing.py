"""A table of actors that people give on screen: seen first, then written."""

from collections import Counter
from collections.abc import Sequence

from django.db import transaction

from semailles.core.journal import record
from semailles.core.models import Person
from semailles.core.permits import require
from semailles.workshop.actions.directory import add_actors, describe_actor
from semailles.workshop.directory import Directory
from semailles.workshop.models import Actor, Initiative, Spelling
from semailles.workshop.planning import PlannedRow, RowState, planned
from semailles.workshop.rules import may_shape


@transaction.atomic
def import_actors(initiative: Initiative, given: Directory, *, by: Person) -> Counter[RowState]:
    """Lines that are new or that change something; the others are passed over. The same table again writes nothing. Gives how many of each."""
    require(may_shape(by, initiative), by=by)
    rows = planned(initiative, given.rows)
    _add(initiative, [row for row in rows if row.state == RowState.NEW], by)
    for row in rows:
        if row.state == RowState.CHANGED:
            _change(row, by)
    counts = Counter(row.state for row in rows)
    if counts[RowState.NEW] or counts[RowState.CHANGED]:
        record("imported", initiative, by=by, initiative=initiative, new=counts[RowState.NEW], changed=counts[RowState.CHANGED])
    return counts


def _add(initiative: Initiative, rows: Sequence[PlannedRow], by: Person) -> None:
    added = add_actors(initiative, [row.entry for row in rows if row.entry], by=by)
    for actor, row in zip(added, rows, strict=True):
        _spell(actor, row.spellings)


def _change(row: PlannedRow, by: Person) -> None:
    if row.actor and row.entry:
        _spell(describe_actor(row.actor, row.entry, revision=row.actor.revision, by=by), row.spellings)


def _spell(actor: Actor, texts: Sequence[str]) -> None:
    fresh = [Spelling(initiative=actor.initiative, actor=actor, text=text) for text in texts]
    Spelling.objects.bulk_create(fresh, ignore_conflicts=True)
    if fresh:
        actor.is_to_be_sought = True
        actor.save(update_fields=["is_to_be_sought"])
