"""Two machines serve one instance: each has its folder and the same key, and PostgreSQL keeps the rows. The same holds for two processes of one folder."""

import json
import shutil
import threading
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from tests.faults import together
from tests.faults.conftest import Told
from tests.forked import forked, started
from tests.stories import mortal
from tests.stories.test_instance_on_postgresql import asked

from semailles.core.keys import make_key

Hosts = tuple[Path, Path]
SIDES, TIMES = 4, 10  # processes, and what each does
DATABASES = ["sqlite", "postgresql"]


@pytest.fixture
def hosts(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Hosts:
    """On SQLite, both names are of one folder."""
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    make_key(one)
    if request.param == "postgresql":
        monkeypatch.setenv("DATABASE_URL", request.getfixturevalue("postgresql_database"))
        shutil.copytree(one, other)
    else:
        other = one
    assert forked(together.lay, one).returncode == 0
    return one, other


def all_at_once(perform: Callable[[Path, int], object], hosts: Hosts, times: int) -> list[int | None]:
    with ExitStack() as stack:
        sides = [stack.enter_context(started(perform, hosts[side % 2], times)) for side in range(SIDES)]
        for side in sides:
            side.join()
        return [side.exitcode for side in sides]


def told_by(folder: Path) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(forked(together.tell, folder).stdout)
    return said


@pytest.mark.parametrize("hosts", DATABASES, indirect=True)
@pytest.mark.full
@pytest.mark.parametrize("times", [2 * TIMES])
def test_nothing_that_several_write_at_once_is_lost_and_their_seals_make_one_chain(
    request: pytest.FixtureRequest, hosts: Hosts, times: int, told: Told
) -> None:
    ends = all_at_once(together.write_in_turn, hosts, times)
    came = told_by(hosts[1])

    assert ends == [0] * SIDES
    assert (came["sealed"], came["holds"]) == (SIDES * times, True)
    told(
        f"R7 lost update ({SIDES} processes)",
        SIDES * times,
        SIDES * times,
        lost=SIDES * times - len(set(came["marks"])),
        duplicates=len(came["marks"]) - len(set(came["marks"])),
        note=request.node.callspec.params["hosts"],
    )


@pytest.mark.parametrize("hosts", DATABASES, indirect=True)
@pytest.mark.full
@pytest.mark.parametrize("times", [2 * TIMES])
def test_the_same_form_sent_by_several_at_once_adds_one_thing(request: pytest.FixtureRequest, hosts: Hosts, times: int, told: Told) -> None:
    ends = all_at_once(together.add_once, hosts, times)
    themes = told_by(hosts[1])["themes"]

    assert ends == [0] * SIDES
    assert themes == [[f"Thème {number}", themes[0][1] + number] for number in range(times)]
    told(
        f"R6 double submission ({SIDES} processes)",
        times,
        SIDES * times,
        duplicates=len(themes) - times,
        note=request.node.callspec.params["hosts"],
    )


@pytest.mark.parametrize("hosts", ["postgresql"], indirect=True)
@pytest.mark.full
@pytest.mark.parametrize("tries", [20 * TIMES])
def test_workers_of_several_machines_do_each_work_once(hosts: Hosts, postgresql_database: str, tries: int, told: Told) -> None:
    with ExitStack() as stack:
        workers = [stack.enter_context(started(mortal.main, host, "alone")) for host in (*hosts, *hosts)]
        assert forked(mortal.main, hosts[0], "ask", "count", str(tries)).returncode == 0
        come_to(postgresql_database, "SELECT count(*) FROM core_job WHERE status = 'done'", tries)
        for worker in workers:
            worker.terminate()

    (done, once), *_ = asked(
        postgresql_database, "SELECT count(*), count(DISTINCT detail->>'number') FROM core_event WHERE verb = 'counted'"
    )
    told("R1 jobs of two hosts", tries, tries, lost=tries - once, duplicates=done - once, note="postgresql")


def come_to(address: str, question: str, number: int) -> None:
    """What another process writes comes when it comes: at most two minutes."""
    for _ in range(1200):
        if asked(address, question) == [(number,)]:
            return
        threading.Event().wait(0.1)
    raise AssertionError(asked(address, "SELECT status, step, reason, count(*) FROM core_job GROUP BY 1, 2, 3"))
