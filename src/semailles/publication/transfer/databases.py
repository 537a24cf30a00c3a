"""A second database beside that of the process, for as long as it is needed."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.sqlite3.base import DatabaseWrapper

READING = {"timeout": 20, "transaction_mode": "DEFERRED"}  # nobody who writes has to wait


@contextmanager
def opened(file: Path, name: str) -> Iterator[str]:
    """Gives the name by which it is asked: a file, under the same rules as the process's own."""
    own = connections[DEFAULT_DB_ALIAS].settings_dict
    connections[name] = DatabaseWrapper({**own, "NAME": file}, name)
    try:
        yield name
    finally:
        connections[name].close()
        del connections[name]


@contextmanager
def read_beside(name: str) -> Iterator[str]:
    """The process's own database once more: what is read there in one transaction is of one moment."""
    own = connections[DEFAULT_DB_ALIAS].settings_dict
    connections[name] = type(connections[DEFAULT_DB_ALIAS])({**own, "OPTIONS": own["OPTIONS"] | READING}, name)
    try:
        yield name
    finally:
        connections[name].close()
        del connections[name]


def copy_database(file: Path, to: Path) -> None:
    """As it is at one moment, whoever writes in it meanwhile."""
    with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as source, closing(sqlite3.connect(to)) as target:
        source.backup(target)
