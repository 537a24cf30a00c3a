"""An instance on a PostgreSQL server that tests may stop: two hosts, somebody who takes part, and what is found there afterwards."""

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import psycopg
import pytest
from tests.command import semailles
from tests.faults.disks import small_disk
from tests.faults.serving import FIRST_PORT, Served, serving
from tests.forked import forked
from tests.servers import Mortal, database, mortal_postgresql
from tests.stories import hosts

from semailles.core.keys import KEY_FILE

SETTING = "DATABASE_URL"


@dataclass(frozen=True)
class Hosted:
    """`address`: of the database. `slug`, `session`: of the initiative, and of whoever coordinates it."""

    server: Mortal
    address: str
    first: Path
    second: Path
    slug: str
    session: str

    @contextmanager
    def open(self, *, second: bool = False) -> Iterator[Served]:
        """A host that answers, to somebody who is signed in."""
        with pytest.MonkeyPatch.context() as here:
            here.setenv(SETTING, self.address)
            out, port = (self.second, FIRST_PORT + 10) if second else (self.first, FIRST_PORT)
            with serving(out, "--instance", "--no-worker", port=port) as served:
                yield replace(served, within=f"/d/{self.slug}", known=f"sessionid={self.session}")

    @contextmanager
    def environment(self) -> Iterator[None]:
        """Of commands on its hosts."""
        with pytest.MonkeyPatch.context() as here:
            here.setenv(SETTING, self.address)
            yield

    def rows(self, question: str) -> list[Any]:
        with psycopg.connect(self.address, autocommit=True) as line:
            return line.execute(question).fetchall()  # type: ignore[arg-type]  # our own questions

    def remarks(self) -> list[str]:
        return [text for (text,) in self.rows("SELECT text FROM projects_comment ORDER BY text")]

    @contextmanager
    def copied(self, **settings: str) -> Iterator["Hosted"]:
        """The same instance on a database of its own. `settings`: what its host asks of the server."""
        with database(self.server.address, like=urlsplit(self.address).path[1:]) as address:
            with psycopg.connect(address, autocommit=True) as line:
                line.execute(
                    "CHECKPOINT"
                )  # the server counts on in a copy from what it noted of the model: killed before, it would begin again
            yield replace(self, address=_with(address, settings))

    @contextmanager
    def on_disk(self, place: Path) -> Iterator["Hosted"]:
        """Its database alone on this disk, as one that is full of tables is."""
        data = Path(self.rows("SHOW data_directory")[0][0])
        shutil.chown(place, data.stat().st_uid)
        with psycopg.connect(self.server.address, autocommit=True) as line:
            line.execute(f"CREATE TABLESPACE small LOCATION '{place}'")  # type: ignore[arg-type]  # our own name
            try:
                with database(self.server.address, like=urlsplit(self.address).path[1:], kept="small") as address:
                    yield replace(self, address=address)
            finally:
                line.execute("DROP TABLESPACE small")


def _with(address: str, settings: Mapping[str, str]) -> str:
    options = " ".join(f"-c {name}={value}" for name, value in settings.items())
    return f"{address}{'&' if '?' in address else '?'}options={quote(options)}" if settings else address


def _leave_the_disk_to_the_system(server: Mortal) -> None:
    """It is killed here, its machine is not: what it has handed to the system is there when it starts again, and is not waited for."""
    with psycopg.connect(server.address, autocommit=True) as line:
        line.execute("ALTER SYSTEM SET fsync = off")
        line.execute("SELECT pg_reload_conf()")


@contextmanager
def hosted(place: Path) -> Iterator[Hosted]:
    with mortal_postgresql() as server, database(server.address) as address, pytest.MonkeyPatch.context() as here:
        _leave_the_disk_to_the_system(server)
        here.setenv(SETTING, address)
        first, second = place / "first", place / "second"
        assert semailles("instance", "create", first).returncode == 0
        assert semailles("instance", "administrator", first, "claire@exemple.test", "--name", "Claire").returncode == 0
        said = forked(hosts.lay_whole, first)
        assert said.returncode == 0, said.stderr
        second.mkdir(mode=0o700)
        shutil.copy2(first / KEY_FILE, second)
        (first / "media").mkdir(exist_ok=True)
        (second / "media").symlink_to(first / "media")
        slug, session = said.stdout.split()
        yield Hosted(server, address, first, second, slug, session)


@contextmanager
def disk_of_a_server(megabytes: int) -> Iterator[Path]:
    """Where another account of the system comes too: the folders of tests are closed to it."""
    with tempfile.TemporaryDirectory(prefix="disk-") as place:
        Path(place).chmod(0o755)  # nothing secret is there
        with small_disk(Path(place, "disk"), megabytes) as disk:
            yield disk
