"""No room left: everything is read, nothing is begun, what was typed comes back, and all goes on by itself once there is room."""

import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pytest
from tests.command import EXAMPLE, command, semailles
from tests.faults.asking import is_sound, names, rows
from tests.faults.conftest import Told
from tests.faults.disks import MEGABYTE, filled, needs_root, only_read, small_disk
from tests.faults.serving import Served, serving
from tests.forked import forked, started
from tests.stories.mortal import main

SIZE = 24  # megabytes of the disk that is filled
ACTOR = {"name": "", "kind": "organisation", "college": "", "acronym": "", "territory": "", "note": "Une note que l'on ne retape pas."}
PAGES = ("/", "/acteurs/", "/recueillir/", "/journal/", "/porter/", "/personnes/")

pytestmark = needs_root


@pytest.fixture
def disk(tmp_path: Path, laid: Path) -> Iterator[Path]:
    """A workspace on a disk of its own, a small one."""
    with small_disk(tmp_path / "disk", SIZE) as place:
        yield Path(shutil.copytree(laid, place / "out"))


def added(server: Served, name: str) -> int:
    return server.post("/acteurs/ajouter/", {**ACTOR, "name": name}).status


@pytest.mark.full
@pytest.mark.parametrize("tries", [20])
def test_a_full_disk_is_read_and_not_written_until_there_is_room(disk: Path, told: Told, tries: int) -> None:
    before = {path.name for path in disk.rglob("*")}
    acknowledged, refused = [], []
    with serving(disk) as server:
        for rank in range(tries):
            name = f"Filature {rank:02}"
            with filled(disk.parent, left=(rank % 3) * MEGABYTE):
                refusal = server.post("/acteurs/ajouter/", {**ACTOR, "name": f"Refusée {rank:02}"})
                given = server.upload("/recueillir/deposer/", {"key": f"00000000-0000-4000-8000-{rank:012}"}, "notes.md", bytes(200_000))
                pages = [server.get(path) for path in PAGES]
                refused += [refusal.status, given.status]
                assert [page.status for page in pages] == [200] * len(PAGES)
                assert ["everything can be read, nothing can be saved" in page.page for page in [*pages, refusal]] == [True] * (
                    len(PAGES) + 1
                )
                assert ["Une note que l&#x27;on ne retape pas." in refusal.page, f"Refusée {rank:02}" in refusal.page] == [True, True]
            if added(server, name) == 302:
                acknowledged.append(name)
        assert "nothing can be saved" not in server.get("/").page

    assert refused == [507] * 2 * tries
    assert len(acknowledged) == tries
    assert (names(disk, "Filature"), names(disk, "Refusée"), is_sound(disk)) == (acknowledged, [], True)
    assert {path.name for path in disk.rglob("*")} - before <= {"worker.alive", "semailles.sqlite3-lock"}
    told("R4 disk full", tries, tries, note=f"{len(refused)} refusals 507, {tries * len(PAGES)} pages read, 0 answer 500")


def test_an_upload_that_the_disk_would_not_hold_is_refused_in_words_before_a_byte_is_written(disk: Path) -> None:
    with serving(disk) as server:
        small = server.upload("/recueillir/deposer/", {"key": f"{uuid4()}"}, "notes.md", bytes(100_000))
        large = server.upload("/recueillir/deposer/", {"key": f"{uuid4()}"}, "film.mp4", bytes(22 * MEGABYTE))

    assert (small.status, "notes.md was not received: the disk is almost full." in small.page) == (507, True)
    assert (large.status, "There is no room left on the disk of this machine" in large.page) == (507, True)
    assert list((disk / "media").rglob("*")) == []
    assert rows(disk, "SELECT count(*) FROM intake_deposit") == [(0,)]


@pytest.mark.full
@pytest.mark.parametrize("tries", [20])
def test_a_job_that_a_full_disk_stops_waits_and_is_done_once_there_is_room(disk: Path, told: Told, tries: int) -> None:
    for rank in range(tries):
        shutil.rmtree(disk / "media", ignore_errors=True)
        rows(disk, "DELETE FROM core_job")
        assert forked(main, disk, "ask", "store", "1").returncode == 0
        with working(disk):
            with filled(disk.parent, left=5 * MEGABYTE):
                come_to(disk, "waiting", "Waits until this machine can write again", 0)
                assert [path.name for path in disk.rglob(".writing-*")] == []
            come_to(disk, "done", "Waits until this machine can write again", 1)
        assert rows(disk, "SELECT count(*) FROM core_event WHERE verb = 'counted'") == [(rank + 1,)]
    told("R4 disk full in mid-job", tries, tries, note="each job waited, none failed, its effect once")


@contextmanager
def working(workspace: Path) -> Iterator[None]:
    with started(main, workspace, "alone") as worker:
        yield
        worker.terminate()


def come_to(workspace: Path, *state: object) -> None:
    """What another process writes comes when it comes: at most three minutes."""
    for _ in range(1800):
        if rows(workspace, "SELECT status, step, attempts FROM core_job") == [state]:
            return
        threading.Event().wait(0.1)
    raise AssertionError(rows(workspace, "SELECT status, step, attempts, reason FROM core_job"))


def test_a_machine_without_room_for_passing_files_refuses_what_needs_some_and_takes_the_rest(
    workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its folder of passing files stands on another disk, which fills while people work: figures, short forms and pages need none of it."""
    with small_disk(tmp_path / "passing", 8) as passing:
        monkeypatch.setenv("TMPDIR", str(passing))
        with serving(workspace, perform=elsewhere) as server, filled(passing):
            large = server.upload("/recueillir/deposer/", {"key": f"{uuid4()}"}, "film.mp4", bytes(5 * MEGABYTE))
            short = server.post("/acteurs/ajouter/", {**ACTOR, "name": "Filature"})
            pages = [server.get(path).status for path in PAGES]

        assert (large.status, "There is no room left on the disk of this machine" in large.page) == (507, True)
        assert (short.status, pages, names(workspace, "Filature")) == (302, [200] * len(PAGES), ["Filature"])
        assert [path.name for path in passing.rglob("*") if path.is_file()] == []


def elsewhere(*words: str) -> int:
    tempfile.tempdir = None  # looked for anew, in the environment of this process, while there is room
    tempfile.gettempdir()
    return command(*words)


def test_a_workspace_on_a_disk_that_is_only_read_is_not_written_and_says_why(workspace: Path) -> None:
    before = {path: path.read_bytes() for path in workspace.rglob("*") if path.is_file()}
    with only_read(workspace):
        done = semailles("run", EXAMPLE, "--output", workspace, "--lang", "en")

    assert (done.returncode, done.stderr.strip().splitlines()[-1]) == (
        1,
        "The workspace's database cannot be written: check the rights on the folder given as --output.",
    )
    assert {path: path.read_bytes() for path in workspace.rglob("*") if path.is_file()} == before
