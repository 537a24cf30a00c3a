"""A later version opens an instance whose rows are on a PostgreSQL server: its tables are changed whole or not at all."""

import json
import os
from pathlib import Path
from random import Random

import psycopg
import pytest
from psycopg import sql
from tests.command import semailles
from tests.faults.tally import Tally, tell
from tests.releases.keeping import put
from tests.stories.test_upgrades import SEED, later

VOTES = 60
RELEASE = Path(__file__).resolve().parents[1] / "releases" / "0.1.0"
FEW, TRIES = 2, 20


def contents(address: str) -> dict[str, list[str]]:
    """All rows of all tables."""
    with psycopg.connect(address) as line:
        tables = [name for (name,) in line.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1").fetchall()]
        rows = {
            name: line.execute(sql.SQL("SELECT to_jsonb(t)::text FROM {} AS t ORDER BY 1").format(sql.Identifier(name))).fetchall()
            for name in tables
        }
    return {name: [row[0] for row in found] for name, found in rows.items()}


@pytest.fixture
def instance_made(tmp_path: Path, postgresql_database: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DATABASE_URL", postgresql_database)
    out, workspace = tmp_path / "instance", put(RELEASE, "workspace", tmp_path / "workspace")
    for words in (
        ("create", out),
        ("administrator", out, "claire@exemple.test"),
        ("import", out, workspace, "--slug", "sud"),
    ):
        done = semailles("instance", *words)
        assert done.returncode == 0, done.stderr
    return out


def killed(out: Path, address: str, tries: int) -> tuple[int, int]:
    """How many were killed, and how many of these changed something."""
    before, dead, harmed = contents(address), 0, 0
    for moment in Random(SEED).sample(range(1, 150), tries):  # noqa: S311  # moments, not secrets
        dead += later("verify", out, LATER_KILLED_AT=str(moment)).returncode == -9
        harmed += contents(address) != before
    return dead, harmed


@pytest.mark.full
def test_a_change_that_fails_or_is_killed_leaves_the_rows_of_before_and_the_next_try_ends_well(instance_made: Path) -> None:
    address = os.environ["DATABASE_URL"]
    before = contents(address)

    stopped = later("verify", instance_made, "--lang", "en", LATER_BREAKS="1")

    assert (stopped.returncode, contents(address) == before) == (1, True)
    assert stopped.stderr.splitlines()[-1] == (
        f"{instance_made} could not be brought to version 0.2.0. Its database is as it was: install the former version again."
    )
    assert killed(instance_made, address, FEW) == (FEW, 0)
    assert later("verify", instance_made).returncode == 0
    assert len(contents(address)["tomorrow_vote"]) == VOTES
    assert semailles("verify", instance_made).returncode == 2

    assert semailles("--lang", "en", "rollback", instance_made).stderr.strip().endswith("before the former one is installed again.")
    back = later("rollback", instance_made, "--json")
    told = json.loads(back.stdout.splitlines()[-1])
    assert (told["ok"], told["version"], Path(told["aside"]).is_file()) == (True, "0.1.0", True)
    assert known(contents(address)) == known(before)
    assert semailles("verify", instance_made).returncode == 0


def known(rows: dict[str, list[str]]) -> dict[str, list[str]]:
    """Not when each change of tables was made."""
    return {name: found for name, found in rows.items() if name != "django_migrations"}


@pytest.mark.full
def test_an_upgrade_killed_anywhere_leaves_the_rows_of_before(instance_made: Path, request: pytest.FixtureRequest) -> None:
    address = os.environ["DATABASE_URL"]
    rows = sum(len(found) for found in contents(address).values())

    dead, harmed = killed(instance_made, address, TRIES)

    tell(request, Tally("R10 upgrade killed (PostgreSQL)", TRIES, rows, harmed, note=f"{dead} killed"))
    assert dead == TRIES
