"""R11. A backup while somebody writes all the time, put back elsewhere: whatever was acknowledged before it began is there, rows and files."""

import os
import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.command import semailles
from tests.faults.conftest import Told
from tests.faults.giving_always import give_always
from tests.forked import started
from tests.stories.test_instance_whole import asked

from semailles.core.files import sha256

TRIES = 20
CLAIRE = "claire@exemple.test"


@contextmanager
def somebody_gives_files(folder: Path, acknowledged: Path) -> Iterator[None]:
    """Killed in the middle of whatever they are doing, at the end."""
    with started(give_always, folder, acknowledged) as process:
        try:
            while not (acknowledged.is_file() and acknowledged.stat().st_size):
                process.join(timeout=0.1)
                assert process.exitcode is None
            yield
            assert process.exitcode is None
        finally:
            os.killpg(process.pid or 0, signal.SIGKILL)


def kept(folder: Path) -> set[str]:
    """Files that a row names and that are what they were."""
    named = {str(digest) for (digest,) in asked(folder, "SELECT sha256 FROM intake_depositedfile")}
    return {digest for digest in named if sha256((folder / "media" / digest[:2] / digest).read_bytes()) == digest}


def saved_and_restored(out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[int, int]:
    """How many acknowledged files were looked for, how many were not found. What is restored is a folder with its own database file."""
    acknowledged, looked_for, lost = tmp_path / "acknowledged", 0, 0
    with somebody_gives_files(out, acknowledged):
        for turn in range(TRIES):
            before = set(acknowledged.read_text(encoding="utf-8").split())
            saved = semailles("backup", out, "--to", tmp_path / "backups", "--keep", "1d")
            assert saved.returncode == 0, saved.stderr
            restored = tmp_path / f"restored-{turn}"
            with monkeypatch.context() as elsewhere:
                elsewhere.delenv("DATABASE_URL", raising=False)
                done = semailles("restore", tmp_path / "backups", restored)
            assert done.returncode == 0, done.stderr
            looked_for, lost = looked_for + len(before), lost + len(before - kept(restored))
            shutil.rmtree(restored)
    return looked_for, lost


@pytest.mark.full
def test_nothing_acknowledged_is_missing_from_a_backup(
    workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: Told
) -> None:
    looked_for, lost = saved_and_restored(workspace, tmp_path, monkeypatch)

    told("R11 backup while writing, restored elsewhere", TRIES, looked_for, lost=lost, note="SQLite")


@pytest.mark.full
def test_nothing_acknowledged_is_missing_from_a_backup_of_a_server(
    workspace: Path, postgresql_database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: Told
) -> None:
    monkeypatch.setenv("DATABASE_URL", postgresql_database)
    out = tmp_path / "instance"
    for words in (("create", out), ("administrator", out, CLAIRE), ("import", out, workspace, "--slug", "sud")):
        assert semailles("instance", *words).returncode == 0

    looked_for, lost = saved_and_restored(out, tmp_path, monkeypatch)

    told("R11 backup while writing, restored elsewhere", TRIES, looked_for, lost=lost, note="PostgreSQL, then a file")
