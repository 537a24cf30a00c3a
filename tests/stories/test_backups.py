"""A workspace saved while it is in use, tried, thinned out, and put back elsewhere, by the commands that people type."""

import fcntl
import hashlib
import json
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from tests.command import semailles
from tests.forked import forked
from tests.stories.test_cut_short import with_files_of_at_most

DATABASE = "semailles.sqlite3"
DRAWN = ("django_content_type", "auth_permission", "sqlite_sequence")  # written again whenever tables are brought up to date
BESIDE = (f"{DATABASE}-wal", f"{DATABASE}-shm", f"{DATABASE}-lock", "last-backup.json", "manifest.json")


def told(*words: object, code: int = 0) -> dict[str, Any]:
    done = semailles("--lang", "en", *words, "--json")
    assert done.returncode == code, done.stderr
    tree: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return tree


def refused(*words: object, code: int = 2) -> str:
    done = semailles("--lang", "en", *words)
    assert (done.returncode, done.stdout) == (code, "")
    return done.stderr.splitlines()[-1]


def files(folder: Path) -> dict[str, str]:
    """By their digest; not the database, whose pages may be laid otherwise."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in found.items() if name not in (DATABASE, *BESIDE)}


def tables(folder: Path) -> dict[str, list[Any]]:
    with closing(sqlite3.connect(folder / DATABASE)) as database:
        names = [
            name
            for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if "searchwords_" not in name and name not in DRAWN
        ]
        return {name: database.execute(f'SELECT rowid, * FROM "{name}" ORDER BY rowid').fetchall() for name in names}  # noqa: S608  # our own tables


def change(folder: Path, statement: str) -> None:
    with closing(sqlite3.connect(folder / DATABASE)) as database, database:
        database.execute(statement)


def a_stored_file(folder: Path) -> Path:
    return min(path for path in (folder / "media").rglob("*") if path.is_file())


def backups(place: Path) -> list[Path]:
    return sorted(path for path in place.iterdir())


@contextmanager
def held(folder: Path) -> Iterator[None]:
    descriptor = os.open(folder, os.O_RDONLY)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    yield
    os.close(descriptor)


@pytest.fixture(scope="module")
def saved(example_out: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The place of backups of the example, with one in it. Tests that write copy it."""
    place = tmp_path_factory.mktemp("saved") / "backups"
    out = shutil.copytree(example_out, place.parent / "out")
    assert semailles("backup", out, "--to", place).returncode == 0
    return place


def test_what_is_saved_comes_back_elsewhere_row_by_row_and_file_by_file(example_out: Path, saved: Path, tmp_path: Path) -> None:
    restored = told("restore", saved, tmp_path / "elsewhere")

    assert restored == {"ok": True, "output": str(tmp_path / "elsewhere"), "backup": str(backups(saved)[0]), "faults": []}
    assert files(tmp_path / "elsewhere") == files(example_out)
    assert tables(tmp_path / "elsewhere") == tables(example_out)
    assert told("verify", tmp_path / "elsewhere")["ok"]


def test_a_backup_says_what_it_holds(example_out: Path, saved: Path) -> None:
    manifest = json.loads((backups(saved)[0] / "manifest.json").read_text())

    assert (manifest["faults"], manifest["server"], manifest["is_instance"]) == ([], "sqlite", False)
    assert manifest["rows"]["intake_idea"] == len(tables(example_out)["intake_idea"])
    assert {name: kept["sha256"] for name, kept in manifest["files"].items() if name != DATABASE} == files(example_out)
    assert [chain["seals"] for chain in manifest["seals"].values()] == [len(tables(example_out)["core_seal"])]


def test_a_backup_is_read_by_its_owner_only(saved: Path) -> None:
    assert [path.stat().st_mode & 0o777 for path in (saved, *backups(saved))] == [0o700, 0o700]


def test_what_a_former_backup_holds_takes_no_room_again(workspace: Path, tmp_path: Path) -> None:
    place = tmp_path / "backups"
    first = told("backup", workspace, "--to", place)
    (workspace / "logo.svg").write_text("<svg/>")

    second = told("backup", workspace, "--to", place)

    assert (first["linked"], second["copied"], second["linked"]) == (0, 2, first["copied"] - 1)  # the database and the logo
    one, other = (a_stored_file(folder) for folder in backups(place))
    assert one.samefile(other)


