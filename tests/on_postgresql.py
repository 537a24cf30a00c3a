"""Tests on a PostgreSQL server of their own: `python -m tests.on_postgresql [pytest options]`. Those that ask for no database are left out."""

import os
import subprocess
import sys

from tests.servers import postgresql


def main(options: list[str]) -> int:
    with postgresql(hasty=True) as server:
        environment = {**os.environ, "TESTS_POSTGRESQL": server, "DJANGO_SETTINGS_MODULE": "tests.postgresql_settings"}
        return subprocess.run([sys.executable, "-m", "pytest", *options], env=environment, check=False).returncode  # our own words


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
