"""A worker that is killed, or told to stop, while it reads documents: each is read once, as if nothing had been."""

import os
import random
import shutil
import signal
from collections import Counter
from pathlib import Path

import pytest
from tests.command import EXAMPLE
from tests.faults.asking import is_sound, rows
from tests.faults.conftest import Told
from tests.forked import forked, started
from tests.stories.mortal import main

KINDS = ("docx", "pdf", "odt", "xlsx")
STOPPING = 30  # seconds
A_LEASE_LATER = 31
NEVER = 10**9  # statements

State = tuple[list[tuple[str, str, str]], Counter[str]]


def documents() -> list[Path]:
    """The lightest of each kind."""
    return [min(EXAMPLE.rglob(f"*.{kind}"), key=lambda path: path.stat().st_size) for kind in KINDS]


def state(workspace: Path) -> State:
    """What became of each document, and of each idea how often it is there."""
    fates = rows(workspace, "SELECT path, fate, reason FROM intake_depositedfile ORDER BY path")
    return fates, Counter(title for (title,) in rows(workspace, "SELECT title FROM intake_idea"))


@pytest.fixture(scope="module")
def given(laid: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace where four documents wait to be read."""
    place = shutil.copytree(laid, tmp_path_factory.mktemp("given") / "out")
    assert forked(main, place, "bring", *map(str, documents())).returncode == 0
    return place


@pytest.fixture(scope="module")
def reference(given: Path, tmp_path_factory: pytest.TempPathFactory) -> State:
    """What a worker that nobody disturbs comes to."""
    place = shutil.copytree(given, tmp_path_factory.mktemp("whole") / "out")
    assert forked(main, place, "work", "0", str(NEVER)).returncode == 0
    return state(place)


@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGTERM])
@pytest.mark.parametrize("tries", [2, pytest.param(20, marks=pytest.mark.full)])
def test_a_worker_stopped_at_any_moment_leaves_each_document_to_be_read_once(
    given: Path, reference: State, tmp_path: Path, told: Told, sign: signal.Signals, tries: int
) -> None:
    chance = random.Random(tries)  # noqa: S311  # the same points each time
    whole = reference
    lost = twice = 0
    cut: Counter[str] = Counter()
    for rank in range(tries):
        place = shutil.copytree(given, tmp_path / f"{rank}")
        stop(place, sign, at=rank % len(KINDS), after=chance.uniform(0, 0.5))
        left = dict(rows(place, "SELECT status, count(*) FROM core_job GROUP BY status"))
        cut.update(left)
        assert is_sound(place)
        assert sign is signal.SIGKILL or left.keys() <= {"done", "waiting"}
        assert forked(main, place, "work", str(A_LEASE_LATER), str(NEVER)).returncode == 0
        fates, ideas = state(place)
        lost += (whole[1] - ideas).total() + (fates != whole[0])
        twice += (ideas - whole[1]).total()
    name = "R1 worker killed" if sign is signal.SIGKILL else "R5 worker told to stop"
    found = ", ".join(f"{number} {status}" for status, number in sorted(cut.items()))
    told(name, tries, len(KINDS) * tries, lost, twice, note=f"4 documents each, {whole[1].total()} ideas; when it was cut: {found}")


def stop(workspace: Path, sign: signal.Signals, *, at: int, after: float) -> None:
    """So many seconds after the document of this rank was begun. A worker that is told to stop ends by itself in time."""
    with started(main, workspace, "alone") as worker:
        while worker.is_alive() and rows(workspace, "SELECT count(*) FROM core_job WHERE started_at IS NOT NULL") <= [(at,)]:
            worker.join(timeout=0.02)
        worker.join(timeout=after)
        assert worker.pid
        if sign is signal.SIGKILL:
            os.killpg(worker.pid, sign)
        else:
            os.kill(worker.pid, sign)
        worker.join(timeout=STOPPING)
        assert worker.exitcode in {0, -sign}