def test_a_file_spoiled_in_a_former_backup_is_copied_again(workspace: Path, tmp_path: Path) -> None:
    place = tmp_path / "backups"
    told("backup", workspace, "--to", place)
    a_stored_file(backups(place)[0]).write_bytes(b"spoiled")

    told("backup", workspace, "--to", place)

    assert [told("verify", folder, code=code)["ok"] for folder, code in zip(backups(place), (1, 0), strict=True)] == [False, True]
    assert told("verify", place)["backup"] == str(backups(place)[-1])


def test_a_file_that_is_gone_is_taken_from_the_former_backup(workspace: Path, tmp_path: Path) -> None:
    place = tmp_path / "backups"
    told("backup", workspace, "--to", place)
    gone = a_stored_file(workspace)
    content = gone.read_bytes()
    gone.unlink()

    told("backup", workspace, "--to", place)
    told("restore", place, tmp_path / "elsewhere")

    assert a_stored_file(tmp_path / "elsewhere").read_bytes() == content


def test_a_folder_that_lacks_files_is_saved_as_it_is_and_says_so(workspace: Path, tmp_path: Path) -> None:
    a_stored_file(workspace).write_bytes(b"another")

    found = told("backup", workspace, "--to", tmp_path / "backups", code=3)
    restored = told("restore", tmp_path / "backups", tmp_path / "elsewhere")

    assert (found["ok"], len(found["faults"]), restored["faults"]) == (False, 1, found["faults"])
    assert told("verify", tmp_path / "elsewhere", code=1)["missing"] == found["faults"]


def test_seals_changed_by_hand_are_saved_and_told(workspace: Path, tmp_path: Path) -> None:
    change(workspace, "UPDATE core_seal SET content = replace(content, 'published', 'drafted')")

    found = told("backup", workspace, "--to", tmp_path / "backups", code=3)

    assert [fault.rpartition(", seal ")[2] for fault in found["faults"]] == ["1: what it says was changed after it was set"]


def test_the_last_whole_backup_stays_whatever_the_rule_says(workspace: Path, tmp_path: Path) -> None:
    place = tmp_path / "backups"
    told("backup", workspace, "--to", place)
    whole = backups(place)[0].rename(place / "20200101T030000Z")
    for name in ("20200301T030000Z", "20200302T030000Z"):
        other = shutil.copytree(whole, place / name)
        manifest = json.loads((other / "manifest.json").read_text())
        rows_only = {DATABASE: manifest["files"][DATABASE]}
        (other / "manifest.json").write_text(json.dumps({**manifest, "faults": ["note.txt"], "files": rows_only}))
    lost = a_stored_file(workspace)
    lost.unlink()

    said = told("backup", workspace, "--to", place, "--keep", "1d", code=3)

    assert said["removed"] == ["20200301T030000Z", "20200302T030000Z"]
    assert [folder.name for folder in backups(place)] == ["20200101T030000Z", Path(said["output"]).name]


def test_a_rule_that_cannot_be_read_is_refused_before_anything_is_saved(workspace: Path, tmp_path: Path) -> None:
    sentence = "« 7 jours » cannot be read: write how many days, weeks and months keep their last backup, as in --keep 7d,4w,12m."

    assert refused("backup", workspace, "--to", tmp_path / "backups", "--keep", "7 jours") == sentence
    assert not (tmp_path / "backups").exists()


def test_two_backups_to_one_place_do_not_meet(workspace: Path, tmp_path: Path) -> None:
    place = tmp_path / "backups"
    place.mkdir()

    with held(place):
        sentence = refused("backup", workspace, "--to", place)

    assert (sentence, backups(place)) == (f"A backup is being made in {place}: wait until it ends.", [])


def test_backups_of_two_folders_do_not_mix(saved: Path, workspace: Path) -> None:
    sentence = refused("backup", workspace, "--to", saved)

    assert sentence == f"{saved} holds backups of {saved.parent / 'out'}: choose another place with --to."


def test_a_folder_is_not_saved_into_itself_nor_where_an_empty_variable_leads(workspace: Path) -> None:
    assert refused("backup", workspace, "--to", "").endswith("--to: no folder is named: is a variable empty?")
    assert refused("backup", workspace, "--to", workspace / "b") == (
        f"{workspace / 'b'} is inside what is saved: choose a place outside it with --to."
    )


@pytest.mark.parametrize("kilobytes", [16, 700])
def test_a_backup_without_room_says_so_and_leaves_nothing(workspace: Path, tmp_path: Path, kilobytes: int) -> None:
    place = tmp_path / "backups"

    done = forked(with_files_of_at_most, kilobytes, "--lang", "en", "backup", str(workspace), "--to", str(place))

    assert (done.returncode, sorted(place.glob("*"))) == (1, [])
    assert done.stderr.splitlines()[-1].startswith("There is no room left to write")


