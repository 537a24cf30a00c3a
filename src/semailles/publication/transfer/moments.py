"""All rows of this database as they are at one moment, in a SQLite file, whoever writes meanwhile. Whatever keeps them here, the copy is the same kind of file."""

import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path

from django.apps import apps
from django.db import connections, transaction
from django.db.migrations.recorder import MigrationRecorder

from semailles.publication.transfer.databases import opened, read_beside
from semailles.publication.transfer.everything import copy_everything
from semailles.publication.transfer.laying import lay_as

HERE, LEAVING = "here", "leaving"
DRAWN = ("sqlite_", "core_searchwords", "django_content_type", "auth_permission", "core_release")  # how tables drawn from the rest begin


def copy_of_now(to: Path) -> dict[str, int]:
    """Gives the number of rows of each table, counted in the same moment."""
    with read_beside(HERE), transaction.atomic(using=HERE):
        rows = counted(HERE)
        _copy(to)
    return rows


def counted(using: str) -> dict[str, int]:
    connection = connections[using]
    tables = [name for name in connection.introspection.table_names() if is_counted(name)]
    with connection.cursor() as cursor:
        return {name: cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(name)}").fetchone()[0] for name in tables}  # noqa: S608  # names of our own tables


def is_counted(table: str) -> bool:
    """Not the index, nor what is written whenever a program opens the tables or brings them up to date; nor what another program keeps in our database."""
    return table.startswith(_ours()) and not table.startswith(DRAWN)


@cache
def _ours() -> tuple[str, ...]:
    """How our tables begin, those of earlier versions too: by the name of what they belong to."""
    return ("django_", *(f"{one.label}_" for one in apps.get_app_configs()))


def migrations_of(using: str) -> tuple[str, ...]:
    """As « core.0001_people_and_journal »."""
    return tuple(sorted(".".join(key) for key in MigrationRecorder(connections[using]).applied_migrations()))


def _copy(to: Path) -> None:
    """Within the transaction that counted: what is copied is what it sees."""
    if connections[HERE].vendor == "sqlite":
        own: sqlite3.Connection = connections[HERE].connection
        with closing(sqlite3.connect(to)) as target:
            own.backup(target)
    else:
        with opened(to, LEAVING):
            copy_everything(HERE, LEAVING, models=lay_as(HERE, LEAVING))
    with closing(sqlite3.connect(to)) as copied:
        copied.execute("PRAGMA journal_mode=DELETE")  # one file, with nothing beside
