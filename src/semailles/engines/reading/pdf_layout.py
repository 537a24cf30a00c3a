"""Where segments stand → reading order: columns one after the other, tables apart, each line in its column."""

from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import NamedTuple

from semailles.engines.reading.pdf_grids import PdfTable, Sorted, sort_out_tables
from semailles.engines.reading.pdf_lines import Page, Segment
from semailles.engines.reading.pdf_markers import with_markers
from semailles.engines.reading.pdf_tables import cut_tables

_SAME_LINE = 0.42  # of the size: exponents and notes' numbers stand that much higher
_FEWEST_LINES = 4
_FAR = 1.8
_NARROWEST = 0.2  # of the width: bullets and their texts are no columns
_FULL = 0.75


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
    found = sort_out_tables(page._replace(segments=with_markers(page.segments)))
    head, body, foot = _apart_from_margins(page, found.segments)
    ordered = [*head, *regions(body), *foot]
    return Layout(page.number, [part for region in ordered for part in _region_parts(region, found)])


def _apart_from_margins(page: Page, segments: list[Segment]) -> tuple[list[list[Segment]], list[Segment], list[list[Segment]]]:
    """A lone line far above or below the rest belongs to no column, though it may have a piece over each."""
    heights = [segment.y for segment in segments]
    if not segments or (max(heights) < page.height * 0.87 and min(heights) > page.height * 0.13):
        return [], segments, []
    rows = _rows(sorted(segments, key=lambda segment: (-segment.y, segment.x0)))
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
    for band in _bands(ordered, gutter):
        if _separates(band, gutter):
            for column in _columns(band, gutter):
                yield from regions(column, depth + 1)
        else:
            yield from regions(band, depth + 1)


def _bands(ordered: list[Segment], gutter: float) -> list[list[Segment]]:
    """Runs of lines that cross the gutter, and runs of lines that do not, from top to bottom."""
    return [list(band) for _, band in groupby(ordered, key=lambda segment: segment.x0 < gutter - 1 and segment.x1 > gutter)]


def _columns(band: list[Segment], gutter: float) -> list[list[Segment]]:
    """Left and right, as often as the writing went over: a heading may stand between two pairs of columns."""
    if _turns(band, gutter) * _FEWEST_LINES > len(band):
        return [[segment for segment in band if segment.x1 <= gutter], [segment for segment in band if segment.x1 > gutter]]
    written = sorted(band, key=lambda segment: segment.order)
    return [list(column) for _, column in groupby(written, key=lambda segment: segment.x1 > gutter)]


def _gutter(segments: list[Segment]) -> float | None:
    """The left edge of a second column: shared by many lines, with nothing much across it, and written after the first."""
    if len(segments) < 2 * _FEWEST_LINES:
        return None
    left, right = min(segment.x0 for segment in segments), max(segment.x1 for segment in segments)
    edges: dict[int, int] = {}
    for segment in segments:
        if left + (right - left) * _NARROWEST < segment.x0 < right - (right - left) * _NARROWEST:
            edges[round(segment.x0)] = edges.get(round(segment.x0), 0) + 1
    candidates = sorted((edge for edge, count in edges.items() if count >= _FEWEST_LINES), key=lambda edge: -edges[edge])
    for edge in candidates[:4]:
        if any(_separates(band, edge - 1.0) for band in _bands(segments, edge - 1.0)):
            return edge - 1.0
    return None


def _separates(band: list[Segment], edge: float) -> bool:
    """Lines enough on both sides, side by side, written column by column or as wide as columns are."""
    before = [segment for segment in band if segment.x1 <= edge]
    after = [segment for segment in band if segment.x0 >= edge - 1]
    fewest = min(len(before), len(after))
    if fewest < _FEWEST_LINES or min(before[0].y, after[0].y) <= max(before[-1].y, after[-1].y):
        return False
    if fewest >= _turns(band, edge) * _FEWEST_LINES:
        return True
    return fewest >= 2 * _FEWEST_LINES and all(_fullness(side) > _FULL for side in (before, after))


def _turns(band: list[Segment], edge: float) -> int:
    """How often the writing goes from left to right of the edge: once a column, or once a table row."""
    sides = [segment.x0 >= edge - 1 for segment in sorted(band, key=lambda segment: segment.order)]
    return sum(1 for before, after in pairwise(sides) if after and not before)


def _fullness(side: list[Segment]) -> float:
    """How wide the lines of a column usually are, against the widest."""
    widths = sorted(segment.x1 - segment.x0 for segment in side)
    return widths[len(widths) // 2] / max(widths[-1], 1.0)


def _region_parts(region: list[Segment], found: Sorted) -> list[Line | PdfTable]:
    rows = [_joined(row) for row in _rows(sorted(region, key=lambda segment: (-segment.y, segment.x0)))]
    if not rows:
        return []
    left, right = min(row[0].x0 for row in rows), _right_edge([row[-1].x1 for row in rows])
    parts: list[Line | PdfTable] = []
    above: float | None = None
    for cut in cut_tables(rows, found.rules):
        piece = cut if isinstance(cut, PdfTable) or cut[0].text else found.tables[cut[0].order]
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
    gap = above - first.y if above is not None else 0.0
    if first is last:
        return Line(first.text, first.x0, first.x1, first.y, first.size, first.bold, first.cut, *edges, gap, is_aligned=False)
    text, bold = "  ".join(segment.text for segment in row), all(segment.bold for segment in row)
    return Line(text, first.x0, last.x1, first.y, first.size, bold, last.cut, *edges, gap, is_aligned=True)


def _rows(region: list[Segment]) -> list[list[Segment]]:
    """Segments on one baseline, exponents with their line."""
    rows: list[list[Segment]] = []
    for segment in region:
        if rows and segment.text and rows[-1][0].text and rows[-1][0].y - segment.y < _SAME_LINE * max(segment.size, rows[-1][0].size):
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return rows


def _joined(row: list[Segment]) -> list[Segment]:
    """Neighbours with no hole between them become one."""
    if len(row) == 1:
        return row
    row = sorted(row, key=lambda segment: segment.x0)
    joined = [row[0]]
    for segment in row[1:]:
        last = joined[-1]
        hole = segment.x0 - last.x1
        if hole > max(last.size, segment.size):
            joined.append(segment)
            continue
        space = "" if hole < 0.12 * segment.size and not last.cut else " "
        main = last if last.size >= segment.size else segment
        text = f"{last.text}{space}{segment.text}"
        joined[-1] = Segment(text, last.x0, segment.x1, main.y, main.size, last.bold and segment.bold, segment.cut, last.order)
    return joined
