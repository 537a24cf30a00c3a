"""Several hosts of one instance: each its own folder, with the same key and the same files; one PostgreSQL database."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psutil
import psycopg
import pytest
from tests.command import semailles
from tests.faults.serving import FIRST_PORT, serving
from tests.forked import forked, started
from tests.servers import database
from tests.stories import hosts

from semailles.core.keys import KEY_FILE

PATIENCE = 60  # seconds for processes to notice


@pytest.fixture(scope="module")
def laid(postgresql_server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """An instance with one initiative, made once and copied: its database and its folder."""
    out = tmp_path_factory.mktemp("laid") / "instance"
    with database(postgresql_server) as address, pytest.MonkeyPatch.context() as here:
        here.setenv("DATABASE_URL", address)
        assert semailles("instance", "create", out).returncode == 0
        assert semailles("instance", "administrator", out, "claire@exemple.test", "--name", "Claire").returncode == 0
        done(hosts.lay, out)
        yield address, out


@pytest.fixture
def address(postgresql_server: str, laid: tuple[str, Path]) -> Iterator[str]:
    with database(postgresql_server, like=urlsplit(laid[0]).path[1:]) as copied:
        yield copied


@pytest.fixture
def first(address: str, laid: tuple[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The host that made the instance."""
    monkeypatch.setenv("DATABASE_URL", address)
    out = shutil.copytree(laid[1], tmp_path / "first")
    (out / "media").mkdir(exist_ok=True)
    return out


@pytest.fixture
def second(first: Path, tmp_path: Path) -> Path:
    """As the guide says: the key is copied, the files are shared."""
    out = tmp_path / "second"
    out.mkdir(mode=0o700)
    shutil.copy2(first / KEY_FILE, out)
    (out / "media").symlink_to(first / "media")
    return out


@pytest.fixture
def rows(address: str, first: Path) -> Callable[[str], list[Any]]:
    def asked(question: str) -> list[Any]:
        with psycopg.connect(address, autocommit=True) as line:
            return line.execute(question).fetchall()  # type: ignore[arg-type]  # our own questions

    return asked


def done(perform: Callable[..., object], *words: Any) -> str:
    told = forked(perform, *words)
    assert told.returncode == 0, told.stderr
    return told.stdout.strip()


def together(perform: Callable[..., object], *each: tuple[Any, ...]) -> list[int | None]:
    """They begin at the same moment. What each ended with."""
    with ExitStack() as stack:
        here = stack.enter_context(pytest.MonkeyPatch.context())
        here.setenv(hosts.MEETING, stack.enter_context(tempfile.TemporaryDirectory()))
        here.setenv(hosts.EXPECTED, str(len(each)))
        processes = [stack.enter_context(started(perform, *words)) for words in each]
        for process in processes:
            process.join(PATIENCE)
        return [process.exitcode for process in processes]


def test_workers_of_two_hosts_never_do_the_same_job(first: Path, second: Path, rows: Callable[[str], list[Any]]) -> None:
    done(hosts.ask, first, 40)

    ends = together(hosts.work_all, (first,), (second,), (first,), (second,))

    effects = Counter(number for (number,) in rows("SELECT detail ->> 'number' FROM core_event WHERE verb = 'counted'"))
    assert ends == [0] * 4
    assert rows("SELECT status, attempts, count(*) FROM core_job GROUP BY 1, 2") == [("done", 1, 40)]
    assert effects == Counter(map(str, range(40)))
    assert rows("SELECT count(DISTINCT detail ->> 'process') > 1 FROM core_event WHERE verb = 'counted'") == [(True,)]


def test_a_host_whose_clock_is_an_hour_ahead_takes_no_job_from_another(first: Path, second: Path, rows: Callable[[str], list[Any]]) -> None:
    done(hosts.ask, first, 1)
    done(hosts.hold, first)

    abandoned = forked(hosts.look_an_hour_ahead, second)

    assert (abandoned.returncode, abandoned.stderr) == (0, "")
    assert rows("SELECT status, attempts FROM core_job") == [("running", 1)]


def test_seals_made_on_two_hosts_at_once_are_one_chain(first: Path, second: Path, rows: Callable[[str], list[Any]]) -> None:
    before = rows("SELECT count(*) FROM core_seal")[0][0]

    ends = together(hosts.seal_some, (first, 10), (second, 10), (first, 10), (second, 10))

    assert ends == [0] * 4
    assert [rank for (rank,) in rows("SELECT rank FROM core_seal ORDER BY rank")] == list(range(1, before + 41))
    assert done(hosts.say_verdict, second) == f"The chain holds: {before + 40} seals."


