"""Tests on a PostgreSQL server of their own: `python -m tests.on_postgresql [pytest options]`. Those that ask for no database are left out."""

import os
import subprocess
import sys
import tempfile

from tests.servers import postgresql


def main(options: list[str]) -> int:
    with postgresql(hasty=True) as server, tempfile.TemporaryDirectory() as workspace:
        own = {"TESTS_POSTGRESQL": server, "SEMAILLES_WORKSPACE": workspace, "DJANGO_SETTINGS_MODULE": "tests.postgresql_settings"}
        environment = {**os.environ, **own}
        return subprocess.run([sys.executable, "-m", "pytest", *options], env=environment, check=False).returncode  # our own words


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
