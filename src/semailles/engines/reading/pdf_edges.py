"""Where the lines of a region end: at its right edge, or sooner beside a picture, where several lines were cut at one same width."""

from collections.abc import Sequence
from itertools import groupby, pairwise

from semailles.engines.reading.pdf_lines import Segment

_NARROW = 0.75  # of the region's width
_SURE_LINES = 3
_CLOSED = ".!?:;…»"
Rows = Sequence[list[Segment]]


def right_edges(rows: Rows, left: float, right: float) -> list[float]:
    """Of each row, between the edges of its region."""
    widest = left + _NARROW * (right - left)
    edges: list[float] = []
    for is_narrow, group in groupby(rows, key=lambda row: len(row) == 1 and row[0].x1 < widest):
        run = list(group)
        edges.extend([(_cut_at(run) if is_narrow else 0.0) or right] * len(run))
    return edges


def room_for(word: str, size: float) -> float:
    """What a word would have taken at the end of a line, with the space before it."""
    return (len(word) * 0.5 + 0.6) * size


def usual_end(ends: list[float]) -> float:
    """Where lines end at most, but for the one in fifteen that runs over."""
    return sorted(ends)[-1 - len(ends) // 15]


def _cut_at(run: Rows) -> float:
    """The end of the lines that surely go on in the next one, if most of these had no room for its first word; else 0."""
    sure = [(line, after) for (line,), (after,) in pairwise(run) if after.text[:1].islower() and line.text[-1:] not in _CLOSED]
    if len(sure) < _SURE_LINES:
        return 0.0
    edge = max(line.x1 for line, _ in sure)
    over = sum(1 for (line,) in run if line.x1 > edge + line.size)
    full = sum(1 for line, after in sure if line.x1 + room_for(after.text.split(" ", 1)[0], after.size) > edge)
    return edge if full * 10 >= len(sure) * 7 and over * 10 <= len(run) else 0.0
