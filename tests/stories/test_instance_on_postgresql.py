"""An instance whose host names a PostgreSQL server, by the commands that people type; `DATABASE_URL` is all that is set."""

import json
import shutil
from pathlib import Path
from typing import Any

import psycopg
import pytest
from tests.command import semailles
from tests.stories.test_instance_whole import TOUCHED, printed, tables

from semailles.core.keys import KEY_FILE

CLAIRE = "claire@exemple.test"


@pytest.fixture
def instance(postgresql_database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DATABASE_URL", postgresql_database)
    out = tmp_path / "instance"
    done = semailles("instance", "create", out)
    assert (done.returncode, done.stderr) == (0, "")
    assert semailles("instance", "administrator", out, CLAIRE, "--name", "Claire").returncode == 0
    return out


def asked(address: str, question: str) -> list[Any]:
    with psycopg.connect(address) as line:
        return line.execute(question).fetchall()  # type: ignore[arg-type]  # our own questions


def refused(*words: object) -> str:
    done = semailles("--lang", "en", *words)
    assert (done.returncode, done.stdout) in {(1, ""), (2, "")}
    return done.stderr.strip()


def test_the_folder_of_an_instance_on_a_server_holds_its_key_and_no_rows(instance: Path, postgresql_database: str) -> None:
    assert [path.name for path in instance.iterdir()] == [KEY_FILE]
    assert asked(postgresql_database, "SELECT name, email FROM core_person") == [("Claire", CLAIRE)]
    assert semailles("verify", instance).returncode == 0


def comparable(tables: dict[str, list[Any]]) -> dict[str, list[Any]]:
    """PostgreSQL keeps what a JSON text says, not in which order it says it."""
    return {name: [[json_said(value) for value in row] for row in rows] for name, rows in tables.items() if name not in TOUCHED}


def json_said(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) and value.startswith("{") else value


@pytest.mark.full
def test_a_workspace_comes_back_from_a_server_as_it_was(example_out: Path, instance: Path, tmp_path: Path) -> None:
    brought = semailles("instance", "import", instance, example_out, "--slug", "sud", "--json")
    verified = semailles("verify", instance)
    taken = semailles("instance", "export", instance, "sud", tmp_path / "back")

    assert (brought.stderr, verified.returncode, taken.stderr) == ("", 0, "")
    assert json.loads(brought.stdout.splitlines()[-1])["slug"] == "sud"
    before, after = (comparable(tables(out)) for out in (example_out, tmp_path / "back"))
    assert {name for name, rows in after.items() if rows != before[name]} == set()
    assert printed(tmp_path / "back") == printed(example_out)


def test_a_database_in_use_is_nobody_elses(instance: Path, tmp_path: Path) -> None:
    said = refused("instance", "create", tmp_path / "other")

    assert said == (
        "The database that DATABASE_URL names is in use: make another one. For another host of the same instance, "
        "copy the folder of the first one, with its secret.key."
    )
    assert not (tmp_path / "other").exists()


def test_an_instance_that_lost_its_server_says_so(instance: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL")

    said = refused("instance", "administrator", instance, CLAIRE)

    assert said == f"{instance} has its key and no database: say with DATABASE_URL on which server it is, or restore a backup."


def test_an_instance_that_keeps_a_file_takes_no_server_for_it(
    postgresql_database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "instance"
    assert semailles("instance", "create", out).returncode == 0
    monkeypatch.setenv("DATABASE_URL", postgresql_database)

    said = refused("instance", "administrator", out, CLAIRE)

    assert said == (
        f"{out} keeps its rows in semailles.sqlite3, and DATABASE_URL names a server: take DATABASE_URL away, "
        "or bring the rows to the server with « semailles backup » and « semailles restore »."
    )


def test_a_server_that_is_not_there_is_said_without_the_password(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://camille:tres-secret@127.0.0.1:9/semailles")

    said = refused("instance", "create", tmp_path / "instance")

    assert said.startswith("The PostgreSQL server that DATABASE_URL names does not let Semailles in (")
    assert said.endswith("): check that it runs, then the name, the password and the database.")
    assert "tres-secret" not in said
    assert not (tmp_path / "instance").exists()


def test_a_database_that_is_not_there_is_said(postgresql_server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", postgresql_server.replace("/postgres?", "/nowhere?"))

    assert 'database "nowhere" does not exist' in refused("instance", "create", tmp_path / "instance")


def test_an_address_that_is_none_is_said_and_no_key_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "mysql://base.exemple.test/semailles")

    said = refused("instance", "create", tmp_path / "instance")

    assert said == "DATABASE_URL must begin with postgresql://, as in postgresql://name:password@host:5432/database: correct it."
    assert list(tmp_path.iterdir()) == []


def test_a_workspace_stays_a_folder_whatever_the_host_names(example_out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = shutil.copytree(example_out, tmp_path / "out")
    monkeypatch.setenv("DATABASE_URL", "postgresql://127.0.0.1:9/semailles")

    assert semailles("verify", out).returncode == 0


def test_a_name_that_may_not_make_tables_is_said(postgresql_database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with psycopg.connect(postgresql_database, autocommit=True) as line:
        line.execute("DROP ROLE IF EXISTS reader")
        line.execute("CREATE ROLE reader LOGIN")
    monkeypatch.setenv("DATABASE_URL", postgresql_database.replace("postgres:@", "reader@"))

    said = refused("instance", "create", tmp_path / "instance")

    assert said.endswith("give it the database (ALTER DATABASE … OWNER TO …). Nothing was changed.")
