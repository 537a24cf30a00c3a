"""A workspace becomes an initiative of an instance and a workspace again, by the commands that people type."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from tests.command import EXAMPLE, command, semailles
from tests.forked import forked, killed_after
from tests.stories.test_cut_short import with_files_of_at_most

from semailles.core.keys import KEY_FILE

CLAIRE = "claire@exemple.test"
Tables = dict[str, list[Any]]
# what the way to an instance adds to, or what a database says of itself
TOUCHED = {
    "core_event",
    "core_seal",
    "core_person",
    "core_release",
    "workshop_membership",
    "workshop_initiative",
    "sqlite_sequence",
    "django_migrations",
}


def tables(out: Path) -> Tables:
    with closing(sqlite3.connect(out / "semailles.sqlite3")) as database:
        names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'") if "searchwords_" not in name]
        return {name: database.execute(f'SELECT rowid, * FROM "{name}" ORDER BY rowid').fetchall() for name in names}  # noqa: S608  # our own tables


def asked(out: Path, question: str) -> list[Any]:
    with closing(sqlite3.connect(out / "semailles.sqlite3")) as database:
        return database.execute(question).fetchall()


def printed(out: Path) -> dict[str, bytes]:
    """And whatever was received; run.json tells of the run, not of the initiative."""
    found = {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}
    return {name: content for name, content in found.items() if not name.startswith(("semailles.sqlite3", "data/run.json"))}


@pytest.fixture(scope="module")
def instance(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """With the account of somebody who administers it, and no initiative."""
    out = tmp_path_factory.mktemp("instance") / "instance"
    assert semailles("instance", "create", out).returncode == 0
    assert semailles("instance", "administrator", out, CLAIRE, "--name", "Claire").returncode == 0
    return out


@pytest.fixture
def empty_instance(instance: Path, tmp_path: Path) -> Path:
    return shutil.copytree(instance, tmp_path / "instance")


def refused(*words: object) -> str:
    done = semailles("--lang", "en", *words)
    assert (done.returncode, done.stdout) == (2, "")
    return done.stderr.strip()


def test_a_new_instance_keeps_no_database_of_before(tmp_path: Path) -> None:
    done = semailles("instance", "create", tmp_path / "new")

    assert (done.stderr, (tmp_path / "new" / "before-upgrade").exists()) == ("", False)


@pytest.fixture(scope="module")
def there_and_back(example_out: Path, instance: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """An instance that has brought the example in, and the workspace that was taken out of it again."""
    place = tmp_path_factory.mktemp("back")
    full = shutil.copytree(instance, place / "instance")
    brought = semailles("instance", "import", full, example_out, "--slug", "sud", "--json")
    taken = semailles("instance", "export", full, "sud", place / "back")
    assert (json.loads(brought.stdout.splitlines()[-1])["slug"], taken.returncode, taken.stderr) == ("sud", 0, "")
    return full, place / "back"


def test_a_workspace_comes_back_from_an_instance_as_it_was(example_out: Path, there_and_back: tuple[Path, Path]) -> None:
    before, after = tables(example_out), tables(there_and_back[1])

    assert {name: rows for name, rows in after.items() if name not in TOUCHED} == {
        name: rows for name, rows in before.items() if name not in TOUCHED
    }
    assert printed(there_and_back[1]) == printed(example_out)
    seals = "SELECT rank, kind, content, previous, digest FROM core_seal ORDER BY rank"
    assert asked(there_and_back[1], seals) == asked(example_out, seals)


def test_what_an_instance_adds_is_who_coordinates_there_and_one_line_of_the_journal(
    example_out: Path, there_and_back: tuple[Path, Path]
) -> None:
    local = asked(example_out, "SELECT name FROM core_person")[0][0]

    lines, people, roles, slugs = (
        asked(there_and_back[1], question)
        for question in (
            "SELECT verb FROM core_event ORDER BY id",
            "SELECT name, is_local, email, password, is_administrator FROM core_person ORDER BY is_local",
            "SELECT name, role FROM workshop_membership JOIN core_person ON core_person.id = person_id ORDER BY is_local",
            "SELECT slug FROM workshop_initiative",
        )
    )

    assert lines == [*asked(example_out, "SELECT verb FROM core_event ORDER BY id"), ("brought in",)]
    assert people == [("Claire", 0, None, "", 0), (local, 1, None, "", 0)]
    assert roles == [("Claire", "coordinator"), (local, "coordinator")]
    assert slugs == [("sud",)]


def test_the_same_initiative_is_not_brought_in_twice(example_out: Path, there_and_back: tuple[Path, Path]) -> None:
    said = refused("instance", "import", there_and_back[0], example_out, "--slug", "other")

    assert said.endswith("is already an initiative of this instance (/d/sud/): nothing was brought in.")


def test_a_workspace_of_a_later_version_is_left_as_it_is(example_out: Path, empty_instance: Path, tmp_path: Path) -> None:
    later = shutil.copytree(example_out, tmp_path / "later")
    with closing(sqlite3.connect(later / "semailles.sqlite3")) as database, database:
        database.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('core', '9999_later', '2030-01-01')")

    said = refused("instance", "import", empty_instance, later)

    assert said == f"{later} was made by a later version of Semailles: open it with that version, or update this one. Nothing was changed."
    assert sorted(path.name for path in empty_instance.iterdir() if "sqlite3-" not in path.name) == [KEY_FILE, "semailles.sqlite3"]


def test_what_is_no_workspace_or_no_instance_is_said(example_out: Path, empty_instance: Path, tmp_path: Path) -> None:
    way_out = "Take the initiative out of it with « semailles instance export »."
    import_it = f"{example_out} has no secret.key. If it is a workspace, « semailles instance import » brings it into an instance; "
    no_key = f"{import_it}if it is an instance, put its own key back, which its last backup holds."

    said = [
        refused("instance", "import", empty_instance, tmp_path),
        refused("instance", "import", empty_instance, empty_instance),
        refused("instance", "import", example_out, example_out),
        refused("serve", example_out, "--instance"),
        refused("digest", EXAMPLE),
        refused("instance", "create", example_out),
        refused("instance", "export", empty_instance, "nowhere", tmp_path / "back"),
        refused("instance", "administrator", empty_instance, "claire"),
        refused("run", EXAMPLE, "--output", empty_instance),
    ]

    assert said == [
        f"{tmp_path} is no Semailles workspace: make one with « semailles run FOLDER --output {tmp_path} ».",
        f"{empty_instance} is an instance: take the initiative out of it first, with « semailles instance export ».",
        no_key,
        no_key,
        f"{EXAMPLE} is no instance: make one with « semailles instance create {EXAMPLE} ».",
        f"{example_out} exists: choose another folder for the instance.",
        "No initiative stands at /d/nowhere/. Those of this instance: –.",
        "« claire » is no e-mail address.",
        f"{empty_instance} is an instance: this command is for a workspace. {way_out}",
    ]


@pytest.mark.parametrize("kilobytes", [1500, 3000])
def test_an_import_without_room_leaves_nothing(example_out: Path, empty_instance: Path, kilobytes: int) -> None:
    """The first limit stops the copy of the database, the second the rows in the instance's own."""
    before = tables(empty_instance)

    done = forked(with_files_of_at_most, kilobytes, "--lang", "en", "instance", "import", str(empty_instance), str(example_out))

    assert (done.returncode, done.stderr.strip()) == (
        1,
        "There is no room left to write: make room on the disk, then run the same command again. Nothing of yours was lost.",
    )
    assert tables(empty_instance) == before
    assert [
        path for path in empty_instance.rglob("*") if path.is_file() and not path.name.startswith(("semailles.sqlite3", KEY_FILE))
    ] == []


