"""All the rows of the database of the tests, read and put back as the database itself keeps them: nothing is turned into an object of Python."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from django.db import connection

Rows = dict[str, Any]  # by table: what `put_back` takes again
WORDS = "core_searchwords"  # SQLite writes the tables behind this index itself


def read() -> Rows:
    """Only the tables where something stands."""
    connection.ensure_connection()
    found = {name: _of_postgresql(name) if connection.vendor == "postgresql" else _of_sqlite(name) for name in _columns()}
    return {name: rows for name, rows in found.items() if rows}


def counted(rows: Rows) -> list[tuple[str, int]]:
    return [(table, some.count(b"\n") if isinstance(some, bytes) else len(some)) for table, some in rows.items()]


def put_back(before: Rows, rows: Rows) -> None:
    """`before`: what stands there now. Which row names which is looked at when all are there."""
    for name in before:
        connection.connection.execute(f'DELETE FROM "{name}"')  # noqa: S608  # names read from the same database
    for name, some in rows.items():
        (_write_postgresql if connection.vendor == "postgresql" else _write_sqlite)(name, some)
    if connection.vendor == "postgresql":
        _count_on(rows)


def count_from_one() -> None:
    """A server goes on counting when a test is taken back: what was made once would never be found again by its numbers."""
    if connection.vendor == "postgresql":
        _ask(f"setval('{name}', 1, false)" for name, _column in _counting().values())


def _count_on(tables: Iterable[str]) -> None:
    """After the last of the rows that were put back."""
    known = {table: _counting()[table] for table in tables if table in _counting()}
    _ask(f"setval('{name}', (SELECT max({column}) FROM \"{table}\"))" for table, (name, column) in known.items())  # noqa: S608  # names read from the same database


def _ask(settings: Iterable[str]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(settings)}")


@cache
def _counting() -> dict[str, tuple[str, str]]:
    """Of each table where nothing stands before a test begins: what counts its rows, and in which column."""
    with connection.cursor() as cursor:
        found = [one for name in _columns() if not _has_rows(name) for one in connection.introspection.get_sequences(cursor, name)]
    return {str(one["table"]): (f'"{one["name"]}"', f'"{one["column"]}"') for one in found}


def _has_rows(name: str) -> bool:
    return bool(connection.connection.execute(f'SELECT 1 FROM "{name}" LIMIT 1').fetchone())  # noqa: S608  # names read from the same database


@cache
def _columns() -> dict[str, str]:
    """The columns of each of our tables, as they are written in a statement."""
    with connection.cursor() as cursor:
        names = sorted(connection.introspection.table_names(cursor))
        ours = [name for name in names if not name.startswith(("sqlite_", "django_", f"{WORDS}_"))]
        columns = {name: [f'"{one.name}"' for one in connection.introspection.get_table_description(cursor, name)] for name in ours}
    if WORDS in columns:
        columns[WORDS].insert(0, "rowid")
    return {name: ", ".join(some) for name, some in columns.items()}


def _of_sqlite(name: str) -> Any:
    """A column behind « + » is not turned into an object of Python."""
    columns = ", ".join(f"+{column}" for column in _columns()[name].split(", "))
    return connection.connection.execute(f'SELECT {columns} FROM "{name}"').fetchall()  # noqa: S608  # names read from the same database


def _write_sqlite(name: str, rows: Any) -> None:
    columns = _columns()[name]
    places = ", ".join("?" for _ in columns.split(", "))
    connection.connection.executemany(f'INSERT INTO "{name}" ({columns}) VALUES ({places})', rows)  # noqa: S608  # the same


def _of_postgresql(name: str) -> Any:
    with connection.connection.cursor() as cursor, cursor.copy(f'COPY "{name}" ({_columns()[name]}) TO STDOUT') as copy:
        return b"".join(copy)


def _write_postgresql(name: str, rows: Any) -> None:
    with connection.connection.cursor() as cursor, cursor.copy(f'COPY "{name}" ({_columns()[name]}) FROM STDIN') as copy:
        copy.write(rows)
