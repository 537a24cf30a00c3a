"""A table of actors that people give on screen: seen first, then written."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from semailles.core.errors import Refusal
from semailles.core.journal import record
from semailles.core.models import Person
from semailles.core.permits import require
from semailles.workshop.actions.directory import add_actor, describe_actor
from semailles.workshop.directory import Directory
from semailles.workshop.models import Initiative, Spelling
from semailles.workshop.planning import PlannedRow, RowState, planned
from semailles.workshop.rules import may_coordinate


@dataclass(frozen=True, slots=True)
class Imported:
    """How many lines of each state, and what was refused on the way."""

    counts: Counter[RowState]
    refused: tuple[str, ...]


@transaction.atomic
def import_actors(initiative: Initiative, given: Directory, *, by: Person) -> Imported:
    """Lines that are new or that change something; the others are passed over. The same table again writes nothing."""
    require(may_coordinate(by, initiative), by=by)
    rows = planned(initiative, given.rows)
    refused = [sentence for row in rows if (sentence := _write(initiative, row, by))]
    counts = Counter(row.state for row in rows)
    if counts[RowState.NEW] or counts[RowState.CHANGED]:
        record("imported", initiative, by=by, initiative=initiative, new=counts[RowState.NEW], changed=counts[RowState.CHANGED])
    return Imported(counts, tuple(refused))


def _write(initiative: Initiative, row: PlannedRow, by: Person) -> str:
    """The sentence of a refusal; each line stands or falls by itself."""
    if row.entry is None or row.state == RowState.UNCHANGED:
        return ""
    try:
        with transaction.atomic():
            if row.actor:
                actor = describe_actor(row.actor, row.entry, revision=row.actor.revision, by=by)
            else:
                actor = add_actor(initiative, row.entry, by=by)
            _spell(initiative, actor.pk, row.spellings)
    except Refusal as refusal:
        return refusal.sentence
    return ""


def _spell(initiative: Initiative, actor: int, texts: Sequence[str]) -> None:
    Spelling.objects.bulk_create([Spelling(initiative=initiative, actor_id=actor, text=text) for text in texts], ignore_conflicts=True)