@pytest.mark.full
def test_what_is_printed_after_the_way_there_and_back_is_the_same(
    example_out: Path, there_and_back: tuple[Path, Path], tmp_path: Path
) -> None:
    back = shutil.copytree(there_and_back[1], tmp_path / "back")

    done = semailles("run", EXAMPLE, "--output", back)

    assert done.returncode == 0, done.stderr
    assert printed(back) == printed(example_out)


@pytest.mark.full
@pytest.mark.parametrize("moment", [0.3, 0.7, 1.1, 1.6, 2.2, 3.0])
def test_an_import_killed_at_any_moment_has_happened_or_not(example_out: Path, empty_instance: Path, moment: float) -> None:
    """Begun again, it comes to the same, and nothing of the one that was cut is left."""
    killed_after(moment, command, "instance", "import", str(empty_instance), str(example_out), "--slug", "sud")

    came = asked(empty_instance, "SELECT count(*) FROM workshop_initiative")[0][0]
    done = semailles("instance", "import", empty_instance, example_out, "--slug", "sud")

    assert (done.returncode, came) in [(0, 0), (2, 1)]
    assert asked(empty_instance, "SELECT count(*) FROM intake_idea") == asked(example_out, "SELECT count(*) FROM intake_idea")
    assert semailles("verify", empty_instance).returncode == 0
    assert [path.name for path in empty_instance.glob(".arriving-*")] == []
