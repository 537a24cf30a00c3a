"""How every row of the frame is written: checked, told apart from what somebody else saved meanwhile, journalled. Only actions come here."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date
from typing import Any, TypeVar, cast
from uuid import UUID

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.utils.translation import gettext as _

from semailles.core.journal import record
from semailles.core.models import Person
from semailles.workshop.errors import Conflict, Elsewhere, Incorrect, NotStanding, ReasonMissing, StaleEdit
from semailles.workshop.models import Actor, Contact, Initiative, Team
from semailles.workshop.ownership import Editable, Owned
from semailles.workshop.words import FIELDS, called, label_of, shown

Row = TypeVar("Row", bound=Actor | Contact | Initiative | Team | Editable)
New = TypeVar("New", bound=Editable)


def rows(kind: type[Row]) -> models.QuerySet[Row]:
    return cast("models.QuerySet[Row]", kind.objects.all())


def values_of(entry: object) -> dict[str, Any]:
    """A form's fields by name."""
    return {field.name: getattr(entry, field.name) for field in fields(entry)}  # type: ignore[arg-type]  # every entry is a dataclass


def add(row: New, entry: object, *, key: UUID | None, by: Person) -> New:
    """A new row, last of its kind unless its rank is chosen. `key` comes from the form that was shown: a double click is one gesture."""
    if key is not None and (known := rows(type(row)).filter(initiative=row.initiative, public_id=key).first()):
        return known
    row.public_id = key or row.public_id
    _fill(row, values_of(entry))
    row.rank = row.rank or next_rank(rows(type(row)).filter(initiative=row.initiative))
    _keep(row)
    record("added", row, by=by, initiative=row.initiative)
    return row


def next_rank(before: models.QuerySet[New]) -> int:
    last = before.aggregate(last=models.Max("rank"))["last"]
    return 0 if last is None else int(last) + 1


def describe(row: Row, entry: object, *, revision: int, by: Person) -> Row:
    return change(row, values_of(entry), revision=revision, by=by, verb="described")


def change(row: Row, typed: Mapping[str, Any], *, revision: int | None = None, by: Person, verb: str) -> Row:
    """Write what differs. `revision` is the one the person saw; without it, the gesture is one word that needs no comparing (« held », « paid »)."""
    kept, before = _written(row, typed, revision)
    if not before:
        return kept
    initiative = kept if isinstance(kept, Initiative) else kept.initiative
    after = {field: str(getattr(kept, field)) for field in before}
    record(verb, kept, by=by, initiative=initiative, changed={field: [before[field], after[field]] for field in before})
    return kept


def set_aside(row: Row, reason: str, *, on: date, by: Person) -> Row:
    """Nothing is deleted: it stays in sight with its reason, and counts no more."""
    if not reason.strip():
        raise ReasonMissing(_("Say in a few words why this is set aside."))
    return change(row, {"set_aside_on": on, "set_aside_reason": reason.strip()}, by=by, verb="set aside")


def put_back(row: Row, *, by: Person) -> Row:
    return change(row, {"set_aside_on": None, "set_aside_reason": ""}, by=by, verb="put back")


def change_silently(row: Contact, typed: Mapping[str, Any], *, revision: int, by: Person, verb: str) -> Contact:
    """The journal, which keeps everything, says that it was changed and not what: personal data are erased one day."""
    kept, before = _written(row, typed, revision)
    if before:
        record(verb, kept, by=by, initiative=kept.initiative)
    return kept


def _written(row: Row, typed: Mapping[str, Any], revision: int | None) -> tuple[Row, dict[str, str]]:
    """The row as it is now, and what each field that changed said before."""
    kept = rows(type(row)).select_for_update().get(pk=row.pk)
    changed = _differing(kept, typed)
    if not changed:
        return kept, {}
    if isinstance(kept, Actor | Editable) and "set_aside_on" not in changed:
        require_standing(kept)
    if revision is not None:
        require_seen(kept, changed, revision=revision)
    before = {field: str(getattr(kept, field)) for field in changed}
    _fill(kept, changed)
    kept.revision += 1
    _keep(kept)
    return kept, before


def require_seen(kept: Row, typed: Mapping[str, Any], *, revision: int, beside: Sequence[Conflict] = ()) -> None:
    """Everything that one form writes is compared at once, `beside` being what the row itself does not hold: saving again then chooses each value."""
    found = [*_conflicts(kept, _differing(kept, typed)), *beside]
    if found and kept.revision != revision:
        raise StaleEdit(str(kept), found, revision=kept.revision)


def _differing(row: Row, typed: Mapping[str, Any]) -> dict[str, Any]:
    return {field: value for field, value in typed.items() if getattr(row, field) != value}


def _fill(row: Row, typed: Mapping[str, Any]) -> None:
    for field, value in typed.items():
        if isinstance(value, Owned) and not isinstance(row, Initiative) and value.initiative_id != row.initiative_id:
            raise Elsewhere(_("« %(thing)s » belongs to another initiative.") % {"thing": value})
        setattr(row, field, value)


def _keep(row: Row) -> None:
    check(row)
    row.save()


def require_standing(row: Actor | Editable) -> None:
    if isinstance(row, Actor) and row.merged_into:
        sentence = _("« %(name)s » is now read as « %(into)s »: write there.")
        raise NotStanding(sentence % {"name": row, "into": row.merged_into})
    if not row.is_standing:
        sentence = _("%(thing)s was set aside (%(reason)s): put it back before changing it.")
        raise NotStanding(sentence % {"thing": called(row), "reason": row.set_aside_reason})


def check(row: models.Model) -> None:
    """Its rules as sentences, before the database says no without words."""
    try:
        row.full_clean()
    except ValidationError as error:
        found = {"" if field == NON_FIELD_ERRORS else field: sentences for field, sentences in error.message_dict.items()}
        raise Incorrect(found, {field: str(label) for field, label in FIELDS.items()}) from error


def _conflicts(kept: Row, changed: Mapping[str, Any]) -> list[Conflict]:
    kind = type(kept)
    return [
        Conflict(field, label_of(field), shown(kind, field, getattr(kept, field)), shown(kind, field, value))
        for field, value in changed.items()
    ]