def test_a_quota_holds_over_hosts(first: Path, second: Path, rows: Callable[[str], list[Any]]) -> None:
    taken = together(hosts.spend_some, (first, 10, 15), (second, 10, 15), (first, 10, 15), (second, 10, 15))

    assert sum(one or 0 for one in taken) == 15
    assert rows("SELECT count(*) FROM core_spent") == [(15,)]


def test_of_texts_written_on_two_hosts_at_once_none_is_lost(first: Path, second: Path, rows: Callable[[str], list[Any]]) -> None:
    done(hosts.open_text, first)

    ends = together(hosts.write_text, (first, "De l'un."), (second, "De l'autre."), (first, "Du troisième."))

    kept = rows("SELECT text FROM core_sectionversion UNION SELECT text FROM core_sectiondraft")
    assert sorted(end or 0 for end in ends) == [0, 4, 4]
    assert {text for (text,) in kept} == {"De l'un.", "De l'autre.", "Du troisième."}


def test_a_code_that_served_on_one_host_has_served_on_the_other_whatever_came_after(first: Path, second: Path) -> None:
    done(hosts.remember, first, 400)

    assert done(hosts.say_remembered, second) == "served"


def test_the_days_mail_is_sent_by_one_host(first: Path, second: Path, rows: Callable[[str], list[Any]]) -> None:
    done(hosts.ask_people, first, 20)

    sent = together(hosts.mail, (first,), (second,), (first,), (second,))

    assert sum(one or 0 for one in sent) == 20
    assert rows("SELECT count(*) FROM core_notice WHERE mailed_at IS NULL") == [(0,)]


@contextmanager
def working(host: Path) -> Iterator["subprocess.Popen[str]"]:
    """`semailles worker`, as a host starts it."""
    command = [sys.executable, "-u", "-m", "semailles.cli.main", "--lang", "en", "worker", str(host)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=dict(os.environ)) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == f"The work of {host} is done here (Ctrl-C to stop)"
        yield process
        process.send_signal(signal.SIGTERM)


@pytest.mark.full
def test_one_host_answers_and_another_works(first: Path, second: Path, rows: Callable[[str], list[Any]]) -> None:
    with serving(first, "--instance", "--no-worker") as served:
        alone = served.get("/healthz").page
        with working(second) as worker:
            wait_until(lambda: '"worker": true' in served.get("/healthz").page)
            started_by_it = psutil.Process(worker.pid).children(recursive=True)
        assert (worker.returncode, psutil.wait_procs(started_by_it, timeout=PATIENCE)[1]) == (0, [])

    assert '"worker": false' in alone


@pytest.mark.full
def test_a_worker_meets_a_server_again_that_cut_its_lines(first: Path, second: Path, rows: Callable[[str], list[Any]]) -> None:
    with working(second):
        wait_until(lambda: rows("SELECT count(*) FROM core_remembered WHERE cache_key = 'worker.alive'") == [(1,)])
        cut = rows("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'semailles'")
        done(hosts.ask, first, 1)  # of a kind that only these tests know: it is taken all the same, and fails with its reason
        wait_until(lambda: rows("SELECT status FROM core_job") == [("failed",)])

    assert len(cut) > 0


FORMS = {
    "workshop_actor": ("/acteurs/ajouter/", {"name": "Filature de l'Orve", "kind": "organisation"}),
    "projects_projectmilestone": (
        "/porter/1/calendrier/ajouter/",
        {"label": "Premier repas", "planned_on": "2027-09-01", "key": "22222222-2222-4222-8222-222222222222"},
    ),
}


@pytest.mark.full
def test_a_form_sent_ten_times_at_once_to_two_hosts_makes_one_thing(first: Path, second: Path, rows: Callable[[str], list[Any]]) -> None:
    done(hosts.open_text, first)
    slug, session = done(hosts.sign_in, first).split()
    cookies, made = f"sessionid={session}", {}

    with (
        serving(first, "--instance", "--no-worker") as one,
        serving(second, "--instance", "--no-worker", port=FIRST_PORT + 10) as other,
        ThreadPoolExecutor(10) as crowd,
    ):
        for table, (path, typed) in FORMS.items():
            sent = [crowd.submit(host.post, f"/d/{slug}{path}", typed, cookies=cookies) for host in [one, other] * 5]
            made[table] = {(answer.result().status, answer.result().to) for answer in sent}

    counted = [rows(f"SELECT count(*) FROM {table}") for table in FORMS]  # noqa: S608  # our own tables
    assert counted == [[(1,)], [(1,)]]
    assert [[status for status, _to in answers] for answers in made.values()] == [[302], [302]]  # each led to the same place


def wait_until(is_true: Callable[[], bool]) -> None:
    """What another process does is done when it is done: at most a minute."""
    for _ in range(600):
        if is_true():
            return
        threading.Event().wait(0.1)
    raise AssertionError
