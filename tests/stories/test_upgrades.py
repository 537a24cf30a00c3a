"""A later version opens a workspace: its tables are changed whole or not at all, what they were is kept, and is put back."""

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from tests.command import semailles
from tests.faults.tally import Tally, tell
from tests.forked import Typed

from semailles.cli.sharing import InUse, Share, have_alone

Folder = Callable[[dict[str, str | bytes]], Path]
FILE = "semailles.sqlite3"
IDEA = "On pourrait planter une haie le long du chemin de la gare.\n"
TRIES = 24
VOTES = 60
SEED = 20261127
REPOSITORY = Path(__file__).resolve().parents[2]
COPY = re.compile(r"\d{8}T\d{6}Z-(.+)\.sqlite3")


def later(*words: object, **environment: str) -> Typed:
    """The version 0.2.0 of the program."""
    script = [sys.executable, str(Path(__file__).with_name("later.py")), *map(str, words)]
    place = os.pathsep.join((str(REPOSITORY), str(REPOSITORY / "src")))
    return subprocess.run(
        script, env={**os.environ, "PYTHONPATH": place, **environment}, cwd=REPOSITORY, capture_output=True, text=True, check=False
    )


def contents(database: Path) -> list[str]:
    """All that it holds, and that SQLite finds no fault in it."""
    with closing(sqlite3.connect(database)) as opened:
        assert opened.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return list(opened.iterdump())


def votes(out: Path) -> int:
    with closing(sqlite3.connect(out / FILE)) as opened:
        return int(opened.execute("SELECT count(*) FROM tomorrow_vote").fetchone()[0])


def kept(out: Path, folder: str = "before-upgrade") -> list[str]:
    """The versions that the kept copies are of."""
    names = sorted(path.name for path in (out / folder).iterdir())
    return [found[1] if (found := COPY.fullmatch(name)) else name for name in names]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("made")
    (place / "atelier" / "a").mkdir(parents=True)
    (place / "atelier" / "a" / "notes.txt").write_text(IDEA, encoding="utf-8")
    done = semailles("run", place / "atelier", "--output", place / "out")
    assert done.returncode == 0, done.stderr
    return place / "out"


@pytest.fixture
def out(made: Path, tmp_path: Path) -> Path:
    return shutil.copytree(made, tmp_path / "out")


def test_what_the_tables_were_is_kept_then_put_back(out: Path) -> None:
    before = contents(out / FILE)

    upgraded = later("verify", out, "--lang", "en")
    after = contents(out / FILE)
    back = later("rollback", out, "--lang", "en")

    assert (upgraded.returncode, upgraded.stderr.splitlines()) == (
        0,
        [f"{out} was brought to version 0.2.0.", f"What it was before is kept for « semailles rollback {out} »."],
    )
    (copied,), (aside,) = (list((out / folder).iterdir()) for folder in ("before-upgrade", "before-rollback"))
    assert (back.returncode, back.stdout.splitlines()) == (
        0,
        [
            f"{copied.name} is back in its place.",
            f"The database of after the upgrade is in {aside}: nothing removes it.",
            "The journal has no act since.",
            "Before you start Semailles, install version 0.1.0 again: this one would upgrade the database once more.",
        ],
    )
    assert (contents(out / FILE), contents(copied), contents(aside)) == (before, before, after)
    assert (kept(out), kept(out, "before-rollback")) == (["0.1.0"], ["0.2.0"])
    assert semailles("verify", out).returncode == 0


def test_what_was_written_since_is_told_and_kept_aside(out: Path) -> None:
    later("verify", out)
    with closing(sqlite3.connect(out / FILE)) as opened, opened:
        names = [row[1] for row in opened.execute("PRAGMA table_info(core_event)") if row[1] not in {"id", "at", "public_id"}]
        columns = ", ".join(names)
        opened.execute(
            f"INSERT INTO core_event (at, {columns}) SELECT '2027-03-02 09:00:00', {columns} FROM core_event ORDER BY id LIMIT 2"  # noqa: S608  # names read from the same database
        )

    told = semailles("rollback", out, "--lang", "en").stdout.splitlines()

    assert told[2:4] == [
        "2 acts were written in the journal since, the last on 2027-03-02 09:00 UTC: they are only there.",
        "Files received since are still in media/: « semailles verify » says that no document names them.",
    ]


def test_a_change_that_fails_leaves_the_former_database_and_says_what_to_do(out: Path) -> None:
    before = contents(out / FILE)

    stopped = [later("verify", out, "--lang", "en", LATER_BREAKS="1") for _ in range(2)]
    back = later("rollback", out, "--lang", "en")

    sentence = (
        f"{out} could not be brought to version 0.2.0. Its database is as it was: install version 0.1.0 again, "
        f"or run « semailles rollback {out} », which says what to do."
    )
    assert [(done.returncode, done.stderr.splitlines()[-1]) for done in stopped] == [(1, sentence)] * 2
    assert (back.returncode, back.stdout.splitlines()) == (
        0,
        [
            "Nothing to put back: the database is as it was before the upgrade.",
            "Before you start Semailles, install version 0.1.0 again: this one would upgrade the database once more.",
        ],
    )
    assert (contents(out / FILE), kept(out)) == (before, ["0.1.0"])
    assert semailles("verify", out).returncode == 0


