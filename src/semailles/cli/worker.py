"""Long work, done beside those who answer: `semailles worker DIR` for an instance, on the same host or on another one.

The process that does it is `python -m semailles.cli.worker OUT`; `keep_worker` starts it and starts it again.
"""

import argparse
import logging
import os
import signal
import subprocess
import sys
import threading
import time
from gettext import gettext as _
from pathlib import Path

from semailles.cli import opening
from semailles.cli.instance import open_instance
from semailles.cli.terminal import say

LOOK, PAUSE, LONGEST_PAUSE = 0.5, 1.0, 60.0  # seconds between two looks, and before a worker that died is started again: more each time
WAIT = 30.0  # seconds left to a worker that was told to stop
WITH_PARENT = "--with-parent"


def worker(arguments: argparse.Namespace, lang: str) -> int:
    """Until it is told to stop; then it finishes the job in hand, or gives it back."""
    out = open_instance(arguments, lang)
    from django.db import connections

    connections.close_all()
    stop = _stopped_by_signs()
    say(_("The work of %(out)s is done here (Ctrl-C to stop)") % {"out": arguments.instance})
    sys.stdout.flush()
    keep_worker(out, lang, stop)
    return 0


def _stopped_by_signs() -> threading.Event:
    stop = threading.Event()
    for sign in (signal.SIGTERM, signal.SIGINT):
        signal.signal(sign, lambda *_: stop.set())
    return stop


def keep_worker(workspace: Path, lang: str, stop: threading.Event) -> None:
    """Have a worker, and another when it dies, until `stop` is set. To be called in a thread of its own."""
    pause = 0.0
    command = [sys.executable, "-P", "-m", "semailles.cli.worker", str(workspace), lang, WITH_PARENT]
    while not stop.is_set():
        began = time.monotonic()
        with subprocess.Popen(command, stdin=subprocess.PIPE) as worker:  # noqa: S603  # our own command
            while worker.poll() is None and not stop.wait(LOOK):
                pass
            _end(worker)
        pause = pause_after(time.monotonic() - began, pause)
        stop.wait(pause)


def pause_after(lived: float, pause: float) -> float:
    """Seconds before the next one: twice the last pause, since a fault may come back at once; one, after a worker that had lived long."""
    return PAUSE if lived > LONGEST_PAUSE else min(max(2 * pause, PAUSE), LONGEST_PAUSE)


def work(workspace: Path, lang: str, *, with_parent: bool = False) -> None:
    """Do jobs until SIGTERM or SIGINT, or until the process that started this one is gone."""
    stop = _stopped_by_signs()
    if with_parent:
        threading.Thread(target=_watch_parent, args=(stop,), daemon=True).start()
    opening.start(workspace, lang)
    from semailles.core.jobs.worker import run_worker
    from semailles.core.postgresql.clock import SharedClock

    run_worker(stop, clock=SharedClock(), leave=lambda: os._exit(0))


def _end(worker: "subprocess.Popen[bytes]") -> None:
    """SIGTERM, then patience: it finishes or gives its job back."""
    worker.terminate()
    try:
        worker.wait(WAIT)
    except subprocess.TimeoutExpired:
        worker.kill()


def _watch_parent(stop: threading.Event) -> None:
    """Our standard input is a pipe that closes when whoever holds it ends, however it ends."""
    while os.read(sys.stdin.fileno(), 1024):
        pass
    stop.set()


if __name__ == "__main__":
    logging.basicConfig(level=logging.WARNING)
    work(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "fr", with_parent=WITH_PARENT in sys.argv)  # noqa: PLR2004  # command, workspace, language
