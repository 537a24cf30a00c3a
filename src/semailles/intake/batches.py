"""Many keys, a few questions."""

from collections.abc import Iterator, Sequence
from typing import TypeVar
from uuid import UUID

AT_ONCE = 5000
Key = TypeVar("Key", int, UUID)


def some(keys: Sequence[Key]) -> Iterator[Sequence[Key]]:
    """As many as one question to the database may name."""
    return (keys[at : at + AT_ONCE] for at in range(0, len(keys), AT_ONCE))
