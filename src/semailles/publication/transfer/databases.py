"""A second database beside that of the process, for as long as it is needed."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.sqlite3.base import DatabaseWrapper

from semailles.core.databases import database_of


@contextmanager
def opened(file: Path, name: str) -> Iterator[str]:
    """Gives the name by which it is asked: a file, under the same rules as every workspace's."""
    own = connections[DEFAULT_DB_ALIAS].settings_dict
    with _known_as(name, DatabaseWrapper({**own, **database_of(file.parent), "NAME": file, "CONN_MAX_AGE": 0}, name)):
        yield name


@contextmanager
def read_beside(name: str) -> Iterator[str]:
    """The process's own database once more: what is read there in one transaction is of one moment."""
    own = connections[DEFAULT_DB_ALIAS]
    options = own.settings_dict["OPTIONS"] | _of_one_moment(own.vendor)
    with _known_as(name, type(own)({**own.settings_dict, "OPTIONS": options}, name)):
        yield name


def _of_one_moment(vendor: str) -> dict[str, Any]:
    """Nobody who writes has to wait."""
    if vendor == "sqlite":
        return {"transaction_mode": "DEFERRED"}
    from psycopg import IsolationLevel  # only who is on a server waits for it

    return {"isolation_level": IsolationLevel.REPEATABLE_READ}


@contextmanager
def read_alone(file: Path, name: str) -> Iterator[str]:
    """A copy that nobody writes in: it is left as it is, and nothing appears beside it."""
    own = connections[DEFAULT_DB_ALIAS].settings_dict
    alone = {"NAME": f"{file.resolve().as_uri()}?mode=ro&immutable=1", "OPTIONS": {}, "CONN_MAX_AGE": 0}
    with _known_as(name, DatabaseWrapper({**own, **database_of(file.parent), **alone}, name)):
        yield name


@contextmanager
def _known_as(name: str, connection: BaseDatabaseWrapper) -> Iterator[None]:
    connections[name] = connection
    try:
        yield
    finally:
        connection.close()
        del connections[name]
