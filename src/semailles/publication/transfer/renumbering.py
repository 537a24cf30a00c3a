"""New keys for rows that go to another database, also where keys are written within a JSON value."""

from collections.abc import Callable, Mapping
from typing import Any, cast
from uuid import UUID

from django.db.models import Max
from django.utils.translation import gettext as _

from semailles.core.declared import declared
from semailles.core.errors import Refusal
from semailles.core.models import Person
from semailles.publication.transfer.belonging import Belonging, Field, Model, belongings, label_of

NewKey = Callable[[str, int], int]  # the table's label, the old key
Rewriting = Callable[[Any, NewKey], Any]


class Contradicts(Refusal):
    """A row leads to another that is not of its initiative."""


class Renumbering:
    """Keys after the last of the target, in the order of the old ones. `people`: keys of persons there, by those here."""

    def __init__(self, initiative: UUID, people: Mapping[Any, Any], *, source: str, target: str) -> None:
        self._keys: dict[str, Mapping[Any, Any]] = {label_of(Person): people}
        self._keys |= {one.label: _numbers(one, initiative, source, target) for one in belongings()}

    def __call__(self, label: str, key: int) -> int:
        """A row that is no longer there keeps a key that no row ever has."""
        found: int = self._keys[label].get(key, -abs(key))
        return found

    def row(self, one: Belonging, values: tuple[Any, ...]) -> list[Any]:
        return [self._value(one, field, value) for field, value in zip(one.fields, values, strict=True)]

    def _value(self, one: Belonging, field: Field, value: Any) -> Any:
        if value is None:
            return value
        if field.primary_key and not field.is_relation:
            return self._keys[one.label][value]
        if field.is_relation:
            return self._led(one, field, value)
        written: Rewriting | None = declared("written_keys", "WRITTEN_KEYS").get(f"{one.label}.{field.name}")
        return written(value, self) if written else value

    def _led(self, one: Belonging, field: Field, value: Any) -> Any:
        try:
            return self._keys[label_of(cast("Model", field.related_model))][value]
        except KeyError as error:
            sentence = _("The database contradicts itself (%(where)s): it was changed by other means than Semailles. Nothing was copied.")
            raise Contradicts(sentence % {"where": f"{one.label}.{field.name} {value}"}) from error


def _numbers(one: Belonging, initiative: UUID, source: str, target: str) -> dict[Any, Any]:
    keys = one.rows(initiative, using=source).values_list("pk", flat=True)
    if not one.is_numbered:
        return {key: key for key in keys}
    last: int = one.all(using=target).aggregate(last=Max("pk"))["last"] or 0
    return {key: number for number, key in enumerate(keys, start=last + 1)}