def test_what_a_killed_backup_left_is_swept_by_the_next(workspace: Path, tmp_path: Path) -> None:
    place = tmp_path / "backups"
    for name in ("20270412T030000Z.partial", ".trial-x"):
        (place / name).mkdir(parents=True)
        (place / name / DATABASE).write_bytes(b"half")
    (place / "somebody's").mkdir()

    said = told("backup", workspace, "--to", place)

    assert {path.name for path in backups(place)} == {"somebody's", Path(said["output"]).name}


@pytest.mark.parametrize("harm", ["missing", "changed", "orphans"])
def test_a_backup_that_was_touched_is_told_apart(saved: Path, tmp_path: Path, harm: str) -> None:
    place = shutil.copytree(saved, tmp_path / "backups")
    folder = backups(place)[0]
    file = a_stored_file(folder)
    (folder / "desktop.ini").touch()  # by somebody who only looked
    {"missing": file.unlink, "changed": lambda: file.write_bytes(b"other"), "orphans": lambda: (folder / "new").write_bytes(b"")}[harm]()

    said = told("verify", folder, code=1)

    expected = {name: [] for name in ("missing", "changed", "orphans")}
    expected[harm] = ["new" if harm == "orphans" else file.relative_to(folder).as_posix()]
    assert said == {"ok": False, "backup": str(folder), **expected, "faults": []}


def test_a_backup_whose_database_was_damaged_is_told(saved: Path, tmp_path: Path) -> None:
    folder = backups(shutil.copytree(saved, tmp_path / "backups"))[0]
    content = bytearray((folder / DATABASE).read_bytes())
    content[40960:81920] = b"\xff" * 40960
    (folder / DATABASE).write_bytes(content)

    said = told("verify", folder, code=1)

    assert (said["changed"], len(said["faults"])) == ([DATABASE], 1)


def test_a_backup_that_was_touched_is_not_restored(saved: Path, tmp_path: Path) -> None:
    folder = backups(shutil.copytree(saved, tmp_path / "backups"))[0]
    file = a_stored_file(folder)
    file.write_bytes(b"other")

    sentence = refused("restore", folder, tmp_path / "elsewhere")

    assert sentence == f"{file} is missing, or is no longer what was saved: nothing was restored. Take another backup."
    assert sorted(path.name for path in tmp_path.iterdir()) == ["backups"]


def test_nothing_is_restored_over_what_exists(saved: Path, tmp_path: Path) -> None:
    assert refused("restore", saved, tmp_path) == f"{tmp_path} exists: choose another folder to restore to."


def test_what_is_no_backup_is_not_restored(tmp_path: Path) -> None:
    (tmp_path / "any").mkdir()

    assert refused("restore", tmp_path / "any", tmp_path / "elsewhere").startswith(f"{tmp_path / 'any'} is no backup")


def test_a_backup_of_a_later_version_is_not_restored_by_an_older_program(saved: Path, tmp_path: Path) -> None:
    folder = backups(shutil.copytree(saved, tmp_path / "backups"))[0]
    manifest = json.loads((folder / "manifest.json").read_text())
    later = {**manifest, "version": "9.0", "migrations": [*manifest["migrations"], "core.0999_tomorrow"]}
    (folder / "manifest.json").write_text(json.dumps(later))

    sentence = f"{folder} was made by version 9.0 of Semailles, later than this one: install that version, or a newer one."
    assert [refused("restore", folder, tmp_path / "elsewhere"), refused("verify", folder)] == [sentence, sentence]


def test_a_name_that_leads_out_of_the_folder_brings_nothing(saved: Path, tmp_path: Path) -> None:
    folder = backups(shutil.copytree(saved, tmp_path / "backups"))[0]
    manifest = json.loads((folder / "manifest.json").read_text())
    (tmp_path / "backups" / "evil").write_bytes(b"")
    kept = {"sha256": hashlib.sha256(b"").hexdigest(), "size": 0}
    (folder / "manifest.json").write_text(json.dumps({**manifest, "files": {**manifest["files"], "../evil": kept}}))

    assert refused("restore", folder, tmp_path / "out" / "elsewhere").startswith(f"{folder / '../evil'} is missing, or is no longer")
    assert not (tmp_path / "out" / "evil").exists()
