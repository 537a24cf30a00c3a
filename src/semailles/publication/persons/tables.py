"""Where texts stand in the rows of an initiative: every table, read off the models."""

from collections.abc import Iterator

from django.db import models

from semailles.core.models import Seal, SearchEntry
from semailles.publication.transfer.belonging import Belonging, Field, belongings

DIGEST = 64  # signs
# The path of a file is its name for ever: without it, a new reading would take the file for another.
KEPT = {"intake.Document.path", "intake.DepositedFile.path", "workshop.Team.folder"}
# Seals lose their values in sight (`core.seals`); the index is made again.
APART = {Seal, SearchEntry}


def with_texts() -> Iterator[tuple[Belonging, list[Field]]]:
    for one in belongings():
        fields = [field for field in one.fields if _holds_text(field) and f"{one.label}.{field.name}" not in KEPT]
        if fields and one.model not in APART:
            yield one, fields


def _holds_text(field: Field) -> bool:
    if isinstance(field, models.JSONField):
        return True
    return isinstance(field, models.CharField | models.TextField) and not field.choices and field.max_length != DIGEST
