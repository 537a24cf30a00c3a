"""The process that reads files: it is sent one file at a time, answers, and is ended by the guard when it takes too much. Nothing else runs in it.

Over its standard input and output, each way: four bytes of length, JSON of that length, and for a file eight bytes of length and its bytes.
"""

import json
import resource
import struct
import sys
from base64 import b64encode
from collections.abc import Callable
from dataclasses import asdict
from typing import Any, BinaryIO

from semailles.engines.reading import pictures
from semailles.engines.reading.containers import members
from semailles.engines.reading.document import Reason, UnreadableError
from semailles.engines.reading.opening import read
from semailles.engines.reading.wire import packed, packed_members, packed_refusal

HEAD, BODY = struct.Struct(">I"), struct.Struct(">Q")
Asked = dict[str, Any]


def serve(inlet: BinaryIO, outlet: BinaryIO, *, megabytes: int, seconds: int) -> None:
    """Until nothing more is asked. Memory is limited once for all, the processor's time anew for each file."""
    _limit(resource.RLIMIT_AS, megabytes * 2**20)
    _limit(resource.RLIMIT_CORE, 0)
    while head := inlet.read(HEAD.size):
        asked = json.loads(inlet.read(HEAD.unpack(head)[0]))
        content = inlet.read(BODY.unpack(inlet.read(BODY.size))[0])
        _limit(resource.RLIMIT_CPU, int(sum(resource.getrusage(resource.RUSAGE_SELF)[:2])) + seconds + 1)
        answer = _answer(asked, content)
        del content
        outlet.write(BODY.pack(len(answer)) + answer)
        outlet.flush()


def _answer(asked: Asked, content: bytes) -> bytes:
    try:
        return ANSWERS[asked["what"]](asked, content)
    except UnreadableError as refused:
        return packed_refusal(refused)
    except MemoryError:
        return packed_refusal(UnreadableError(Reason.TOO_HEAVY))


def _read(asked: Asked, content: bytes) -> bytes:
    return packed(read(asked["name"], content))


def _members(asked: Asked, content: bytes) -> bytes:
    return packed_members(members(asked["name"], content))


def _sizes(asked: Asked, content: bytes) -> bytes:
    return _plain({"sizes": [list(size) for size in pictures.sizes(asked["kind"], content)]})


def _picture(asked: Asked, content: bytes) -> bytes:
    return _drawn(pictures.picture(asked["kind"], content, asked["number"]))


def _illustration(_asked: Asked, content: bytes) -> bytes:
    return _drawn(pictures.illustration(content))


def _drawn(picture: pictures.Picture) -> bytes:
    return _plain({"media_type": picture.media_type, "content": b64encode(picture.content).decode("ascii")})


def _marks(asked: Asked, content: bytes) -> bytes:
    found = pictures.marks(asked["kind"], content, asked["number"], asked["passage"], (asked["start"], asked["end"]))
    return _plain({"marks": {str(page): [list(asdict(mark).values()) for mark in marks] for page, marks in found.items()}})


def _plain(answer: dict[str, object]) -> bytes:
    return json.dumps(answer).encode("ascii")


def _limit(what: int, most: int) -> None:
    hard = resource.getrlimit(what)[1]
    resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


ANSWERS: dict[str, Callable[[Asked, bytes], bytes]] = {
    "read": _read,
    "members": _members,
    "sizes": _sizes,
    "picture": _picture,
    "illustration": _illustration,
    "marks": _marks,
}

if __name__ == "__main__":
    out = sys.stdout.buffer
    sys.stdout = sys.stderr  # what a library prints is no answer
    serve(sys.stdin.buffer, out, megabytes=int(sys.argv[1]), seconds=int(sys.argv[2]))
