"""The workspace of the example: run once for all the processes of the tests, each of which has its copy; who writes in it copies that again."""

import fcntl
import os
import shutil
from pathlib import Path

import pytest
from tests.command import EXAMPLE, semailles_afresh


def example_run(factory: pytest.TempPathFactory) -> Path:
    own = factory.getbasetemp()
    place = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    out = place / "example-once" / "out"
    with (place / "example-once.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not out.is_dir():
            done = semailles_afresh("run", EXAMPLE, "--output", out)
            assert done.returncode == 0, done.stderr
        return shutil.copytree(out, factory.mktemp("example") / "out")
