"""An instance saved from one kind of database and put back in the other, by the commands that people type."""

import json
import shutil
from pathlib import Path

import psycopg
import pytest
from tests.command import semailles
from tests.stories.test_backups import DRAWN, backups, files, refused, tables, told
from tests.stories.test_instance_on_postgresql import json_said

from semailles.core.keys import KEY_FILE

CLAIRE = "claire@exemple.test"


def comparable(folder: Path) -> dict[str, list[list[object]]]:
    """PostgreSQL keeps what a JSON text says, not in which order it says it; when tables were laid is no matter of theirs."""
    said = {name: rows for name, rows in tables(folder).items() if name not in (*DRAWN, "django_migrations")}
    return {name: [[json_said(value) for value in row] for row in rows] for name, rows in said.items()}


def with_other_seals(place: Path, to: Path) -> Path:
    """A manifest that says something else than its rows."""
    (folder,) = backups(shutil.copytree(place, to))
    file = folder / "manifest.json"
    file.write_text(json.dumps({**json.loads(file.read_text()), "seals": {}}))
    return folder


@pytest.mark.full
def test_an_instance_goes_to_a_server_and_comes_back(
    example_out: Path, postgresql_database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, there, back = (tmp_path / name for name in ("instance", "there", "back"))
    for words in (("create", out), ("administrator", out, CLAIRE), ("import", out, example_out, "--slug", "sud")):
        assert semailles("instance", *words).returncode == 0
    told("backup", out, "--to", tmp_path / "one")

    with monkeypatch.context() as on_server:
        on_server.setenv("DATABASE_URL", postgresql_database)
        assert refused("restore", with_other_seals(tmp_path / "one", tmp_path / "spoiled"), there).startswith("What was restored is not")
        told("restore", tmp_path / "one", there)  # nothing of the other is left on the server
        assert told("verify", there)["ok"]
        with psycopg.connect(postgresql_database, autocommit=True) as open_line:  # another program of the host, in the same database
            open_line.execute("CREATE TABLE spatial_ref_sys (srid integer); INSERT INTO spatial_ref_sys VALUES (2154)")
        told("backup", there, "--to", tmp_path / "other")
        taken = refused("restore", tmp_path / "one", tmp_path / "again")
    told("restore", tmp_path / "other", back)

    assert (there / KEY_FILE).read_text() == (back / KEY_FILE).read_text() == (out / KEY_FILE).read_text()
    assert [path.stat().st_mode & 0o777 for path in (there, there / KEY_FILE, back, back / KEY_FILE)] == [0o700, 0o600] * 2
    assert files(there) == files(back) == files(out)
    assert {name for name, rows in comparable(back).items() if rows != comparable(out)[name]} == set()
    assert json.loads((backups(tmp_path / "other")[0] / "manifest.json").read_text())["server"] == "postgresql"
    assert taken.startswith("The database that DATABASE_URL names is in use: make another one.")
    assert not (tmp_path / "again").exists()
