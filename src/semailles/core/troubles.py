"""What the machine refuses, as opposed to a bug: no room left, a disk that is only read, a database that somebody else holds. Read before Django is set up."""

import errno
import sqlite3
from collections.abc import Iterator
from enum import Enum, auto


class Trouble(Enum):
    NO_ROOM = auto()
    READ_ONLY = auto()
    BUSY = auto()  # the database is being written, longer than we wait
    GONE = auto()  # the server of the database does not answer
    NO_RIGHT = auto()
    DAMAGED = auto()


PASSING = frozenset({Trouble.NO_ROOM, Trouble.READ_ONLY, Trouble.BUSY, Trouble.GONE})  # what waits is done once the machine is well again

_OF_FILES = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), Trouble.NO_ROOM),
    errno.EROFS: Trouble.READ_ONLY,
    **dict.fromkeys((errno.EACCES, errno.EPERM), Trouble.NO_RIGHT),
}
_OF_SQLITE = {
    **dict.fromkeys((sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR), Trouble.NO_ROOM),
    sqlite3.SQLITE_READONLY: Trouble.READ_ONLY,
    **dict.fromkeys((sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED), Trouble.BUSY),
    **dict.fromkeys((sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH), Trouble.NO_RIGHT),
    **dict.fromkeys((sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB), Trouble.DAMAGED),
}
_OF_POSTGRESQL = {  # the first signs of a SQLSTATE
    **dict.fromkeys(("53100", "53400", "58030"), Trouble.NO_ROOM),  # the disk, what one may take of it, or it cannot be written
    "25006": Trouble.READ_ONLY,
    "55P03": Trouble.BUSY,
    "57014": Trouble.BUSY,
    "40001": Trouble.BUSY,
    "40P01": Trouble.BUSY,
    **dict.fromkeys(("53000", "53200", "53300"), Trouble.BUSY),  # its memory, its connections: those of the others too
    "42501": Trouble.NO_RIGHT,
    **dict.fromkeys(("57P", "08", "25P03", "25P04", "28"), Trouble.GONE),  # it stops, cut the line, or no longer lets us in
}


def trouble_in(error: BaseException | None) -> Trouble | None:
    """None when the error, or what caused it, is none of the machine's: it is then the program's own."""
    return next((found for one in _causes(error) if (found := _of(one)) is not None), None)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__


def _of(error: BaseException) -> Trouble | None:
    if isinstance(error, sqlite3.Error):
        return _OF_SQLITE.get(getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF)
    if isinstance(error, OSError):
        return _OF_FILES.get(error.errno or 0)
    if type(error).__module__.partition(".")[0] == "psycopg":
        return _of_postgresql(error)
    return None


def _of_postgresql(error: BaseException) -> Trouble | None:
    """An error without a state is one of the line itself, not of what was asked."""
    state = getattr(error, "sqlstate", None)
    if state is None:
        return Trouble.GONE if type(error).__name__ == "OperationalError" else None
    return next((found for begins, found in _OF_POSTGRESQL.items() if state.startswith(begins)), None)
