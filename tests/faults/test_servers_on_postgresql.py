"""An instance whose rows are on a PostgreSQL server: its hosts are killed, the server is held, full, stopped or only read. What was acknowledged is there, once; the rest is said in words."""

import random
import signal
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from urllib.parse import urlsplit
from uuid import uuid4

import psycopg
import pytest
from tests.faults.conftest import Told
from tests.faults.disks import filled, needs_root
from tests.faults.hosted import Hosted, disk_of_a_server, hosted
from tests.faults.serving import Answer, Served
from tests.faults.test_killed_servers import Fuse, key, words
from tests.forked import forked, started
from tests.stories import hosts

from semailles.core.postgresql.base import TURN

TRIES = 20
SIZE = 48  # megabytes of the disk where tables are
PATIENCE = "1s"  # instead of that of every day
PAGES = ("/", "/acteurs/", "/journal/", "/porter/", "/personnes/")
ACTOR = {"kind": "organisation", "college": "", "acronym": "", "territory": ""}

pytestmark = pytest.mark.full


@pytest.fixture(scope="module")
def instance(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hosted]:
    with hosted(tmp_path_factory.mktemp("hosted")) as laid:
        yield laid


def redirected(answers: list[Answer]) -> int:
    return sum(answer.status == 302 for answer in answers)


def test_of_forms_sent_to_a_host_that_is_killed_none_is_lost_and_the_other_host_takes_them_once(instance: Hosted, told: Told) -> None:
    """What had no answer is sent again at once, with the same key, to the other host: the first sending may still be on its way."""
    chance, share = random.Random(TRIES), 10  # noqa: S311  # the same points each time
    acknowledged: set[int] = set()
    again: list[Future[Answer]] = []
    with instance.copied() as copy:
        with copy.open(second=True) as other, ThreadPoolExecutor(8) as people:
            for kill in range(TRIES):
                ranks = range(share * kill, share * (kill + 1))
                with copy.open() as server, ThreadPoolExecutor(4) as crowd:
                    answers = dict(zip(ranks, crowd.map(Fuse(server, chance.randint(1, share - 2)).sent, ranks), strict=True))
                acknowledged |= {rank for rank, answer in answers.items() if answer and answer.status == 302}
                assert {words(rank) for rank in acknowledged} <= set(copy.remarks())
                again += [people.submit(other.remark, words(rank), key(rank)) for rank, answer in answers.items() if answer is None]
        found = Counter(copy.remarks())

    posts = share * TRIES
    assert redirected([one.result() for one in again]) == posts - len(acknowledged)
    assert set(found) == {words(rank) for rank in range(posts)}
    told(
        "R2 web host killed",
        TRIES,
        posts,
        posts - len(found),
        found.total() - len(found),
        note=f"postgresql, {len(again)} sent again elsewhere",
    )


@contextmanager
def held(address: str, statement: str) -> Iterator[None]:
    with psycopg.connect(address) as line:
        line.execute(statement)  # type: ignore[arg-type]  # our own
        yield


def test_a_server_that_somebody_holds_too_long_is_said_and_nothing_typed_is_lost(instance: Hosted, told: Told) -> None:
    forms = [{**ACTOR, "name": f"Filature {rank:02}", "note": f"Une note longue, numéro {rank:02}."} for rank in range(TRIES)]
    with instance.copied(lock_timeout=PATIENCE) as copy, copy.open() as server:
        with held(copy.address, f"SELECT pg_advisory_xact_lock({TURN})"), ThreadPoolExecutor(10) as browsers:
            answers = list(browsers.map(lambda fields: server.post("/acteurs/ajouter/", fields), forms))
            meanwhile = server.get("/acteurs/")
        with held(copy.address, "LOCK TABLE workshop_actor IN ACCESS EXCLUSIVE MODE"):
            closed = [server.get("/acteurs/"), server.post("/acteurs/ajouter/", forms[0])]
        again = [server.post("/acteurs/ajouter/", fields) for fields in forms]
        names = [name for (name,) in copy.rows("SELECT name FROM workshop_actor ORDER BY name")]

    assert [(answer.status, answer.headers["Retry-After"]) for answer in [*answers, *closed]] == [(503, "5")] * (TRIES + 2)
    assert ["your turn did not come" in answer.page for answer in answers] == [True] * TRIES
    assert [fields["note"] in answer.page for fields, answer in zip(forms, answers, strict=True)] == [True] * TRIES
    assert (meanwhile.status, redirected(again), names) == (200, TRIES, [fields["name"] for fields in forms])
    told("database held too long", TRIES, TRIES, note="postgresql: 503 with Retry-After, the words in the page")