def test_an_earlier_program_names_the_version_that_is_needed(out: Path) -> None:
    later("verify", out)
    after = contents(out / FILE)

    refused = [semailles(*words, "--lang", "en") for words in (("verify", out), ("serve", out))]

    sentence = (
        f"{out} needs version 0.2.0 of Semailles, or a later one: install it. Nothing was changed. "
        f"To go back to what it was before that version: « semailles rollback {out} ».\n"
    )
    assert [(done.returncode, done.stderr) for done in refused] == [(2, sentence)] * 2
    assert contents(out / FILE) == after


def test_the_last_three_are_kept_though_the_clock_was_set_back(out: Path) -> None:
    (out / "before-upgrade").mkdir()
    for day in range(1, 5):
        (out / "before-upgrade" / f"2099110{day}T120000Z-0.0.{day}.sqlite3").write_bytes(b"")

    later("verify", out)

    assert kept(out) == ["0.0.3", "0.0.4", "0.1.0"]


def test_of_two_that_start_at_once_one_changes_the_tables(out: Path) -> None:
    place = os.pathsep.join((str(REPOSITORY), str(REPOSITORY / "src")))
    script = [sys.executable, str(Path(__file__).with_name("later.py")), "verify", str(out)]
    started = [
        subprocess.Popen(
            script, env={**os.environ, "PYTHONPATH": place}, cwd=REPOSITORY, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        for _ in range(3)
    ]

    assert [one.wait() for one in started] == [0, 0, 0]
    assert (votes(out), kept(out)) == (VOTES, ["0.1.0"])


def test_nothing_is_put_back_under_a_command_that_is_open(out: Path) -> None:
    later("verify", out)
    after = contents(out / FILE)
    open_elsewhere = Share(out)
    open_elsewhere.shares()

    done = semailles("rollback", out, "--lang", "en")
    open_elsewhere.end()

    assert (done.returncode, done.stderr) == (1, f"{out} is open in another command of Semailles: stop it, then run this one again.\n")
    assert contents(out / FILE) == after


def test_tables_wait_for_those_who_have_them_open(out: Path) -> None:
    other, asking, again = (Share(out) for _ in range(3))
    other.shares()

    with pytest.raises(InUse):
        have_alone(asking, said=out, patience=0.0)
    assert have_alone(again, said=out, is_done=lambda: True) is False
    other.end()
    assert have_alone(again, said=out) is True
    again.end()


def test_where_nothing_can_be_written_there_is_nothing_to_share(tmp_path: Path) -> None:
    nowhere = Share(tmp_path / "gone")

    assert (nowhere.shares(), nowhere.has_alone()) == (True, True)
    nowhere.end()


def test_a_damaged_database_is_set_aside_as_it_is(out: Path) -> None:
    before = contents(out / FILE)
    later("verify", out)
    torn = (out / FILE).read_bytes()[:8192] + b"\0" * 8192
    (out / FILE).write_bytes(torn)

    done = semailles("rollback", out, "--lang", "en")

    (aside,) = (out / "before-rollback").iterdir()
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, f"The database was damaged: it is kept as it was, in {aside}.")
    assert (contents(out / FILE), aside.read_bytes()) == (before, torn)


def test_what_cannot_be_put_back_is_said(out: Path) -> None:
    nothing = semailles("rollback", out, "--lang", "en")
    later("verify", out)
    (copied,) = (out / "before-upgrade").iterdir()
    unknown = semailles("rollback", out, "--lang", "en", "--to", "other.sqlite3")
    copied.write_bytes(b"torn" * 1000)
    damaged = semailles("rollback", out, "--lang", "en", "--to", copied)

    assert [(done.returncode, done.stderr.strip()) for done in (nothing, unknown, damaged)] == [
        (2, f"No upgrade of {out} has kept the database of before: there is nothing to put back."),
        (2, f"other.sqlite3 is not kept here. These are: {copied.name}."),
        (2, f"{copied} is damaged: choose another one with --to. Nothing was changed."),
    ]


@pytest.mark.full
def test_an_upgrade_killed_anywhere_has_happened_or_not(made: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """SIGKILL at seeded moments: the former database is whole, `rollback` says so, the former version opens it; or the next try ends well."""
    before = contents(made / FILE)
    counted = later("verify", shutil.copytree(made, tmp_path / "counted"), LATER_KILLED_AT="0")
    most = int(counted.stdout.splitlines()[0])
    killed = lost = harmed = 0
    for moment in sorted(Random(SEED).sample(range(1, most + 1), TRIES)):  # noqa: S311  # moments, not secrets
        out = shutil.copytree(made, tmp_path / f"out-{moment}")
        killed += later("verify", out, LATER_KILLED_AT=str(moment)).returncode == -9
        harmed += contents(out / FILE) != before
        back = later("rollback", out)
        former = semailles("verify", out)
        lost += (back.returncode, former.returncode, contents(out / FILE)) != (0, 0, before)
        harmed += (later("verify", out).returncode, votes(out), kept(out)) != (0, VOTES, ["0.1.0"])
    rows = sum(1 for line in before if line.startswith("INSERT"))
    tell(request, Tally("R10 upgrade killed (SQLite)", TRIES, rows, lost, note=f"{killed} killed among {most} statements, {harmed} harmed"))
    assert (killed, lost, harmed) == (TRIES, 0, 0)
