"""The command as a later version would be, 0.2.0, with tables of `tests.stories.tomorrow`: `later.py WORDS…`.

LATER_BREAKS: its last change of tables fails. LATER_KILLED_AT: SIGKILL, from inside, at the nth time the database is spoken to while its tables
are changed, before or after it answers; 0: only count, and say how many times on the last line.
"""

import os
import signal
import sys
from collections.abc import Callable
from typing import Any

import django

import semailles


def main() -> int:
    semailles.__version__ = "0.2.0"
    django.setup = with_tables_of_tomorrow(django.setup)
    if "LATER_KILLED_AT" in os.environ:
        from semailles.cli import upgrading

        change = upgrading._migrate
        upgrading._migrate = lambda: killed(change, int(os.environ["LATER_KILLED_AT"]))
    from semailles.cli.main import main as command

    return command()


def with_tables_of_tomorrow(set_up: Callable[[], None]) -> Callable[[], None]:
    """Settings are read once the command has said which workspace it opens."""

    def set_up_later() -> None:
        from semailles.config import settings

        settings.INSTALLED_APPS.append("tests.stories.tomorrow")
        set_up()

    return set_up_later


def killed(change: Callable[[], None], at: int) -> None:
    from django.db import connection

    killing = Killing(at)
    with connection.execute_wrapper(killing):
        change()
    sys.stdout.write(f"{killing.said}\n")


class Killing:
    def __init__(self, at: int) -> None:
        self.at, self.said = at, 0

    def __call__(self, ask_database: Callable[..., Any], *question: Any) -> Any:
        self.said += 1
        if self.said == self.at and self.at % 2:
            os.kill(os.getpid(), signal.SIGKILL)
        answer = ask_database(*question)
        if self.said == self.at:
            os.kill(os.getpid(), signal.SIGKILL)
        return answer


if __name__ == "__main__":
    sys.exit(main())
