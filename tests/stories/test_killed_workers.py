"""Workers in processes of their own, killed at any moment: each job ends, with its effect once."""

import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
from collections import Counter
from pathlib import Path
from typing import Any

import psutil
import pytest
from tests.command import semailles
from tests.forked import forked
from tests.stories.mortal import main

from semailles.cli.worker import keep_worker, pause_after

MORTAL = Path(__file__).with_name("mortal.py")
A_LEASE_LATER = 31
STATEMENTS_OF_ONE = 14  # that a job that counts says to the database


def mortal(workspace: Path, *words: object) -> subprocess.Popen[str]:
    command = [sys.executable, str(MORTAL), str(workspace), *map(str, words)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def run(workspace: Path, *words: object) -> int:
    return forked(main, workspace, *map(str, words)).returncode


def rows(workspace: Path, question: str) -> list[Any]:
    connection = sqlite3.connect(workspace / "semailles.sqlite3")
    try:
        return connection.execute(question).fetchall()
    finally:
        connection.close()


def state(workspace: Path) -> list[Any]:
    return rows(workspace, "SELECT status, reason != '', attempts BETWEEN 1 AND 3, json_extract(arguments, '$.number') FROM core_job")


def work_and_be_killed(workspace: Path, times: int, statements: int) -> list[int]:
    """One worker after the other, each killed at a random point; then one that is left alone."""
    chance = random.Random(times)  # noqa: S311  # the same points each time
    ends = [run(workspace, "work", A_LEASE_LATER * rank, chance.randint(1, statements)) for rank in range(times)]
    return [*ends, run(workspace, "work", A_LEASE_LATER * times, 10**9)]


@pytest.fixture(scope="module")
def laid(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace without documents, made once and copied."""
    ground = tmp_path_factory.mktemp("ground")
    run(ground, "lay")
    return ground


@pytest.fixture
def workspace(laid: Path, tmp_path: Path) -> Path:
    return shutil.copytree(laid, tmp_path / "out")


@pytest.mark.parametrize("kills", [5, pytest.param(20, marks=pytest.mark.full)])
def test_a_worker_killed_at_random_points_leaves_each_job_done_once_or_failed_with_its_reason(workspace: Path, kills: int) -> None:
    run(workspace, "ask", "count", 2 * kills)

    ends = work_and_be_killed(workspace, kills, 2 * STATEMENTS_OF_ONE)

    jobs = state(workspace)
    effects = Counter(
        number for (number,) in rows(workspace, "SELECT json_extract(detail, '$.number') FROM core_event WHERE verb = 'counted'")
    )
    assert (ends, rows(workspace, "PRAGMA integrity_check")) == ([-signal.SIGKILL] * kills + [0], [("ok",)])
    assert [(says_why, is_tried) for _, says_why, is_tried, _ in jobs] == [(status == "failed", 1) for status, *_ in jobs]
    assert {status for status, *_ in jobs} <= {"done", "failed"}
    assert effects == Counter(number for status, _, _, number in jobs if status == "done")


@pytest.mark.parametrize("kills", [3, pytest.param(20, marks=pytest.mark.full)])
def test_files_given_while_workers_are_killed_are_each_read_once_or_fail_with_their_reason(workspace: Path, kills: int) -> None:
    run(workspace, "give", kills)

    ends = work_and_be_killed(workspace, kills, 40)

    files = rows(workspace, "SELECT rank, fate FROM intake_depositedfile")
    jobs = dict(rows(workspace, "SELECT json_extract(arguments, '$.rank'), status FROM core_job WHERE kind = 'deposit'"))
    ideas = rows(workspace, "SELECT title FROM intake_idea ORDER BY id")
    read = [rank for rank, fate in files if fate == "read"]
    assert ends == [-signal.SIGKILL] * kills + [0]
    assert set(jobs.values()) <= {"done", "failed"}
    assert read == [rank for rank, status in sorted(jobs.items()) if status == "done"]
    assert sorted(ideas) == sorted((f"Planter {rank + 2} haies le long du chemin",) for rank in read)
    assert [(says_why, is_tried) for _, says_why, is_tried, _ in state(workspace)] == [
        (status == "failed", 1) for status, *_ in state(workspace)
    ]


@pytest.mark.full
def test_a_print_killed_at_random_points_is_whole_and_told_once(tmp_path: Path) -> None:
    folder, out = tmp_path / "atelier", tmp_path / "out"
    for team in ("a", "b"):
        (folder / team).mkdir(parents=True)
        (folder / team / "notes.txt").write_text("Il faudrait ouvrir une cantine de village avec les fermes voisines.\n", encoding="utf-8")
    assert semailles("run", folder, "--output", out).returncode == 0
    before = {path.name: path.read_bytes() for path in (out / "data").iterdir()}
    run(out, "ask", "publish", 4)

    work_and_be_killed(out, 8, 90)

    done = [number for status, _, _, number in state(out) if status == "done"]
    assert rows(out, "SELECT count(*) FROM core_event WHERE verb = 'published'") == [(1 + len(done),)]
    assert [(says_why, is_tried) for _, says_why, is_tried, _ in state(out)] == [(status == "failed", 1) for status, *_ in state(out)]
    assert {path.name: path.read_bytes() for path in (out / "data").iterdir()} == before
    assert [path.name for path in out.rglob(".writing-*")] == []


@pytest.mark.full
def test_a_killed_worker_is_started_again_and_the_print_is_done(tmp_path: Path) -> None:
    folder, out, stop = tmp_path / "atelier", tmp_path / "out", threading.Event()
    (folder / "a").mkdir(parents=True)
    (folder / "a" / "notes.txt").write_text("Il faudrait ouvrir une cantine de village.\n", encoding="utf-8")
    assert semailles("run", folder, "--output", out).returncode == 0
    run(out, "ask", "publish", 1)
    keeper = threading.Thread(target=keep_worker, args=(out, "fr", stop))
    keeper.start()
    try:
        wait_until(out, "running")
        (worker,) = workers()
        worker.kill()
        wait_until(out, "done")
    finally:
        stop.set()
        keeper.join()

    assert rows(out, "SELECT status, attempts FROM core_job") == [("done", 2)]
    assert workers() == []


def workers() -> list[psutil.Process]:
    """A browser of other tests may run beside them."""
    return [one for one in psutil.Process().children() if "semailles.cli.worker" in one.cmdline()]


def wait_until(workspace: Path, status: str) -> None:
    """What another process writes comes when it comes: at most two minutes."""
    for _ in range(1200):
        if rows(workspace, "SELECT status FROM core_job") == [(status,)]:
            return
        threading.Event().wait(0.1)
    raise AssertionError(rows(workspace, "SELECT status, step, reason FROM core_job"))


@pytest.mark.parametrize("told", ["SIGTERM", "parent gone"])
def test_a_worker_told_to_stop_gives_its_job_back(workspace: Path, told: str) -> None:
    run(workspace, "ask", "linger", 1)
    with mortal(workspace, "linger") as worker:
        assert worker.stdout is not None
        assert worker.stdin is not None
        worker.stdout.readline()

        if told == "SIGTERM":
            worker.terminate()
        else:
            worker.stdin.close()
        worker.stdout.read()

    assert (worker.returncode, rows(workspace, "SELECT status, attempts, holder FROM core_job")) == (0, [("waiting", 0, None)])


def test_a_worker_that_dies_at_once_waits_longer_each_time_and_one_that_had_lived_does_not() -> None:
    pauses = [0.0]
    for lived in (0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 3600.0, 0.1):
        pauses.append(pause_after(lived, pauses[-1]))

    assert pauses[1:] == [1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 60.0, 60.0, 1.0, 2.0]
