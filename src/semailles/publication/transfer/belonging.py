"""Which tables belong to an initiative, and by which path: read off the models, so that no new one is left behind."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias
from uuid import UUID

from django.apps import apps
from django.db import models

from semailles.core.models import Person
from semailles.workshop.models import Initiative

Model = type[models.Model]
Field: TypeAlias = "models.Field[Any, Any]"
OF_A_FILE = "sha256"  # how the name of a field ends whose value names a stored file; a photo's is « photo »


@dataclass(frozen=True, slots=True)
class Belonging:
    """A table whose rows are each of one initiative. `path`: from a row to the public id of that."""

    model: Model
    path: str

    @property
    def label(self) -> str:
        return label_of(self.model)

    @property
    def table(self) -> str:
        return str(described(self.model).db_table)

    @property
    def fields(self) -> Sequence[Field]:
        return [field for field in described(self.model).concrete_fields if not field.generated]

    @property
    def is_numbered(self) -> bool:
        """Its database gives its keys: they are others elsewhere."""
        return isinstance(described(self.model).pk, models.AutoField)

    def rows(self, initiative: UUID, *, using: str) -> models.QuerySet[Any]:
        """In the order in which they came."""
        return self.all(using=using).filter(**{self.path: initiative}).order_by("pk")

    def all(self, *, using: str) -> models.QuerySet[Any]:
        return self.model._base_manager.using(using)  # noqa: SLF001  # the one of Django that leaves no row out

    def named_by(self, kind: Model) -> Iterator[Field]:
        """Its fields that lead to rows of this kind."""
        return (field for field in self.fields if field.related_model is kind)

    @property
    def files(self) -> Sequence[str]:
        """Its fields that name a stored file by its content."""
        return [field.name for field in self.fields if field.name == "photo" or field.name.endswith(OF_A_FILE)]


def described(model: Model) -> Any:
    return model._meta  # noqa: SLF001  # Django gives its description of a model no other name


def label_of(model: Model) -> str:
    return str(described(model).label)


@cache
def belongings() -> tuple[Belonging, ...]:
    """The initiative first, then whatever says of which it is, then what hangs on these."""
    found: dict[Model, str] = {Initiative: "public_id", **{model: path for model in _models() if (path := _said(model))}}
    while fresh := {model: path for model in _models() if model not in found and (path := _hanging(model, found))}:
        found |= fresh
    return tuple(Belonging(model, path) for model, path in found.items())


def is_elsewhere(field: Field) -> bool:
    """It leads out of what belongs to an initiative, to something that is no person either: nobody would know what to do with it."""
    known = {one.model for one in belongings()} | {Person}
    return field.is_relation and field.related_model not in known


def _models() -> Iterator[Model]:
    return (model for model in apps.get_models(include_auto_created=True) if model is not Initiative and not described(model).proxy)


def _said(model: Model) -> str:
    for field in described(model).concrete_fields:
        if field.name == "initiative" and field.related_model is Initiative:
            return "initiative__public_id"
        if field.name == "initiative_id" and isinstance(field, models.UUIDField):
            return "initiative_id"
    return ""


def _hanging(model: Model, found: dict[Model, str]) -> str:
    """By the first of its fields that always leads to a row of an initiative."""
    for field in described(model).concrete_fields:
        if field.related_model in found and not field.null:
            path = found[field.related_model]
            return f"{field.name}__{path}"
    return ""