def sent_until_refused(server: Served, texts: Iterator[str]) -> tuple[list[str], str, Answer]:
    """Pages of the tables that are begun take some more. What was taken, and what was not."""
    taken: list[str] = []
    for text in texts:
        answer = server.remark(text, key(int(text[:3])))
        if answer.status != 302:
            return taken, text, answer
        taken.append(text)
    raise AssertionError


@needs_root
def test_a_server_whose_disk_is_full_is_read_and_not_written_until_there_is_room(instance: Hosted, told: Told) -> None:
    """A new line to it may be refused too, for it writes something of its own when it opens one: that is said as by a server that is gone."""
    texts = (f"{rank:03} : qui appelle la mairie ? " + "".join(uuid4().hex for _ in range(50)) for rank in range(900))
    refused: list[tuple[str, Answer]] = []
    pages: list[int] = []
    kept: list[str] = []
    with disk_of_a_server(SIZE) as disk, instance.on_disk(disk) as copy, copy.open() as server:
        for _ in range(TRIES):
            with filled(disk):
                taken, text, answer = sent_until_refused(server, texts)
                refused.append((text, answer))
                pages += [server.get(path).status for path in PAGES]
            assert server.remark(text, key(int(text[:3]))).status == 302
            kept += [*taken, text]
        found = Counter(copy.remarks())

    full = [answer.page for _, answer in refused if (answer.status, answer.headers["Retry-After"]) == (507, "60")]
    closed = [answer.page for _, answer in refused if (answer.status, answer.headers["Retry-After"]) == (503, "5")]
    assert [text in answer.page for text, answer in refused] == [True] * TRIES
    assert ["everything can be read, nothing can be saved" in page for page in full] == [True] * len(full)
    assert ["The database does not answer" in page for page in closed] == [True] * len(closed)
    assert (len(full) + len(closed), len(full) > 0, set(pages) - {503}) == (TRIES, True, {200})
    lost, twice = len(set(kept) - set(found)), found.total() - len(kept)
    told("R4 disk full", TRIES, len(kept), lost, twice, note=f"postgresql: {len(full)} refusals 507, {len(closed)} 503, pages read")


CUT = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'semailles'"


@contextmanager
def only_read(instance: Hosted) -> Iterator[None]:
    """As a server that now follows another: whoever comes may read."""
    whole = f"ALTER DATABASE {urlsplit(instance.address).path[1:]}"
    with psycopg.connect(instance.address, autocommit=True) as line:
        line.execute(f"{whole} SET default_transaction_read_only = on")  # type: ignore[arg-type]  # our own
        line.execute(CUT)
        yield
        line.execute(f"{whole} RESET default_transaction_read_only")  # type: ignore[arg-type]  # our own


def test_a_server_that_may_only_be_read_is_read_until_another_is_met_that_is_written(instance: Hosted, told: Told) -> None:
    """The lines that were open to it stay as they are: they are no longer used."""
    refused: list[Answer] = []
    with instance.copied() as copy, copy.open() as server:
        for rank in range(TRIES):
            with only_read(copy):
                refused.append(server.remark(words(rank), key(rank)))
                assert server.get("/acteurs/").status == 200
            assert server.remark(words(rank), key(rank)).status == 302
        found = Counter(copy.remarks())

    assert [(answer.status, "can only be read" in answer.page) for answer in refused] == [(507, True)] * TRIES
    told("database only read", TRIES, TRIES, TRIES - len(found), found.total() - len(found), note="postgresql, as a standby: 507 each")


