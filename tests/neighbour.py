"""A second initiative in the same database: the first one copied, with the same public ids wherever two initiatives may have them, and words that tell it apart."""

from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.core.management import call_command
from django.db import models, transaction

from semailles.publication.transfer.belonging import Belonging, Field, belongings
from semailles.publication.transfer.copying import copy_rows
from semailles.publication.transfer.databases import opened
from semailles.workshop.models import Initiative

WORD = "Zvoisin"
OTHER = UUID("00000000-0000-4000-8000-0000000000aa")
SHORTEST = 100  # signs of a field that people write in; codes are shorter


def neighbour_of(initiative: Initiative, beside: Path) -> Initiative:
    """`beside`: where the file that it passes through may stand."""
    with opened(beside / "neighbour.sqlite3", "neighbour"):
        call_command("migrate", database="neighbour", verbosity=0)
        copy_rows(initiative.public_id, source="default", target="neighbour")
        with transaction.atomic(using="neighbour"):
            for one in belongings():
                _rename(one)
        copy_rows(OTHER, source="neighbour", target="default")
    return Initiative.objects.get(public_id=OTHER)


def _rename(one: Belonging) -> None:
    changed = [field for field in one.fields if _is_renamed(one, field)]
    for key, *values in one.all(using="neighbour").values_list("pk", *(field.attname for field in changed)):
        said = {field.attname: _renamed(one, field, value) for field, value in zip(changed, values, strict=True)}
        if said:
            one.all(using="neighbour").filter(pk=key).update(**said)


def _is_renamed(one: Belonging, field: Field) -> bool:
    if field.name == "initiative_id" or (one.model is Initiative and field.name in {"public_id", "slug"}):
        return True
    if field.primary_key or field.is_relation or field.choices:
        return False
    return bool(field.unique) or (isinstance(field, models.CharField | models.TextField) and (field.max_length or SHORTEST) >= SHORTEST)


def _renamed(one: Belonging, field: Field, value: Any) -> Any:
    if field.name == "initiative_id" or (one.model is Initiative and field.name == "public_id"):
        return OTHER
    if isinstance(value, UUID):
        return uuid5(NAMESPACE_URL, str(value))
    if field.unique and value:
        return sha256(value.encode()).hexdigest()
    return f"{WORD} {value}"[: field.max_length] if value else value
