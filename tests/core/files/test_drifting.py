from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from semailles.core.files import Drift, drift, keep, stored_path


@pytest.fixture(autouse=True)
def media(tmp_path: Path, settings: Settings) -> Path:
    settings.MEDIA_ROOT = tmp_path / "media"
    return tmp_path / "media"


def test_files_that_are_as_they_were_received_are_no_drift() -> None:
    note, report = keep(b"note"), keep(b"compte rendu")

    assert drift({note: ["a/note.txt", "b/copie.txt"], report: ["a/cr.txt"]}).is_none


def test_missing_changed_and_orphan_files_are_told_apart(media: Path) -> None:
    gone, altered, whole = keep(b"partie"), keep(b"changee"), keep(b"entiere")
    stored_path(gone).unlink()
    stored_path(altered).write_bytes(b"autre chose")
    (media / "ff").mkdir(exist_ok=True)
    (media / "ff" / "inconnu").write_bytes(b"de personne")

    found = drift({gone: ["b/2.txt", "a/1.txt"], altered: ["a/3.txt"], whole: ["a/4.txt"]})

    assert found == Drift(missing=("a/1.txt", "b/2.txt"), changed=("a/3.txt",), orphans=("ff/inconnu",))


def test_a_workspace_without_files_has_no_drift() -> None:
    assert drift({}) == Drift()
