"""What the person sees: sentences, a progress bar on a terminal, plain lines otherwise."""

import json
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from gettext import gettext as _
from pathlib import Path
from typing import Any

from semailles.core.progress import Progress

_CONTROLS = dict.fromkeys(
    (*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029), "�"
)  # a file's name may hold any: none may drive the terminal
_LINES = {**_CONTROLS, ord("\n"): "\n", ord("\t"): "\t"}


def say(sentence: str = "") -> None:
    sys.stdout.write(sentence.translate(_LINES) + "\n")


def complain(sentence: str) -> None:
    """One sentence, one line."""
    sys.stderr.write(sentence.translate(_CONTROLS) + "\n")


def program() -> str:
    """As whoever has not put it on their path types it, to be typed again."""
    typed = sys.argv[0]
    return typed if Path(typed).name == "semailles" and not shutil.which("semailles") else "semailles"


def announced(label: object, said: str) -> str:
    """The colon as the language sets it."""
    return _("%(label)s: %(said)s") % {"label": label, "said": said}


def say_json(tree: Any) -> None:
    """One line, the last one."""
    say(json.dumps(tree, ensure_ascii=False, separators=(",", ":")))


@contextmanager
def progress_shown() -> Iterator[Progress]:
    """On standard error, so that standard output stays for results."""
    if not sys.stderr.isatty():
        yield _line
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bars

    with Bars(TextColumn("{task.description:<34}"), BarColumn(), MofNCompleteColumn(), console=Console(stderr=True)) as bars:
        tasks: dict[str, Any] = {}

        def show(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bars.add_task(step, total=total)
            bars.update(tasks[step], completed=done, total=total)

        yield show


def _line(step: str, done: int, total: int) -> None:
    if done == 0:
        complain(f"{step}…")
    elif done == total and total > 1:
        complain(announced(step, f"{done}/{total}"))
