"""What each released version left is brought up to date: the same rows, ids, seals and export, and pages that open."""

import hashlib
import json
import re
import sqlite3
import tomllib
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from tests.command import semailles
from tests.faults.tally import Tally, tell
from tests.forked import forked
from tests.releases.keeping import DATABASE, FACTS, facts_of, put

from semailles import __version__
from semailles.core.keys import make_key

RELEASES = Path(__file__).resolve().parents[1] / "releases"
HEAVIEST = 300_000  # bytes
DEVELOPMENT = re.compile(r".+\.dev\d+")
PAGES = (
    "/",
    "/recueillir/",
    "/recueillir/idees/",
    "/converger/",
    "/converger/matrice/",
    "/porter/",
    "/porter/1/",
    "/demarche/",
    "/acteurs/",
    "/journal/",
    "/publier/",
)
# Tables whose rows a change of tables makes, by the version that it found.
MADE: dict[str, dict[str, int]] = {}


def kept() -> list[str]:
    return sorted(path.name for path in RELEASES.iterdir() if (path / FACTS).is_file())


def cases(name: str) -> list[Any]:
    """Those of before the first release pass through dozens of changes: they are long."""
    return [
        pytest.param(version, marks=pytest.mark.full if DEVELOPMENT.fullmatch(version) else ())
        for version in kept()
        if (RELEASES / version / f"{name}.tar.xz").is_file()
    ]


def facts(version: str, name: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((RELEASES / version / FACTS).read_text(encoding="utf-8"))[name]
    return read


def lost(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    """What is no longer what it was; tables that came since are no loss."""
    return {name: (said, after.get(name)) for name, said in before.items() if after.get(name) != said}


def statuses(out: str, *addresses: str) -> int:
    """What each page answers, whoever opens this workspace on their machine."""
    from semailles.cli import opening

    opening.start(Path(out), "fr")
    from django.test import Client

    browser = Client(headers={"host": "127.0.0.1"})
    print(json.dumps([browser.get(address).status_code for address in addresses]))  # noqa: T201  # read by the test
    return 0


@pytest.mark.parametrize("version", cases("workspace"))
def test_a_workspace_of_each_version_is_brought_up_to_date_and_its_pages_open(
    version: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    out = put(RELEASES / version, "workspace", tmp_path / "out")
    before = facts(version, "workspace")

    done = semailles("verify", out, "--json")
    opened = forked(statuses, str(out), *PAGES)

    told = json.loads(done.stdout.splitlines()[-1])
    after = facts_of(out / DATABASE)
    assert (done.returncode, told["ok"], told["missing"], told["changed"], told["orphans"]) == (0, True, [], [], [])
    assert (lost(before["rows"] | MADE.get(version, {}), after["rows"]), lost(before["ids"], after["ids"])) == ({}, {})
    assert [chain["head"] for chain in told["seals"] if chain["head"]] == before["seals"] == after["seals"]
    assert json.loads(opened.stdout.splitlines()[-1]) == [200] * len(PAGES)
    tell(request, Tally(f"R9 upgrade from {version}", 1, sum(before["rows"].values()), note=f"{len(PAGES)} pages open"))


@pytest.mark.parametrize("version", [version for version in kept() if "export" in facts(version, "workspace")])
def test_what_each_version_exported_is_exported_still(version: str, tmp_path: Path) -> None:
    out = put(RELEASES / version, "workspace", tmp_path / "out")

    semailles("export", out, "--format", "decidim", "--file", tmp_path / "decidim.csv")

    assert hashlib.sha256((tmp_path / "decidim.csv").read_bytes()).hexdigest() == facts(version, "workspace")["export"]


@pytest.mark.parametrize("version", cases("instance"))
def test_an_instance_of_each_version_is_brought_up_to_date_and_gives_its_initiative(version: str, tmp_path: Path) -> None:
    out = put(RELEASES / version, "instance", tmp_path / "instance")
    make_key(out)
    before = facts(version, "instance")

    done = semailles("verify", out, "--json")
    taken = semailles("instance", "export", out, "sud-francilien", tmp_path / "taken")

    after, apart = facts_of(out / DATABASE), facts_of(tmp_path / "taken" / DATABASE)
    assert (done.returncode, taken.returncode) == (0, 0)
    assert (lost(before["rows"], after["rows"]), lost(before["ids"], after["ids"])) == ({}, {})
    assert after["seals"] == before["seals"]
    assert apart["rows"]["intake_idea"] == facts(version, "workspace")["rows"]["intake_idea"]


def test_a_released_version_has_its_fixture() -> None:
    """Made once, before the release: `script/release-fixture VERSION`."""
    declared = tomllib.loads((RELEASES.parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]

    assert declared == __version__
    assert unkept([declared], kept()) == []


def test_a_released_version_without_fixture_is_found() -> None:
    assert unkept(["0.1.0", "0.2.0"], ["0.1.0", "0.1.0.dev1"]) == ["0.2.0"]


def unkept(released: list[str], there: list[str]) -> list[str]:
    return [version for version in released if version not in there]


def test_what_is_kept_is_light() -> None:
    assert {path.name: path.stat().st_size for path in RELEASES.rglob("*.tar.xz") if path.stat().st_size > HEAVIEST} == {}


def test_a_lost_row_is_seen(tmp_path: Path) -> None:
    out = put(RELEASES / "0.1.0", "workspace", tmp_path / "out")
    before = facts("0.1.0", "workspace")
    with closing(sqlite3.connect(out / DATABASE)) as opened, opened:
        opened.execute("DELETE FROM projects_obstacle")

    after = facts_of(out / DATABASE)
    assert (list(lost(before["rows"], after["rows"])), list(lost(before["ids"], after["ids"]))) == (
        ["projects_obstacle"],
        ["projects_obstacle"],
    )
