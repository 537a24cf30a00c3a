"""What many tests start from is made once by each process of the tests, then put back: its rows and its files, not the work that they took."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation
from tests import kept_rows

from semailles.core.models import Person
from semailles.workshop.models import Initiative

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Kept:
    rows: kept_rows.Rows
    files: dict[str, bytes]
    made: Any
    initiative: Initiative
    by: Person


_kept: dict[str, Kept] = {}


def made_once(make: Callable[[Initiative, Person], Made], initiative: Initiative, by: Person) -> Made:
    """What `make` makes of an initiative; made again where the day, the language, the settings or what stood before are others."""
    before = kept_rows.read()
    key = repr((make.__module__, make.__qualname__, _circumstances(), _facts(initiative), _facts(by), kept_rows.counted(before)))
    if key in _kept:
        return _put_back(_kept[key], before, initiative, by)
    made = make(initiative, by)
    _kept[key] = Kept(kept_rows.read(), _files(), *deepcopy((made, initiative, by)))
    return made


def _circumstances() -> tuple[Any, ...]:
    return translation.get_language(), timezone.now().date(), timezone.localdate(), settings.TODAY, settings.WORD_VECTORS


def _facts(row: Initiative | Person) -> tuple[Any, ...]:
    """All that it says of itself but when it was made and its public id."""
    fields = [field for field in row._meta.concrete_fields if field.get_internal_type() not in {"UUIDField", "DateTimeField"}]
    return tuple((field.attname, getattr(row, field.attname)) for field in fields)


def _files() -> dict[str, bytes]:
    root = Path(settings.MEDIA_ROOT)
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@transaction.atomic
def _put_back(kept: Kept, before: kept_rows.Rows, initiative: Initiative, by: Person) -> Any:
    kept_rows.put_back(before, kept.rows)
    for name, content in kept.files.items():
        path = Path(settings.MEDIA_ROOT) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    for here, then in ((initiative, kept.initiative), (by, kept.by)):
        here.__dict__.update(deepcopy(then.__dict__))
    return deepcopy(kept.made, {id(kept.initiative): initiative, id(kept.by): by})
