"""A run on an old folder undoes nothing that was given on screen, and tries again what this machine can read since."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.command import semailles, synthesis
from tests.engines.reading.test_scans import drawn, saved
from tests.forked import forked
from tests.stories.giving import give
from tests.stories.test_archives_and_mails import zipped

Folder = Callable[[dict[str, str | bytes]], Path]
OLD = "- Replanter des haies le long de la rivière.\n"
NEW = "- Replanter des vergers au-dessus de la rivière.\n"


def _ideas(out: Path) -> set[str]:
    return {idea["title"] for idea in synthesis(out)["ideas"]}


def _give(out: Path, team: str, file: Path) -> None:
    assert forked(give, out, team, file).returncode == 0


def test_a_new_version_inside_an_archive_stays_when_the_old_folder_is_run_again(folder: Folder, tmp_path: Path) -> None:
    root, out = folder({"rives/lot.zip": zipped({"notes.md": OLD})}), tmp_path / "out"
    assert semailles("run", root, "--output", out).returncode == 0
    newer = tmp_path / "given" / "lot.zip"
    newer.parent.mkdir()
    newer.write_bytes(zipped({"notes.md": NEW}))
    _give(out, "rives", newer)

    again = semailles("run", root, "--output", out)

    assert again.returncode == 0, again.stderr
    assert _ideas(out) == {"Replanter des vergers au-dessus de la rivière"}


def test_a_newer_archive_in_the_folder_counts_again(folder: Folder, tmp_path: Path) -> None:
    root, out = folder({"rives/lot.zip": zipped({"notes.md": OLD})}), tmp_path / "out"
    semailles("run", root, "--output", out)
    newer = tmp_path / "lot.zip"
    newer.write_bytes(zipped({"notes.md": NEW}))
    _give(out, "rives", newer)
    newest = "- Ouvrir une ressourcerie dans la halle.\n"
    (root / "rives" / "lot.zip").write_bytes(zipped({"notes.md": newest}))

    semailles("run", root, "--output", out)

    assert _ideas(out) == {"Ouvrir une ressourcerie dans la halle"}


def test_a_photograph_refused_without_tesseract_is_read_once_it_is_there(
    folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, out = folder({"rives/tableau.png": saved(drawn(), "PNG"), "rives/notes.md": OLD}), tmp_path / "out"
    with_tools = os.environ["PATH"]
    monkeypatch.setenv("PATH", str(tmp_path))
    semailles("run", root, "--output", out)
    before = {one["path"]: (one["status"], one["reason"]) for one in synthesis(out)["documents"]}
    monkeypatch.setenv("PATH", with_tools)

    semailles("run", root, "--output", out)

    after = {one["path"]: one["status"] for one in synthesis(out)["documents"]}
    assert before["rives/tableau.png"] == ("unreadable", "no_ocr")
    assert after == {"rives/notes.md": "read", "rives/tableau.png": "read"}
    assert "Créer une légumerie partagée" in _ideas(out)
