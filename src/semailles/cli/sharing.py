"""Who uses a workspace: every command shares it, what changes its tables has it alone. The lock ends with the process, however that ends."""

import contextlib
import fcntl
import os
import time
from collections.abc import Callable
from gettext import gettext as _
from pathlib import Path

from semailles.core.errors import Refusal

FILE = "semailles.sqlite3-lock"
LOOK = 0.1  # seconds between two tries
PATIENCE = 40.0  # seconds: longer than a server takes to stop


class InUse(Refusal):
    """Somebody uses the workspace while its tables should change."""


class Share:
    """Kept until the process ends, or `end`. Where nothing can be written, nobody changes tables either: there is then nothing to share."""

    def __init__(self, work: Path) -> None:
        self._descriptor: int | None = None
        with contextlib.suppress(OSError):
            self._descriptor = os.open(work / FILE, os.O_RDONLY | os.O_CREAT, 0o644)

    def has_alone(self) -> bool:
        return self._takes(fcntl.LOCK_EX)

    def shares(self) -> bool:
        """Not while somebody has it alone."""
        return self._takes(fcntl.LOCK_SH)

    def lets_go(self) -> None:
        """So that two who want it alone do not wait for each other."""
        if self._descriptor is not None:
            fcntl.flock(self._descriptor, fcntl.LOCK_UN)

    def end(self) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)

    def _takes(self, kind: int) -> bool:
        if self._descriptor is None:
            return True
        try:
            fcntl.flock(self._descriptor, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


def share(work: Path, *, waits: Callable[[], None]) -> Share:
    """As long as somebody has it alone, wait: their change ends, or they do. `waits`: called once, to say so."""
    held = Share(work)
    if not held.shares():
        waits()
        while not held.shares():
            time.sleep(LOOK)
    return held


def have_alone(held: Share, *, said: Path, patience: float = PATIENCE, is_done: Callable[[], bool] = lambda: False) -> bool:
    """False when somebody else did meanwhile what was to be done: the workspace is then shared again."""
    give_up = time.monotonic() + patience
    while not held.has_alone():
        if not held.shares():  # somebody is changing the tables: however long it takes
            give_up = time.monotonic() + patience
        elif is_done():
            return False
        elif time.monotonic() >= give_up:
            held.end()
            raise InUse(_("%(out)s is open in another command of Semailles: stop it, then run this one again.") % {"out": said})
        held.lets_go()
        time.sleep(LOOK)
    return True
