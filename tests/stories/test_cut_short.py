"""Killed, without room, or two at once: never half a workspace, and the next run gives the same bytes."""

import fcntl
import os
import resource
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2
import pytest
from tests.command import EXAMPLE, command, semailles
from tests.forked import forked, killed_after

Folder = Callable[[dict[str, str | bytes]], Path]
IDEA = "On pourrait planter une haie le long du chemin de la gare.\n"
MOMENTS = (0.1, 0.3, 0.7, 1.2, 2.0, 3.0, 4.0, 5.5, 7.5, 10.0)  # seconds after the start: reading, grouping, printing


def synthesis_bytes(out: Path) -> bytes:
    return (out / "data/synthese.json").read_bytes()


def is_whole(out: Path) -> bool:
    """The database answers for itself, both prints open, and nothing unfinished has a name that people read."""
    with sqlite3.connect(out / "semailles.sqlite3") as database:
        verdict = database.execute("PRAGMA integrity_check").fetchone()
    database.close()
    pages = [len(pypdfium2.PdfDocument(out / name)) for name in ("feuille-de-route.pdf", "a-verifier.pdf")]
    return verdict == ("ok",) and all(pages)


def unfinished(out: Path) -> list[Path]:
    return list(out.rglob(".writing-*"))


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """What a run does all along: its lock is on the folder."""
    descriptor = os.open(folder, os.O_RDONLY)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    yield
    os.close(descriptor)


def with_files_of_at_most(kilobytes: int, *words: str) -> int:
    """As on a full disk: what is written beyond is refused."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (kilobytes * 1024, kilobytes * 1024))
    return command(*words)


@pytest.mark.full
@pytest.mark.parametrize("moment", MOMENTS)
def test_a_first_run_killed_at_any_moment_leaves_nothing_that_looks_finished(example_out: Path, tmp_path: Path, moment: float) -> None:
    out = tmp_path / "out"

    killed_after(moment, command, "run", str(EXAMPLE), "--output", str(out))

    assert not out.exists() or is_whole(out)
    done = semailles("run", EXAMPLE, "--output", out)
    assert done.returncode == 0, done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert synthesis_bytes(out) == synthesis_bytes(example_out)


@pytest.fixture(scope="module")
def more(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example, and one mail that came after."""
    folder = shutil.copytree(EXAMPLE, tmp_path_factory.mktemp("one more") / "more")
    (folder / "equipe-3-demain-matin" / "dernier-mail.txt").write_text(IDEA, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def uncut(example_out: Path, more: Path) -> bytes:
    """What a run that nobody stops makes of it, on a workspace that is there."""
    out = shutil.copytree(example_out, more.parent / "out")
    assert semailles("run", more, "--output", out).returncode == 0
    return synthesis_bytes(out)


@pytest.mark.full
@pytest.mark.parametrize("moment", MOMENTS[::2])
def test_a_run_on_a_workspace_killed_at_any_moment_damages_nothing(workspace: Path, more: Path, uncut: bytes, moment: float) -> None:
    killed_after(moment, command, "run", str(more), "--output", str(workspace))

    assert is_whole(workspace)
    done = semailles("run", more, "--output", workspace)
    assert done.returncode == 0, done.stderr
    assert unfinished(workspace) == []
    assert synthesis_bytes(workspace) == uncut


@pytest.mark.parametrize("kilobytes", [16, 1900, 3000])
def test_a_first_run_without_room_says_so_and_leaves_nothing(folder: Folder, tmp_path: Path, kilobytes: int) -> None:
    long = "\n".join(f"Il faudrait ouvrir l’atelier n° {rank} de la rue des Tanneurs." for rank in range(400))
    root = folder({"A/n.txt": long, "B/n.txt": IDEA})

    done = forked(with_files_of_at_most, kilobytes, "run", str(root), "--output", str(tmp_path / "out"))

    assert (done.returncode, [path.name for path in tmp_path.iterdir()]) == (1, ["atelier"])
    assert done.stderr.splitlines()[-1].startswith("Il n’y a plus de place pour écrire : faites de la place sur le disque")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("kilobytes", [16, 700])
def test_a_run_on_a_workspace_without_room_keeps_the_outputs_of_before(workspace: Path, more: Path, kilobytes: int) -> None:
    before = synthesis_bytes(workspace)

    done = forked(with_files_of_at_most, kilobytes, "run", str(more), "--output", str(workspace))

    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("Il n’y a plus de place pour écrire")
    assert (is_whole(workspace), unfinished(workspace), synthesis_bytes(workspace)) == (True, [], before)


def test_two_runs_on_the_same_workspace_do_not_meet(workspace: Path) -> None:
    with held(workspace):
        done = semailles("run", EXAMPLE, "--output", workspace)

    assert done.returncode == 1
    assert (
        done.stderr == f"Une autre commande travaille déjà sur {workspace} : attendez qu’elle ait fini, puis relancez la même commande.\n"
    )


def test_two_first_runs_to_the_same_place_do_not_meet(folder: Folder, tmp_path: Path) -> None:
    partial = tmp_path / "out.partial"
    partial.mkdir()
    (partial / "semailles.sqlite3").write_bytes(b"being written")
    with held(partial):
        done = semailles("run", folder({"A/n.txt": IDEA}), "--output", tmp_path / "out")

    assert done.returncode == 1
    assert "Une autre commande travaille déjà sur" in done.stderr
    assert (partial / "semailles.sqlite3").read_bytes() == b"being written"


def test_a_damaged_database_is_said_and_left_as_it_is(workspace: Path) -> None:
    (workspace / "semailles.sqlite3").write_bytes(b"not a database, for sure " * 400)
    for name in ("semailles.sqlite3-wal", "semailles.sqlite3-shm"):
        (workspace / name).unlink(missing_ok=True)

    done = semailles("run", EXAMPLE, "--output", workspace)

    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("La base de l’espace de travail est abîmée : mettez ce dossier de côté")
    assert (workspace / "feuille-de-route.pdf").is_file()
