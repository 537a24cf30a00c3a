"""What the machine refuses is told apart from a bug."""

import errno
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from psycopg import OperationalError, errors

from semailles.core.troubles import Trouble, trouble_in


def full(database: Path) -> None:
    with sqlite3.connect(database) as connection:
        connection.execute("PRAGMA max_page_count = 3")
        connection.execute("CREATE TABLE t AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 5000) SELECT i FROM n")


def held(database: Path) -> None:
    with sqlite3.connect(database) as first, sqlite3.connect(database, timeout=0) as second:
        first.execute("BEGIN IMMEDIATE")
        second.execute("BEGIN IMMEDIATE")


def only_read(database: Path) -> None:
    sqlite3.connect(database).execute("CREATE TABLE t (i)").connection.close()
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
        connection.execute("INSERT INTO t VALUES (1)")


def damaged(database: Path) -> None:
    database.write_bytes(b"not a database, for sure " * 400)
    with sqlite3.connect(database) as connection:
        connection.execute("SELECT * FROM sqlite_master")


def absent(database: Path) -> None:
    sqlite3.connect(database / "nowhere" / "at all").close()


def misspelt(database: Path) -> None:
    with sqlite3.connect(database) as connection:
        connection.execute("SELEC 1")


@pytest.mark.filterwarnings("ignore:unclosed database:ResourceWarning")  # what is tested is how it fails
@pytest.mark.parametrize(
    ("fault", "trouble"),
    [
        (full, Trouble.NO_ROOM),
        (held, Trouble.BUSY),
        (only_read, Trouble.READ_ONLY),
        (damaged, Trouble.DAMAGED),
        (absent, Trouble.NO_RIGHT),
        (misspelt, None),
    ],
)
def test_what_sqlite_says_is_named(tmp_path: Path, fault: Callable[[Path], None], trouble: Trouble | None) -> None:
    with pytest.raises(sqlite3.Error) as raised:
        fault(tmp_path / "base.sqlite3")

    assert trouble_in(raised.value) is trouble


@pytest.mark.parametrize(
    ("number", "trouble"),
    [
        (errno.ENOSPC, Trouble.NO_ROOM),
        (errno.EFBIG, Trouble.NO_ROOM),
        (errno.EROFS, Trouble.READ_ONLY),
        (errno.EACCES, Trouble.NO_RIGHT),
        (errno.ENOENT, None),
    ],
)
def test_what_the_system_says_is_named(number: int, trouble: Trouble | None) -> None:
    assert trouble_in(OSError(number, "said")) is trouble


def test_what_postgresql_says_is_named() -> None:
    """As its server says it in five signs, or the line to it in none."""
    said = {
        errors.DiskFull: Trouble.NO_ROOM,
        errors.ConfigurationLimitExceeded: Trouble.NO_ROOM,
        errors.IoError: Trouble.NO_ROOM,
        errors.InsufficientResources: Trouble.BUSY,
        errors.OutOfMemory: Trouble.BUSY,
        errors.TooManyConnections: Trouble.BUSY,
        errors.LockNotAvailable: Trouble.BUSY,
        errors.QueryCanceled: Trouble.BUSY,
        errors.DeadlockDetected: Trouble.BUSY,
        errors.ReadOnlySqlTransaction: Trouble.READ_ONLY,
        errors.InsufficientPrivilege: Trouble.NO_RIGHT,
        errors.AdminShutdown: Trouble.GONE,
        errors.CrashShutdown: Trouble.GONE,
        errors.CannotConnectNow: Trouble.GONE,
        errors.ConnectionFailure: Trouble.GONE,
        errors.InvalidPassword: Trouble.GONE,
        errors.IdleInTransactionSessionTimeout: Trouble.GONE,
        OperationalError: Trouble.GONE,
        errors.UniqueViolation: None,
        errors.SyntaxError: None,
    }

    assert {kind: trouble_in(kind("said")) for kind in said} == said


def test_the_cause_counts_and_a_bug_is_no_trouble_of_the_machine() -> None:
    wrapped = RuntimeError()
    wrapped.__cause__ = OSError(errno.ENOSPC, "said")

    assert (trouble_in(wrapped), trouble_in(ZeroDivisionError()), trouble_in(None)) == (Trouble.NO_ROOM, None, None)
