"""Names blanked in every table of an initiative."""

from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, models

from semailles.core.models import Seal
from semailles.core.veiling import Veil
from semailles.publication.persons.tables import with_texts
from semailles.publication.transfer.belonging import belongings
from semailles.workshop.models import Initiative


def blank(initiative: Initiative, veil: Veil) -> int:
    """In whatever holds text, the journal included; each text keeps its length. Gives how many rows changed."""
    count = 0
    for one, fields in with_texts():
        names = [field.name for field in fields]
        changed = []
        for key, *values in one.rows(initiative.public_id, using=DEFAULT_DB_ALIAS).values_list("pk", *names).iterator():
            masked = {name: veil.within(value) for name, value in zip(names, values, strict=True)}
            fresh = {name: masked[name] for name, value in zip(names, values, strict=True) if masked[name] != value}
            if fresh:
                changed.append((key, fresh))
        for key, fresh in changed:
            one.all(using=DEFAULT_DB_ALIAS).filter(pk=key).update(**fresh)
        count += len(changed)
    return count


def rename_everywhere(initiative: Initiative, before: UUID, after: UUID) -> None:
    """A thing named by its id from other rows, such as lines of the journal. Seals name no person."""
    for one in belongings():
        for field in one.fields:
            if isinstance(field, models.UUIDField) and one.model is not Seal and field.name != one.path:
                one.rows(initiative.public_id, using=DEFAULT_DB_ALIAS).filter(**{field.name: before}).update(**{field.name: after})
