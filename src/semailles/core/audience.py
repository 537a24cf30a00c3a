"""Who may read: three circles, each within the next."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import IntEnum


class Audience(IntEnum):
    """The widest circle that a thing may be shown to. A reader of one circle sees the things of this circle and of the wider ones."""

    FACILITATOR = 0
    WORKING = 1
    PUBLIC = 2


_reading = ContextVar("reading", default=Audience.FACILITATOR)


def reading() -> Audience:
    """The circle for which rows are being read. Everything, but while a page is read by somebody of a wider circle: QuerySets that tell less then ask here."""
    return _reading.get()


def reads_everything() -> bool:
    return reading() is Audience.FACILITATOR


def read_as(circle: Audience) -> None:
    """Until the `read_by` around ends."""
    _reading.set(circle)


@contextmanager
def read_by(circle: Audience) -> Iterator[None]:
    token = _reading.set(circle)
    try:
        yield
    finally:
        _reading.reset(token)
