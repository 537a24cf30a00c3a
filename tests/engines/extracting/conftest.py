"""Small documents, written in the test."""

from collections.abc import Callable, Sequence

import pytest

from semailles.engines.blocks import Block, BlockKind, Cell, Locator
from semailles.engines.extracting import extract

Written = Sequence[tuple[BlockKind, str]]


@pytest.fixture
def document() -> Callable[[Written], list[Block]]:
    """Blocks from (kind, text); each heading becomes the path of what follows."""

    def build(parts: Written) -> list[Block]:
        blocks: list[Block] = []
        path: tuple[str, ...] = ()
        for at, (kind, text) in enumerate(parts, start=1):
            blocks.append(Block(text, kind, Locator(paragraph=at), path=() if kind == BlockKind.HEADING else path))
            path = (text,) if kind == BlockKind.HEADING else path
        return blocks

    return build


@pytest.fixture
def row() -> Callable[[dict[str, str]], Block]:
    """A row of a table from {header: cell}."""

    def build(cells: dict[str, str]) -> Block:
        placed, text = [], ""
        for header, cell in cells.items():
            start = len(text) + 3 if text else 0
            text = f"{text} | {cell}" if text else cell
            placed.append(Cell(header, start, start + len(cell)))
        return Block(text, BlockKind.ROW, Locator(row=2), cells=tuple(placed))

    return build


@pytest.fixture
def quotes() -> Callable[[Sequence[Block]], list[str]]:
    """The quotes of the ideas found."""
    return lambda blocks: [idea.quote for idea in extract(blocks).ideas]
