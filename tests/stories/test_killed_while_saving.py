"""A backup killed at any moment has no name, harms none of those before, and leaves nothing in the way of the next one."""

import os
import shutil
import signal
import sys
from pathlib import Path
from random import Random
from typing import Any

import pytest
from tests.command import command, semailles
from tests.faults.tally import Tally, tell
from tests.forked import Typed, forked
from tests.stories.test_backups import DATABASE, files

from semailles.cli.backups.manifest import NAME
from semailles.core.files import sha256_of

TRIES, SEED = 24, 1876
ON_DISK = ("open", "os.", "shutil.", "sqlite3.")


def saved_until(moment: int, out: Path, place: Path) -> int:
    """Killed when it is about to touch the place of the backups for the so many-th time; 0: says how many times it does."""
    seen = 0

    def look(event: str, told: tuple[Any, ...]) -> None:
        nonlocal seen
        if event.startswith(ON_DISK) and any(str(place) in str(one) for one in told):
            seen += 1
            if seen == moment:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(look)
    code = command("backup", str(out), "--to", str(place))
    sys.stdout.write(f"{seen}\n")
    return code


def kept(place: Path) -> dict[str, tuple[dict[str, str], str]]:
    """By name, what each backup holds."""
    return {path.name: (files(path), sha256_of(path / DATABASE)) for path in place.iterdir() if NAME.fullmatch(path.name)}


def verified(folder: Path) -> Typed:
    return semailles("verify", folder)


@pytest.mark.full
def test_a_backup_killed_anywhere_is_none_and_the_next_one_is_whole(
    example_out: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    out, place = shutil.copytree(example_out, tmp_path / "out"), tmp_path / "saved"
    assert semailles("backup", out, "--to", place).returncode == 0
    most = int(forked(saved_until, 0, out, place).stdout.splitlines()[-1])
    before = kept(place)

    killed = harmed = 0
    for moment in sorted(Random(SEED).sample(range(1, most + 1), TRIES)):  # noqa: S311  # moments, not secrets
        killed += forked(saved_until, moment, out, place).returncode == -signal.SIGKILL
        now = kept(place)
        harmed += {name: now.get(name) for name in before} != before
        harmed += any(verified(place / name).returncode for name in now.keys() - before.keys())
        before = now
    last = semailles("backup", out, "--to", place)

    note = f"{killed} killed among {most} gestures on the disk, {harmed} harmed"
    tell(request, Tally("R11 backup killed", TRIES, len(before), harmed, note=note))
    assert (killed, harmed, last.returncode, verified(place).returncode) == (TRIES, 0, 0, 0)
    assert {path.name for path in place.iterdir() if not NAME.fullmatch(path.name)} == set()