def test_a_server_that_is_stopped_is_said_and_met_again_without_starting_anything_here(instance: Hosted, told: Told) -> None:
    """A host answers, another works: both keep their lines open, and those that were cut are no longer used."""
    away: list[Answer] = []
    with instance.copied() as copy, copy.environment(), copy.open() as server, started(hosts.work_on, copy.second) as worker:
        health = replace(server, within="", known="")
        assert forked(hosts.ask, copy.first, TRIES, "slow").returncode == 0
        wait_until(lambda: copy.rows("SELECT count(*) > 0 FROM core_job WHERE status = 'running'") == [(True,)])
        for rank in range(TRIES):
            instance.server.stop()
            away += [server.get("/acteurs/"), health.get("/healthz"), server.remark(words(rank), key(rank))]
            instance.server.start()
            assert (server.remark(words(rank), key(rank)).status, server.get("/acteurs/").status) == (302, 200)
        wait_until(lambda: copy.rows("SELECT DISTINCT status FROM core_job") == [("done",)])
        worker.terminate()
        found, effects = Counter(copy.remarks()), Counter(copy.rows("SELECT detail ->> 'number' FROM core_event WHERE verb = 'counted'"))

    assert [answer.status for answer in away] == [503] * 3 * TRIES
    assert ["The database does not answer" in answer.page for answer in away] == [True, False, True] * TRIES
    assert ['"database": false' in answer.page for answer in away] == [False, True, False] * TRIES
    lost, twice = 2 * TRIES - len(found) - len(effects), found.total() + effects.total() - len(found) - len(effects)
    told("database stopped", TRIES, 2 * TRIES, lost, twice, note="postgresql: 503 each; a form for each stop, and jobs meanwhile")


def test_a_worker_told_to_stop_in_mid_job_ends_it_or_gives_it_back(instance: Hosted, told: Told) -> None:
    chance = random.Random(TRIES)  # noqa: S311  # the same moments each time
    with instance.copied() as copy, copy.environment():
        assert forked(hosts.ask, copy.first, TRIES, "slow").returncode == 0
        for rank in range(TRIES):
            with started(hosts.work_on, (copy.first, copy.second)[rank % 2]) as worker:
                wait_until(lambda: copy.rows("SELECT count(*) > 0 FROM core_job WHERE status = 'running'") == [(True,)])
                worker.join(chance.uniform(0, 0.4))
                worker.terminate()
                worker.join(30)
                assert worker.exitcode in {0, -signal.SIGTERM}
            left = Counter(status for (status,) in copy.rows("SELECT status FROM core_job"))
            assert left.keys() <= {"done", "waiting"}
            if not left["waiting"]:
                break
        assert forked(hosts.work_all, copy.first).returncode == 0
        effects = Counter(copy.rows("SELECT detail ->> 'number' FROM core_event WHERE verb = 'counted'"))
        states = copy.rows("SELECT status, count(*) FROM core_job GROUP BY 1")

    assert states == [("done", TRIES)]
    told("R5 worker told to stop", rank + 1, TRIES, TRIES - len(effects), effects.total() - len(effects), note="postgresql")


def test_a_worker_whose_line_was_cut_gives_its_next_signs_of_life_on_another(instance: Hosted) -> None:
    """The sign that meets the cut is lost. Were all that follow lost too, the job would be taken for abandoned while it is done."""
    with instance.copied() as copy, copy.environment():
        assert forked(hosts.ask, copy.first, 1, "slow").returncode == 0
        signs = forked(hosts.sign_over_a_cut, copy.first)

    assert signs.returncode == 2, signs.stderr


def wait_until(is_true: Callable[[], bool]) -> None:
    """What another process does is done when it is done: at most a minute."""
    for _ in range(1200):
        if is_true():
            return
        threading.Event().wait(0.05)
    raise AssertionError
