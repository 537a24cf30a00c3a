"""A second database beside that of the process, for as long as it is needed."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.sqlite3.base import DatabaseWrapper
from psycopg import IsolationLevel

from semailles.core.databases import database_of

# Nobody who writes has to wait.
OF_ONE_MOMENT = {"sqlite": {"transaction_mode": "DEFERRED"}, "postgresql": {"isolation_level": IsolationLevel.REPEATABLE_READ}}


@contextmanager
def opened(file: Path, name: str) -> Iterator[str]:
    """Gives the name by which it is asked: a file, under the same rules as every workspace's."""
    own = connections[DEFAULT_DB_ALIAS].settings_dict
    connections[name] = DatabaseWrapper({**own, **database_of(file.parent), "NAME": file, "CONN_MAX_AGE": 0}, name)
    try:
        yield name
    finally:
        connections[name].close()
        del connections[name]


@contextmanager
def read_beside(name: str) -> Iterator[str]:
    """The process's own database once more: what is read there in one transaction is of one moment."""
    own = connections[DEFAULT_DB_ALIAS]
    options = own.settings_dict["OPTIONS"] | OF_ONE_MOMENT[own.vendor]
    connections[name] = type(own)({**own.settings_dict, "OPTIONS": options}, name)
    try:
        yield name
    finally:
        connections[name].close()
        del connections[name]


def copy_database(file: Path, to: Path) -> None:
    """As it is at one moment, whoever writes in it meanwhile."""
    with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as source, closing(sqlite3.connect(to)) as target:
        source.backup(target)
