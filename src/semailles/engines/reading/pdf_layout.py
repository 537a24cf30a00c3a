"""Where segments stand → reading order: columns one after the other, tables apart, each line in its column."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from semailles.engines.reading.pdf_lines import Page, Segment
from semailles.engines.reading.pdf_tables import PdfTable, cut_tables
from semailles.engines.reading.prose import without_marker

_SAME_LINE = 0.42  # of the size: exponents and notes' numbers stand that much higher
_FEWEST_LINES = 4
_MARKER_REACH = 4.0
_FAR = 1.8


class Line(NamedTuple):
    """A line in its column. `left`, `right`: the column's edges; `gap`: from the line above in points, 0 at the top of a column."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    cut: bool
    left: float
    right: float
    gap: float
    is_aligned: bool


class Layout(NamedTuple):
    """A page in reading order."""

    number: int
    parts: list[Line | PdfTable]


def laid_out(page: Page) -> Layout:
    head, body, foot = _apart_from_margins(page)
    ordered = [*head, *regions(body), *foot]
    return Layout(page.number, [part for region in ordered for part in _region_parts(region, page.rules)])


def _apart_from_margins(page: Page) -> tuple[list[list[Segment]], list[Segment], list[list[Segment]]]:
    """A lone line far above or below the rest belongs to no column, though it may have a piece over each."""
    rows = _rows(sorted(page.segments, key=lambda segment: (-segment.y, segment.x0)))
    head, foot = [], []
    if len(rows) > 1 and rows[0][0].y > page.height * 0.87 and rows[0][0].y - rows[1][0].y > _FAR * rows[0][0].size:
        head.append(rows.pop(0))
    if len(rows) > 1 and rows[-1][0].y < page.height * 0.13 and rows[-2][0].y - rows[-1][0].y > _FAR * rows[-1][0].size:
        foot.append(rows.pop())
    return head, [segment for row in rows for segment in row], foot


def regions(segments: list[Segment], depth: int = 0) -> Iterator[list[Segment]]:
    """The columns of a page, in reading order. What crosses the gutter ends the columns above it."""
    ordered = sorted(segments, key=lambda segment: (-segment.y, segment.x0))
    gutter = _gutter(ordered) if depth < 3 else None  # noqa: PLR2004 - four columns at most
    if gutter is None:
        yield ordered
        return
    band: list[Segment] = []
    across: list[Segment] = []
    for segment in ordered:
        if segment.x0 < gutter - 1 and segment.x1 > gutter:
            yield from _columns(band, gutter, depth)
            band = []
            across.append(segment)
        else:
            if across:
                yield across
                across = []
            band.append(segment)
    if across:
        yield across
    yield from _columns(band, gutter, depth)


def _columns(band: list[Segment], gutter: float, depth: int) -> Iterator[list[Segment]]:
    for side in ([segment for segment in band if segment.x1 <= gutter], [segment for segment in band if segment.x1 > gutter]):
        if side:
            yield from regions(side, depth + 1)


def _gutter(segments: list[Segment]) -> float | None:
    """The left edge of a second column: shared by many lines, with nothing much across it, and written after the first."""
    if len(segments) < 2 * _FEWEST_LINES:
        return None
    left, right = min(segment.x0 for segment in segments), max(segment.x1 for segment in segments)
    edges: dict[int, int] = {}
    for segment in segments:
        if left + (right - left) * 0.2 < segment.x0 < left + (right - left) * 0.85:
            edges[round(segment.x0)] = edges.get(round(segment.x0), 0) + 1
    candidates = sorted((edge for edge, count in edges.items() if count >= _FEWEST_LINES), key=lambda edge: -edges[edge])
    return next((edge - 1.0 for edge in candidates[:4] if _separates(segments, edge - 1.0)), None)


def _separates(segments: list[Segment], edge: float) -> bool:
    before = [segment for segment in segments if segment.x1 <= edge]
    after = [segment for segment in segments if segment.x0 >= edge - 1]
    across = len(segments) - len(before) - len(after)
    if min(len(before), len(after)) < _FEWEST_LINES or across * 2 > len(segments):
        return False
    overlap = min(before[0].y, after[0].y) - max(before[-1].y, after[-1].y)
    if overlap <= 0:
        return False
    turns = _turns(segments, edge)
    return min(len(before), len(after)) >= turns * _FEWEST_LINES


def _turns(segments: list[Segment], edge: float) -> int:
    """How often the writing goes from left to right of the edge: once a column, or once a table row."""
    written = sorted(segments, key=lambda segment: segment.order)
    sides = [segment.x0 >= edge - 1 for segment in written if segment.x0 >= edge - 1 or segment.x1 <= edge]
    return sum(1 for before, after in pairwise(sides) if after and not before)


def _region_parts(region: list[Segment], rules: tuple[float, ...]) -> list[Line | PdfTable]:
    rows = [_joined(row) for row in _rows(region)]
    if not rows:
        return []
    left, right = min(row[0].x0 for row in rows), _right_edge([row[-1].x1 for row in rows])
    parts: list[Line | PdfTable] = []
    above: float | None = None
    for piece in cut_tables(rows, rules):
        if isinstance(piece, PdfTable):
            parts.append(piece)
            above = piece.bottom
            continue
        parts.append(_line(piece, (left, right), above))
        above = piece[0].y
    return parts


def _right_edge(ends: list[float]) -> float:
    """Where lines end at most, but for the one in fifteen that runs over."""
    return sorted(ends)[-1 - len(ends) // 15]


def _line(row: list[Segment], edges: tuple[float, float], above: float | None) -> Line:
    first, last = row[0], row[-1]
    text = "  ".join(segment.text for segment in row)
    gap = above - first.y if above is not None else 0.0
    return Line(text, first.x0, last.x1, first.y, first.size, all(s.bold for s in row), last.cut, *edges, gap, len(row) > 1)


def _rows(region: list[Segment]) -> list[list[Segment]]:
    """Segments on one baseline, exponents with their line."""
    rows: list[list[Segment]] = []
    for segment in region:
        if rows and rows[-1][0].y - segment.y < _SAME_LINE * max(segment.size, rows[-1][0].size):
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return rows


def _joined(row: list[Segment]) -> list[Segment]:
    """Neighbours with no hole between them become one; a bullet goes with its words however far they stand."""
    if len(row) == 1:
        return row
    row = sorted(row, key=lambda segment: segment.x0)
    joined = [row[0]]
    for segment in row[1:]:
        last = joined[-1]
        hole = segment.x0 - last.x1
        reach = _MARKER_REACH if without_marker(f"{last.text} x")[0] == "x" else 1.0
        if hole > reach * max(last.size, segment.size):
            joined.append(segment)
            continue
        space = "" if hole < 0.12 * segment.size and not last.cut else " "
        main = last if last.size >= segment.size else segment
        text = f"{last.text}{space}{segment.text}"
        joined[-1] = Segment(text, last.x0, segment.x1, main.y, main.size, last.bold and segment.bold, segment.cut, last.order)
    return joined
