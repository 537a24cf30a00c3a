"""A workspace whose files or tables are not what this version expects."""

import hashlib
import json
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.command import semailles
from tests.faults.tally import Tally, tell

Folder = Callable[[dict[str, str | bytes]], Path]
NOTES = "On pourrait planter une haie le long du chemin de la gare.\n"


def tree(out: Path) -> dict[str, str]:
    return {path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in out.rglob("*") if path.is_file()}


def stored(out: Path, text: str) -> Path:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return out / "media" / digest[:2] / digest


def test_a_workspace_of_a_later_version_is_left_as_it_is(folder: Folder, tmp_path: Path) -> None:
    out, root = tmp_path / "out", folder({"a/notes.txt": NOTES})
    semailles("run", root, "--output", out)
    connection = sqlite3.connect(out / "semailles.sqlite3")
    connection.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('core', '0999_tomorrow', '2030-01-01')")
    connection.commit()
    connection.close()
    before = tree(out)

    said = [semailles(*words) for words in (("run", root, "--output", out), ("serve", out), ("verify", out))]

    sentence = (
        f"{out} a été fait par une version plus récente de Semailles : ouvrez-le avec cette version, ou mettez celle-ci à jour. "
        "Rien n’a été modifié.\n"
    )
    assert [(done.returncode, done.stderr.replace("\u202f", " ").replace("\u00a0", " ")) for done in said] == [(2, sentence)] * 3
    assert tree(out) == before


def test_a_workspace_that_was_not_touched_is_verified(folder: Folder, tmp_path: Path) -> None:
    out = tmp_path / "out"
    semailles("run", folder({"a/notes.txt": NOTES}), "--output", out)
    for left in (".DS_Store", "._notes.txt", "Thumbs.db"):  # by somebody who only looked
        (stored(out, NOTES).with_name(left)).touch()

    done = semailles("verify", out)

    files, seals = done.stdout.replace("\u202f", " ").replace("\u00a0", " ").splitlines()
    assert (done.returncode, files) == (0, "Fichiers vérifiés : 1")
    assert re.fullmatch(r"atelier · La chaîne tient : 1 sceau\. [0-9a-f]{64}", seals)


def test_missing_changed_and_orphan_files_are_told_apart_and_a_lost_one_comes_back(
    folder: Folder, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    out, root = tmp_path / "out", folder({"a/notes.txt": NOTES, "b/cr.txt": NOTES + "Fin.\n"})
    semailles("run", root, "--output", out)
    stored(out, NOTES).unlink()
    stored(out, NOTES + "Fin.\n").write_text("autre chose")
    (out / "media" / "inconnu").write_text("de personne")

    found = semailles("verify", out, "--json")
    (out / "media" / "inconnu").unlink()
    stored(out, NOTES + "Fin.\n").unlink()
    semailles("run", root, "--output", out)

    told = json.loads(found.stdout.splitlines()[-1])
    assert [(chain["seals"], chain["breaks"]) for chain in told.pop("seals")] == [(1, [])]
    assert (found.returncode, told) == (1, {"ok": False, "missing": ["a/notes.txt"], "changed": ["b/cr.txt"], "orphans": ["inconnu"]})
    assert (semailles("verify", out).returncode, stored(out, NOTES).read_text()) == (0, NOTES)
    tell(request, Tally("R12 files changed by hand", 3, 3, note="missing, changed and orphan told apart"))


def test_what_is_no_workspace_is_not_verified(tmp_path: Path) -> None:
    assert semailles("verify", tmp_path).returncode == 2


def test_a_seal_changed_by_hand_in_the_database_is_found(folder: Folder, tmp_path: Path) -> None:
    out = tmp_path / "out"
    semailles("run", folder({"a/notes.txt": NOTES}), "--output", out)
    with sqlite3.connect(out / "semailles.sqlite3") as connection:
        connection.execute("UPDATE core_seal SET content = replace(content, 'published', 'drafted')")
    connection.close()

    done = semailles("verify", out, "--json")

    told = json.loads(done.stdout.splitlines()[-1])
    assert (done.returncode, told["ok"]) == (1, False)
    assert [chain["breaks"] for chain in told["seals"]] == [[{"rank": 1, "fault": "content", "value": ""}]]
