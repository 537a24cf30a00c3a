"""Files are hostile: they are parsed in another process, which has little memory and little time and holds nothing worth taking.

    read(name, content) -> ReadDocument              as `opening.read`, behind the guard; raises `UnreadableError`, and nothing else
    members(name, content) -> Members                as `containers.members`, behind the guard
    sizes, picture, illustration, marks              as in `pictures`, behind the guard
    run_tool(command, …) -> bytes                    what a tool of the system says (soffice, tesseract), under the same kind of limits

One warm process serves file after file; it is ended and replaced when a file takes more than its share, or kills it. This is the only module that
starts processes.
"""

import atexit
import json
import os
import resource
import select
import signal
import struct
import subprocess
import sys
from base64 import b64decode
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Any, NoReturn, Self

from semailles.engines.reading.containers import Members
from semailles.engines.reading.document import ReadDocument, Reason, UnreadableError
from semailles.engines.reading.pictures import HAS_PICTURES, Mark, Picture
from semailles.engines.reading.wire import GarbledError, refusal_in, unpacked, unpacked_members

MEGABYTES, SECONDS = 900, 60  # of one reading process, for one file
LONGEST_ANSWER = 256 * 2**20
WAITING = 15  # times as long on the clock as on the processor: letters are recognised by a tool of its own
FILES_A_PROCESS = 500  # then it is replaced: what libraries leak ends with it
CHUNK = 1 << 16
_HEAD, _BODY = struct.Struct(">I"), struct.Struct(">Q")
_ENVIRONMENT = ("PATH", "LANG", "LC_ALL", "TMPDIR", "HOME", "SYSTEMROOT")


class Guard:
    """One reading process, started at the first file. Threads take turns."""

    def __init__(self, *, megabytes: int = MEGABYTES, seconds: int = SECONDS) -> None:
        self._limits = megabytes, seconds
        self._turn = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._served, self._owner = 0, 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def ask(self, asked: Mapping[str, Any], content: bytes) -> bytes:
        """The answer of the process. Raises `UnreadableError` when it takes too long, too much, or ends."""
        with self._turn:
            process = self._running()
            try:
                _send(process, asked, content)
                answer = _received(process, WAITING * self._limits[1])
            except (BrokenPipeError, _CutError):
                self._ended_by_file(process)
            except _SlowError:
                self.close()
                raise UnreadableError(Reason.TOO_LONG, {"seconds": str(self._limits[1])}) from None
            self._served += 1
            return answer

    def _running(self) -> "subprocess.Popen[bytes]":
        if self._owner != os.getpid():
            self._process = None  # it belongs to the process that this one was forked from
        if self._process is not None and (self._served >= FILES_A_PROCESS or self._process.poll() is not None):
            self.close()
        if self._process is None:
            command = [sys.executable, "-P", "-m", "semailles.engines.reading.guarded", *map(str, self._limits)]
            self._process = subprocess.Popen(  # noqa: S603 - our own module, started by our own Python
                command, env=_environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
            self._served, self._owner = 0, os.getpid()
        return self._process

    def _ended_by_file(self, process: "subprocess.Popen[bytes]") -> NoReturn:
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=5)
        ended = process.returncode
        self.close()
        if ended == -signal.SIGXCPU:
            raise UnreadableError(Reason.TOO_LONG, {"seconds": str(self._limits[1])})
        raise UnreadableError(Reason.KILLS_READER)


def _environment() -> dict[str, str]:
    """Nothing of ours: no key, no path of a workspace."""
    return {name: value for name, value in os.environ.items() if name in _ENVIRONMENT}


class _CutError(Exception):
    """The process ended before it had answered."""


class _SlowError(Exception):
    """No answer in time."""


def _send(process: "subprocess.Popen[bytes]", asked: Mapping[str, Any], content: bytes) -> None:
    if process.stdin is None:
        raise _CutError
    head = json.dumps(asked).encode("ascii")
    process.stdin.write(_HEAD.pack(len(head)) + head + _BODY.pack(len(content)))
    process.stdin.write(content)
    process.stdin.flush()


