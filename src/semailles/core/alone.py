"""Work that the machine's clock starts, and that two must not do together: two hosts whose clocks ring at once, or a call that comes before the last one has ended."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection

from semailles.core.postgresql.locks import held_on_server


@contextmanager
def alone(work: str) -> Iterator[bool]:
    """False when somebody else is at it. Whoever is killed lets go."""
    with (held_on_server if connection.vendor == "postgresql" else _on_machine)(work) as is_alone:
        yield is_alone


@contextmanager
def _on_machine(work: str) -> Iterator[bool]:
    descriptor = os.open(Path(settings.WORKSPACE) / f"{work}.alone", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        yield False
        return
    try:
        yield True
    finally:
        os.close(descriptor)
