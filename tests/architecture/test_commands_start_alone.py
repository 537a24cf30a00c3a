"""A command is read before Django is set up, by a Python where nothing else was imported: the other tests, which set it up first, would not see it fail."""

import os
import subprocess
import sys

import pytest

COMMANDS = (
    "backup",
    "digest",
    "doctor",
    "export",
    "instance",
    "replay",
    "restore",
    "rollback",
    "run",
    "serve",
    "single",
    "verify",
    "worker",
)


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_is_read_before_any_setting(command: str) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}

    read = subprocess.run(
        [sys.executable, "-c", f"import semailles.cli.{command}"], capture_output=True, text=True, check=False, env=environment
    )

    assert (read.returncode, read.stderr) == (0, "")
