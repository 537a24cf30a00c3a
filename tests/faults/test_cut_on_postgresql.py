"""Whoever writes on a PostgreSQL server is killed, or the server itself is stopped at once: what was said to be kept is there, once."""

import os
import random
import signal
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.faults import together
from tests.faults.conftest import Told
from tests.forked import forked, started
from tests.servers import database, mortal_postgresql
from tests.stories import mortal
from tests.stories.test_instance_on_postgresql import asked

from semailles.core.keys import make_key

A_LEASE_LATER = 31
STATEMENTS_OF_ONE = 14  # that a job that counts says to the database
SHORTEST, LONGEST = 0.05, 0.6  # seconds during which one writes before it is killed
TRIES = [2, pytest.param(20, marks=pytest.mark.full)]


@pytest.fixture
def folder(postgresql_database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return laid(postgresql_database, tmp_path, monkeypatch)


def laid(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DATABASE_URL", address)
    out = tmp_path / "out"
    out.mkdir()
    make_key(out)
    assert forked(together.lay, out).returncode == 0
    return out


def cut_while_it_writes(folder: Path, name: str, seconds: float, cut: Callable[[int], None]) -> None:
    """`seconds`: counted from the first thing that it was told is kept."""
    told = folder / "told"
    before = told.stat().st_size if told.exists() else 0
    with started(together.write_until_cut, folder, name, told) as writer:
        while writer.is_alive() and (not told.exists() or told.stat().st_size == before):
            writer.join(timeout=0.01)
        writer.join(timeout=seconds)
        assert writer.pid
        assert writer.exitcode is None
        cut(writer.pid)
        writer.join(timeout=60)
        assert writer.exitcode not in {0, None}


def require_kept(folder: Path, address: str, fault: str, tries: int, told: Told) -> None:
    said = (folder / "told").read_text(encoding="utf-8").split("\n")[:-1]
    kept = Counter(name for (name,) in asked(address, "SELECT name FROM workshop_actor WHERE name LIKE 'Essai%'"))
    assert len(kept) - len(set(said)) <= tries  # at most the one in hand, that was kept and not yet told
    assert forked(together.tell, folder).returncode == 0
    told(fault, tries, len(said), lost=len(set(said) - set(kept)), duplicates=kept.total() - len(kept), note="postgresql")


@pytest.mark.parametrize("tries", TRIES)
def test_who_is_killed_while_writing_has_written_what_it_was_told(folder: Path, postgresql_database: str, tries: int, told: Told) -> None:
    chance = random.Random(tries)  # noqa: S311  # the same moments each time
    for rank in range(tries):
        seconds = chance.uniform(SHORTEST, LONGEST)
        cut_while_it_writes(folder, f"Essai {rank}", seconds, lambda pid: os.killpg(pid, signal.SIGKILL))

    require_kept(folder, postgresql_database, "R2 who writes is killed", tries, told)


@pytest.fixture
def mortal_server(tmp_path: Path) -> Iterator[tuple[str, Callable[[], None]]]:
    with mortal_postgresql() as server, database(server.address) as address:
        yield address, server.cut


@pytest.mark.parametrize("tries", TRIES)
def test_a_server_cut_while_people_write_has_kept_what_it_told(
    mortal_server: tuple[str, Callable[[], None]], tmp_path: Path, tries: int, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    address, cut = mortal_server
    folder = laid(address, tmp_path, monkeypatch)
    chance = random.Random(tries)  # noqa: S311  # the same moments each time
    for rank in range(tries):
        cut_while_it_writes(folder, f"Essai {rank}", chance.uniform(SHORTEST, LONGEST), lambda _pid: cut())

    require_kept(folder, address, "R3 the server is cut", tries, told)


@pytest.mark.parametrize("tries", TRIES)
def test_a_worker_killed_at_any_statement_leaves_each_job_done_once_or_failed_with_its_reason(
    folder: Path, postgresql_database: str, tries: int, told: Told
) -> None:
    chance = random.Random(tries)  # noqa: S311  # the same points each time
    assert forked(mortal.main, folder, "ask", "count", str(tries)).returncode == 0
    for rank in range(tries):
        forked(mortal.main, folder, "work", str(A_LEASE_LATER * rank), str(chance.randint(1, STATEMENTS_OF_ONE * 2)))
    assert forked(mortal.main, folder, "work", str(A_LEASE_LATER * tries), str(10**9)).returncode == 0

    states = Counter(asked(postgresql_database, "SELECT status, reason <> '' FROM core_job"))
    counted = Counter(number for (number,) in asked(postgresql_database, "SELECT detail->>'number' FROM core_event WHERE verb = 'counted'"))
    done = states[("done", False)]
    assert states.keys() <= {("done", False), ("failed", True)}
    assert states.total() == tries
    told("R1 worker killed", tries, done, lost=done - len(counted), duplicates=counted.total() - len(counted), note="postgresql")
