"""Killed while something is proclaimed: the chain of seals never forks, and no half of a seal stands."""

import random
import signal
from pathlib import Path

import pytest
from tests.command import semailles
from tests.faults.asking import is_sound, rows
from tests.faults.conftest import Told
from tests.forked import forked, started
from tests.stories.mortal import main

A_LEASE_LATER, NEVER = 31, 10**9
STATEMENTS = 24  # that two jobs say to the database


@pytest.mark.parametrize("tries", [3, pytest.param(20, marks=pytest.mark.full)])
def test_two_workers_that_seal_and_are_killed_leave_one_whole_chain(workspace: Path, told: Told, tries: int) -> None:
    chance = random.Random(tries)  # noqa: S311  # the same points each time
    assert forked(main, workspace, "ask", "seal", str(4 * tries)).returncode == 0
    died = 0
    for turn in range(tries):
        points = [str(chance.randint(1, STATEMENTS)) for _ in range(2)]
        with (
            started(main, workspace, "work", str(A_LEASE_LATER * turn), points[0]) as one,
            started(main, workspace, "work", str(A_LEASE_LATER * turn), points[1]) as other,
        ):
            for worker in (one, other):
                worker.join()
                died += worker.exitcode == -signal.SIGKILL
    assert forked(main, workspace, "work", str(A_LEASE_LATER * tries), str(NEVER)).returncode == 0

    jobs = rows(workspace, "SELECT json_extract(arguments, '$.number') FROM core_job WHERE status = 'done' ORDER BY 1")
    failed = rows(workspace, "SELECT count(*) FROM core_job WHERE status = 'failed' AND attempts = 3 AND reason != ''")[0][0]
    chain = rows(workspace, "SELECT rank, previous, digest FROM core_seal ORDER BY rank")
    told_twice = rows(workspace, "SELECT json_extract(detail, '$.number') FROM core_event WHERE verb = 'counted' ORDER BY 1")
    assert [rank for rank, _previous, _digest in chain] == list(range(1, len(chain) + 1))
    assert [previous for _rank, previous, _digest in chain] == ["", *(digest for _rank, _previous, digest in chain[:-1])]
    assert (told_twice, len(chain), len(jobs) + failed) == (jobs, len(jobs), 4 * tries)
    assert (is_sound(workspace), semailles("verify", workspace).returncode, died > 0) == (True, 0, True)
    told(
        "killed while sealing",
        died,
        len(jobs),
        note=f"two workers at once, {len(chain)} seals in one chain, {failed} given up with a reason",
    )
