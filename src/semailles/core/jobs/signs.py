"""The sign of life of a worker, whether it has something to do or not: the time of a file beside the database or, on a server, a line that all hosts read."""

import contextlib
import time
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.models.functions import Now

from semailles.core.models import Remembered

SIGN = "worker.alive"
EVERY = 10.0  # seconds
LONGEST_SILENCE = timedelta(minutes=2)  # a worker gives a sign at each turn, and while a job is in hand
REMEMBERED = timedelta(days=1)  # for the line on a server


class Signs:
    """Called at each turn; writes no more often than needed."""

    def __init__(self) -> None:
        self._last = float("-inf")

    def __call__(self) -> None:
        if time.monotonic() - self._last >= EVERY:
            self._last = time.monotonic()
            with contextlib.suppress(OSError, DatabaseError):  # a sign that cannot be written is a silence, and says so
                _write_line() if _is_on_server() else _file().touch()


def silence() -> timedelta | None:
    """Since the last sign of any worker; None when none was ever given, or none can be read. A sign of tomorrow, which a clock set back leaves, is none of now."""
    with contextlib.suppress(OSError, DatabaseError):
        return _since_line() if _is_on_server() else timedelta(seconds=abs(time.time() - _file().stat().st_mtime))
    return None


def _is_on_server() -> bool:
    return connection.vendor == "postgresql"


def _write_line() -> None:
    """By one statement, that waits for nobody's turn. The server tells the time: hosts may disagree on it."""
    until = Now() + REMEMBERED
    if not Remembered.objects.filter(cache_key=SIGN).update(expires=until):
        Remembered.objects.create(cache_key=SIGN, value="", expires=until)


def _since_line() -> timedelta | None:
    lines = Remembered.objects.filter(cache_key=SIGN).values_list("expires", Now())
    return next((max(timedelta(0), now - (until - REMEMBERED)) for until, now in lines), None)


def _file() -> Path:
    return Path(settings.WORKSPACE) / SIGN
