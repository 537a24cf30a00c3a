"""Who may read: three circles, each within the next."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import IntEnum
from typing import Any, TypeVar

Found = TypeVar("Found")


class Audience(IntEnum):
    """The widest circle that a thing may be shown to. A reader of one circle sees the things of this circle and of the wider ones."""

    FACILITATOR = 0
    WORKING = 1
    PUBLIC = 2


_reading = ContextVar("reading", default=Audience.FACILITATOR)
_found: ContextVar[dict[Hashable, Any]] = ContextVar("found", default={})  # noqa: B039  # never written: each reading begins its own


def reading() -> Audience:
    """The circle for which rows are being read. Everything, but while a page is read by somebody of a wider circle: QuerySets that tell less then ask here."""
    return _reading.get()


def reads_everything() -> bool:
    return reading() is Audience.FACILITATOR


def read_as(circle: Audience) -> None:
    """Until the `read_by` around ends."""
    _reading.set(circle)
    _found.set({})


def found_once(key: Hashable, find: Callable[[], Found]) -> Found:
    """What a page asks many times over while it is read, and which does not change meanwhile. Only for who reads less than everything."""
    if reads_everything():
        return find()
    found = _found.get()
    if key not in found:
        found[key] = find()
    known: Found = found[key]
    return known


@contextmanager
def read_by(circle: Audience) -> Iterator[None]:
    token, found = _reading.set(circle), _found.set({})
    try:
        yield
    finally:
        _reading.reset(token)
        _found.reset(found)
