"""Tables with drawn lines: the lines say which text stands in which cell."""

from bisect import bisect
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from semailles.engines.reading.pdf_lines import Edge, Page, Segment

_TOUCH = 3.0  # points: lines that close stand for one
_MOST_EDGES = 600
_ONE_WORD_APART, WIDE = 1.0, 0.75  # in sizes
NO_SPACE = 0.12  # in sizes: two pieces that close are of one word
_FEWEST_CELLS = 2  # that begin at one place below each other


class PdfTable(NamedTuple):
    """Rows of cells; a cell is its segments from top to bottom. `bottom`: where the next line's distance is counted from."""

    rows: list[list[list[Segment]]]
    bottom: float


class Sorted(NamedTuple):
    """The segments of a page, each table as one empty segment whose `order` leads to it; the heights of lines that make no grid."""

    segments: list[Segment]
    tables: dict[int, PdfTable]
    rules: tuple[float, ...]


class _Grid(NamedTuple):
    """A table's frame and its inner lines, columns from the left, rows from the bottom."""

    left: float
    bottom: float
    right: float
    top: float
    columns: list[float]
    rows: list[float]

    def holds(self, segment: Segment) -> bool:
        return self.left - _TOUCH < segment.x0 < self.right and self.bottom - 1 < segment.y < self.top


def sort_out_tables(page: Page) -> Sorted:
    """Take the text of each grid out of the page's, and put the table in its place."""
    if not page.edges:
        return Sorted(_rejoined(page.segments), {}, ())
    edges = page.edges[:_MOST_EDGES]
    components = _components(edges)
    grids = [grid for grid in map(_grid, components) if grid is not None]
    rest, tables = page.segments, {}
    for grid in grids:
        inside = [segment for segment in rest if grid.holds(segment)]
        if not inside:
            continue
        order = min(segment.order for segment in inside)
        tables[order] = PdfTable(_rows(grid, inside), grid.bottom)
        place = Segment("", grid.left, grid.right, grid.top, 1.0, bold=False, cut=False, order=order)
        rest = [*(segment for segment in rest if not grid.holds(segment)), place]
    rules = {edge.bottom for edge in edges if edge.is_flat and not any(_is_of(edge, grid) for grid in grids)}
    return Sorted(_rejoined(rest), tables, tuple(sorted(rules, reverse=True)))


def _components(edges: Iterable[Edge]) -> list[list[Edge]]:
    """Lines that touch each other, directly or not."""
    components: list[list[Edge]] = []
    for edge in edges:
        met = [component for component in components if any(_touch(edge, other) for other in component)]
        merged = [edge, *(other for component in met for other in component)]
        components = [*(component for component in components if component not in met), merged]
    return components


def _touch(one: Edge, other: Edge) -> bool:
    across = one.left <= other.right + _TOUCH and other.left <= one.right + _TOUCH
    return across and one.bottom <= other.top + _TOUCH and other.bottom <= one.top + _TOUCH


def _grid(component: list[Edge]) -> _Grid | None:
    """Two columns at least, between lines drawn above and below."""
    left, right = min(edge.left for edge in component), max(edge.right for edge in component)
    bottom, top = min(edge.bottom for edge in component), max(edge.top for edge in component)
    columns = _apart((edge.left for edge in component if not edge.is_flat), left, right)
    rows = _apart((edge.bottom for edge in component if edge.is_flat), bottom, top)
    flat = sum(1 for edge in component if edge.is_flat)
    return _Grid(left, bottom, right, top, columns, rows) if columns and flat > 1 else None


def _apart(positions: Iterable[float], low: float, high: float) -> list[float]:
    """The inner positions, those that nearly coincide counted once."""
    kept: list[float] = []
    for position in sorted(positions):
        if low + 2 * _TOUCH < position < high - 2 * _TOUCH and (not kept or position - kept[-1] > 2 * _TOUCH):
            kept.append(position)
    return kept


def _is_of(edge: Edge, grid: _Grid) -> bool:
    return grid.left - 1 <= edge.left and edge.right <= grid.right + 1 and grid.bottom - 1 <= edge.bottom <= grid.top + 1


def _rows(grid: _Grid, inside: list[Segment]) -> list[list[list[Segment]]]:
    rows: list[list[list[Segment]]] = [[[] for _ in range(len(grid.columns) + 1)] for _ in range(len(grid.rows) + 1)]
    for segment in sorted(inside, key=lambda segment: (-round(segment.y), segment.x0)):
        row = len(grid.rows) - bisect(grid.rows, segment.y + 0.3 * segment.size)
        rows[row][bisect(grid.columns, segment.x0 + 1)].append(segment)
    return rows


def _rejoined(segments: list[Segment]) -> list[Segment]:
    """Pieces of one line that were cut, in case a drawn line passed there, and that only a wide space parts."""
    edges = _column_edges(segments)
    joined: list[Segment] = []
    for segment in segments:
        last = joined[-1] if joined else segment
        if last.y == segment.y and last is not segment and last.text and _follows(last, segment, edges):
            space = "" if segment.x0 - last.x1 < NO_SPACE * segment.size and not last.cut else " "
            joined[-1] = last._replace(
                text=f"{last.text}{space}{segment.text}",
                x1=segment.x1,
                bold=last.bold and segment.bold,
                cut=segment.cut,
                order=segment.order,
            )
        else:
            joined.append(segment)
    return joined


def _column_edges(segments: list[Segment]) -> Counter[int]:
    """How many pieces, each after another one on its line and not close to it, begin at one place."""
    beside = (after for before, after in pairwise(segments) if before.y == after.y and after.x0 - before.x1 > WIDE * after.size)
    return Counter(round(segment.x0) for segment in beside)


def _follows(last: Segment, segment: Segment, edges: Counter[int]) -> bool:
    beside = segment.order == last.order + 1 and segment.size == last.size
    hole = (segment.x0 - last.x1) / segment.size
    if not beside or not 0 <= hole < _ONE_WORD_APART:
        return False
    return hole <= WIDE or edges[round(segment.x0)] < _FEWEST_CELLS
