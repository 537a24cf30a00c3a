"""What every family of formats gives: one reader, in one module."""

from typing import Protocol

from semailles.engines.reading.document import ReadDocument


class Reader(Protocol):
    """Reads one family. May raise `UnreadableError`; what else it raises is taken as a damaged file by `opening.read`."""

    def __call__(self, content: bytes) -> ReadDocument: ...
