"""A table whose columns are known for sure: its header is where it must be, each row is a row, each cell one text, without the tags of a rich one."""

from collections.abc import Iterator, Sequence

from semailles.engines.blocks import Block, Locator
from semailles.engines.platforms import KnownTable, without_tags
from semailles.engines.reading.outline import row_block
from semailles.engines.reading.prose import clean


def known_blocks(records: Sequence[Sequence[str]], known: KnownTable, sheet: str | None) -> Iterator[Block]:
    """Every row but the header. What stands above the first row of the table, or beyond its last column, has no header."""
    width = max(map(len, records), default=0)
    labels = [clean(label) for label in records[known.header]]
    headers = labels + [""] * (width - len(labels))
    for rank, record in enumerate(records):
        row = tuple((text,) if (text := clean(without_tags(cell))) else () for cell in record)
        if rank != known.header and any(row):
            yield row_block(headers if rank >= known.first else [""] * width, row, Locator(sheet=sheet, row=rank + 1), ())
