"""The whole of a database in one file, as it is at one moment: copied while people write in it, and put back."""

import errno
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

BESIDE = ("-wal", "-shm", "-journal")  # what SQLite keeps beside a database in use
_WRITING = ".writing-"
_NOT_FOR_FOLDERS = {errno.EINVAL, errno.ENOTSUP}
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def copy_whole(file: Path, to: Path) -> None:
    """One file, with nothing beside; `to` appears when all of it is on the disk, or not at all."""
    with appearing(to) as beside, _read(file) as source, closing(sqlite3.connect(beside)) as target:
        source.backup(target)
        target.execute("PRAGMA journal_mode=DELETE")


def put_back(copied: Path, file: Path) -> None:
    """In one transaction of the database itself: cut at any moment, it holds all of what was there or all of the copy."""
    with _read(copied) as source, closing(sqlite3.connect(file, timeout=20)) as target:
        source.backup(target)


def is_sound(file: Path) -> bool:
    """Whether SQLite finds no fault in it."""
    try:
        with _read(file) as opened:
            return bool(opened.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF in _DAMAGED:
            return False
        raise


def set_aside_damaged(file: Path, to: Path) -> None:
    """Byte for byte, with what stands beside it: somebody may know how to mend it."""
    for part in ("", "-wal", "-journal"):
        source = file.with_name(file.name + part)
        if source.is_file() and source.stat().st_size:
            with appearing(to.with_name(to.name + part)) as beside:
                shutil.copyfile(source, beside)


def replace_damaged(copied: Path, file: Path) -> None:
    """What stood beside the damaged one would be read into the other: it goes first. It was set aside."""
    with appearing(file) as beside:
        shutil.copyfile(copied, beside)
        for part in BESIDE:
            file.with_name(file.name + part).unlink(missing_ok=True)


@contextmanager
def appearing(to: Path) -> Iterator[Path]:
    """Where to write it: `to` is there once all of it is on the disk."""
    beside = to.with_name(_WRITING + to.name)
    beside.unlink(missing_ok=True)
    try:
        yield beside
        beside.chmod(0o600)
        sync(beside)
        beside.replace(to)
        sync(to.parent)
    finally:
        for part in ("", *BESIDE):
            beside.with_name(beside.name + part).unlink(missing_ok=True)


@contextmanager
def _read(file: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True, timeout=20)) as opened:
        yield opened


def sync(path: Path) -> None:
    """What stands there, a file or the names of a folder, is on the disk. A share of another machine may know no such thing for folders."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NOT_FOR_FOLDERS or not path.is_dir():
            raise
    finally:
        os.close(descriptor)
