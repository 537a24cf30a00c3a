"""The sign of life of a worker, whether it has something to do or not: the time of a file beside the database."""

import contextlib
import time
from datetime import timedelta
from pathlib import Path

from django.conf import settings

SIGN = "worker.alive"
EVERY = 10.0  # seconds
LONGEST_SILENCE = timedelta(minutes=2)  # a worker gives a sign at each turn, and while a job is in hand


class Signs:
    """Called at each turn; writes no more often than needed."""

    def __init__(self) -> None:
        self._last = float("-inf")

    def __call__(self) -> None:
        if time.monotonic() - self._last >= EVERY:
            self._last = time.monotonic()
            with contextlib.suppress(OSError):  # a sign that cannot be written is a silence, and says so
                _file().touch()


def silence() -> timedelta | None:
    """Since the last sign; None when no worker ever gave one. A sign of tomorrow, which a clock set back leaves, is no sign of now."""
    try:
        return timedelta(seconds=abs(time.time() - _file().stat().st_mtime))
    except FileNotFoundError:
        return None


def _file() -> Path:
    return Path(settings.WORKSPACE) / SIGN
