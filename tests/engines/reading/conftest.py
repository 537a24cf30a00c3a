"""What the tests of the readers share: reading, and looking at blocks shortly."""

from collections.abc import Callable

import pytest

from semailles.engines.blocks import Block
from semailles.engines.reading import Reason, UnreadableError, read

Seen = list[tuple[str, int, str]]


def _seen(blocks: tuple[Block, ...]) -> Seen:
    return [(block.kind.value, block.level, block.text) for block in blocks]


@pytest.fixture
def seen_in() -> Callable[[str, bytes], Seen]:
    """Kind, level and text of each block of a file."""
    return lambda name, content: _seen(read(name, content).blocks)


@pytest.fixture
def refusal_of() -> Callable[[str, bytes], tuple[Reason, dict[str, str]]]:
    """Why a file is refused."""

    def refused(name: str, content: bytes) -> tuple[Reason, dict[str, str]]:
        with pytest.raises(UnreadableError) as caught:
            read(name, content)
        return caught.value.reason, dict(caught.value.detail)

    return refused
