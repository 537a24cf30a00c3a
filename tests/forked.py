"""A process of its own, forked from one that has imported Semailles and what its engines learn once: they are pure, each would come to the same."""

import multiprocessing
import os
import signal
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path
from typing import Any

Typed = subprocess.CompletedProcess[str]


def forked(perform: Callable[..., object], *words: Any) -> Typed:
    """What it returned or exited with, and what it said."""
    with tempfile.TemporaryDirectory() as place:
        said, complained = Path(place, "said"), Path(place, "complained")
        with started(perform, *words, said=said, complained=complained) as process:
            process.join()
            code = process.exitcode
        assert code is not None
        return Typed(words, code, *(path.read_text(encoding="utf-8") if path.exists() else "" for path in (said, complained)))


def killed_after(seconds: float, perform: Callable[..., object], *words: Any) -> None:
    """The process and whatever it started; one that ended before is no harm."""
    with started(perform, *words) as process:
        process.join(timeout=seconds)
        if process.exitcode is None:
            assert process.pid
            os.killpg(process.pid, signal.SIGKILL)
            process.join()


@contextmanager
def started(
    perform: Callable[..., object], *words: Any, said: Path = Path(os.devnull), complained: Path = Path(os.devnull)
) -> Iterator[ForkServerProcess]:
    process = _source().Process(target=_alone, args=(perform, words, dict(os.environ), Path.cwd(), (said, complained)))
    process.start()
    yield process
    process.join()
    process.close()


@cache
def _source() -> ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.imported"])
    return context


def _alone(
    perform: Callable[..., object], words: tuple[Any, ...], environment: dict[str, str], place: Path, streams: tuple[Path, Path]
) -> None:
    multiprocessing.set_start_method("fork", force=True)  # as in a process that somebody starts
    os.setsid()
    os.chdir(place)
    os.environ.clear()
    os.environ.update(environment)
    for descriptor, path in enumerate(streams, start=1):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND), descriptor)
    raise SystemExit(perform(*words))