def _received(process: "subprocess.Popen[bytes]", seconds: float) -> bytes:
    length = _BODY.unpack(_exactly(process, _BODY.size, seconds))[0]
    if length > LONGEST_ANSWER:
        raise _CutError
    return _exactly(process, length, seconds)


def _exactly(process: "subprocess.Popen[bytes]", size: int, seconds: float) -> bytes:
    if process.stdout is None:
        raise _CutError
    pipe, pieces = process.stdout.fileno(), []
    while size:
        ready, _, _ = select.select([pipe], [], [], seconds)
        if not ready:
            raise _SlowError
        piece = os.read(pipe, min(size, CHUNK))
        if not piece:
            raise _CutError
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)


_guard = Guard()
atexit.register(_guard.close)


def read(name: str, content: bytes) -> ReadDocument:
    try:
        return unpacked(_guard.ask({"what": "read", "name": name}, content))
    except GarbledError:
        raise UnreadableError(Reason.KILLS_READER) from None


def members(name: str, content: bytes) -> Members:
    """The files that an archive or a mail holds, as in `containers`."""
    answer = _guard.ask({"what": "members", "name": name}, content)
    try:
        return unpacked_members(answer)
    except GarbledError:
        raise UnreadableError(Reason.KILLS_READER) from None


def sizes(kind: str, content: bytes) -> tuple[tuple[float, float], ...]:
    return tuple((float(width), float(height)) for width, height in _drawn({"what": "sizes", "kind": kind}, content)["sizes"])


def picture(kind: str, content: bytes, number: int) -> Picture:
    return _picture_in(_drawn({"what": "picture", "kind": kind, "number": number}, content))


def illustration(content: bytes) -> Picture:
    return _picture_in(_said({"what": "illustration"}, content))


def marks(kind: str, content: bytes, number: int, passage: str, span: tuple[int, int]) -> dict[int, tuple[Mark, ...]]:
    asked = {"what": "marks", "kind": kind, "number": number, "passage": passage, "start": span[0], "end": span[1]}
    found = _drawn(asked, content)["marks"]
    return {int(page): tuple(Mark(*map(float, mark)) for mark in rows) for page, rows in found.items()}


def _drawn(asked: Mapping[str, Any], content: bytes) -> dict[str, Any]:
    if asked["kind"] not in HAS_PICTURES:
        raise UnreadableError(Reason.UNKNOWN_FORMAT)
    return _said(asked, content)


def _said(asked: Mapping[str, Any], content: bytes) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(_guard.ask(asked, content))
    refusal_in(answer)
    return answer


def _picture_in(answer: Mapping[str, Any]) -> Picture:
    return Picture(b64decode(answer["content"]), str(answer["media_type"]))


def run_tool(
    command: Sequence[str], *, stdin: bytes = b"", seconds: float = SECONDS, megabytes: int = 2000, folder: Path | None = None
) -> bytes:
    """What the tool writes. It and all that it starts end with the call. Raises `UnreadableError` when it fails or is too slow."""
    with subprocess.Popen(  # noqa: S603 - the command is ours, the file is only its input
        list(command),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env=_environment(),
        start_new_session=True,
    ) as tool:
        with suppress(ProcessLookupError, PermissionError):
            resource.prlimit(tool.pid, resource.RLIMIT_AS, (megabytes * 2**20, megabytes * 2**20))
        try:
            written, _ = tool.communicate(stdin, timeout=seconds)
        except subprocess.TimeoutExpired:
            raise UnreadableError(Reason.TOO_LONG, {"seconds": str(int(seconds))}) from None
        finally:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(tool.pid, signal.SIGKILL)
        if tool.returncode != 0:
            raise UnreadableError(Reason.DAMAGED, {"error": Path(command[0]).name})
        return written
