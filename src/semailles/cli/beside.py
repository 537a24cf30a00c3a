"""Another process of the program, at work in one folder: it knows nothing else of who asks for it, and makes itself ready while other things are done."""

import gc
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from semailles.cli.troubles import sentence_about
from semailles.cli.wording import speak
from semailles.core.errors import Refusal

OF_WHO_ASKS = ("DATABASE_URL", "SEMAILLES_INSTANCE", "SEMAILLES_WORKSPACE")
NOBODY_ASKS, REFUSED = 2, 1
SIGNS, ANY_BYTE = "utf-8", "surrogateescape"  # between the two, whatever the terminal shows: a folder's name may be of any bytes


@contextmanager
def begun(module: str, folder: Path, lang: str) -> Iterator[Callable[[], str]]:
    """`module`: it calls `answer`. What is given is called once: its last line, or the sentence it refuses with. One that is not called is stopped."""
    alone = {name: value for name, value in os.environ.items() if name not in OF_WHO_ASKS} | {"PYTHONIOENCODING": f"{SIGNS}:{ANY_BYTE}"}
    command = [sys.executable, "-P", "-m", module, str(folder), lang]
    pipe = subprocess.PIPE
    with subprocess.Popen(  # noqa: S603  # our own command
        command, env=alone, stdin=pipe, stdout=pipe, stderr=pipe, encoding=SIGNS, errors=ANY_BYTE
    ) as process:
        try:
            yield lambda: _asked(process)
        finally:
            process.kill()


def _asked(process: subprocess.Popen[str]) -> str:
    said, troubles = process.communicate("\n")
    if process.returncode:
        raise Refusal(said) if said else RuntimeError(troubles)
    return said.rpartition("\n")[2]


def end_at_once() -> None:
    """Python does not look through all that it holds before the process ends, which takes as long as a small backup."""
    gc.freeze()


def answer(be_ready: Callable[[Path, str], None], work: Callable[[Path, str], str]) -> int:
    """All that this process does. `work`: gives its answer, in one line."""
    folder, lang = Path(sys.argv[1]), sys.argv[2]
    speak(lang)
    try:
        be_ready(folder, lang)
        if not sys.stdin.readline():
            return NOBODY_ASKS
        said = work(folder, lang)
    except Exception as error:  # the edge of a process: what the machine refuses is said in one sentence
        sentence = error.sentence if isinstance(error, Refusal) else sentence_about(error)
        if not sentence:
            raise
        sys.stdout.write(sentence)
        return REFUSED
    sys.stdout.write(f"\n{said}")
    end_at_once()
    return 0
