"""What many tests start from is made once by each process of the tests, then put back: its rows and its files, not the work that they took."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone, translation

from semailles.core.models import Person
from semailles.workshop.models import Initiative

Made = TypeVar("Made")
Rows = dict[str, list[tuple[Any, ...]]]
WORDS = "core_searchwords"  # SQLite writes the tables behind this index itself


@dataclass(frozen=True, slots=True)
class Kept:
    rows: Rows
    files: dict[str, bytes]
    made: Any
    initiative: Initiative
    by: Person


_kept: dict[str, Kept] = {}


def made_once(make: Callable[[Initiative, Person], Made], initiative: Initiative, by: Person) -> Made:
    """What `make` makes of an initiative; made again where the day, the language, the settings or what stood before are others."""
    before = _rows()
    standing = [(table, len(rows)) for table, rows in before.items()]
    key = repr((make.__module__, make.__qualname__, _circumstances(), _facts(initiative), _facts(by), standing))
    if key in _kept:
        return _put_back(_kept[key], before, initiative, by)
    made = make(initiative, by)
    _kept[key] = Kept(_rows(), _files(), *deepcopy((made, initiative, by)))
    return made


def _circumstances() -> tuple[Any, ...]:
    return translation.get_language(), timezone.now().date(), timezone.localdate(), settings.TODAY, settings.WORD_VECTORS


def _facts(row: Initiative | Person) -> tuple[Any, ...]:
    """All that it says of itself but when it was made and its public id."""
    fields = [field for field in row._meta.concrete_fields if field.get_internal_type() not in {"UUIDField", "DateTimeField"}]
    return tuple((field.attname, getattr(row, field.attname)) for field in fields)


class Table:
    """Reads and writes as SQLite keeps: a column behind « + » is not turned into an object of Python."""

    def __init__(self, name: str, columns: list[str]) -> None:
        read, written, places = (", ".join(parts) for parts in ([f"+{column}" for column in columns], columns, ["?"] * len(columns)))
        self.read = f'SELECT {read} FROM "{name}"'  # noqa: S608  # names read from the same database
        self.write = f'INSERT INTO "{name}" ({written}) VALUES ({places})'  # noqa: S608  # the same
        self.empty = f'DELETE FROM "{name}"'  # noqa: S608  # the same


@cache
def _tables() -> dict[str, Table]:
    database = connection.connection
    names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    ours = [name for name in names if not name.startswith(("sqlite_", "django_", f"{WORDS}_"))]
    columns = {name: [f'"{row[1]}"' for row in database.execute(f'PRAGMA table_info("{name}")')] for name in ours}
    columns[WORDS].insert(0, "rowid")
    return {name: Table(name, columns[name]) for name in ours}


def _rows() -> Rows:
    database = connection.connection
    found = {name: database.execute(table.read).fetchall() for name, table in _tables().items()}
    return {name: rows for name, rows in found.items() if rows}


def _files() -> dict[str, bytes]:
    root = Path(settings.MEDIA_ROOT)
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@transaction.atomic
def _put_back(kept: Kept, before: Rows, initiative: Initiative, by: Person) -> Any:
    database, tables = connection.connection, _tables()
    for name in before:
        database.execute(tables[name].empty)
    for name, rows in kept.rows.items():
        database.executemany(tables[name].write, rows)
    for name, content in kept.files.items():
        path = Path(settings.MEDIA_ROOT) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    for here, then in ((initiative, kept.initiative), (by, kept.by)):
        here.__dict__.update(deepcopy(then.__dict__))
    return deepcopy(kept.made, {id(kept.initiative): initiative, id(kept.by): by})
