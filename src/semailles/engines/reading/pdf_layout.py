"""Where segments stand → reading order: columns one after the other, tables apart, each line in its column."""

from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import NamedTuple

from semailles.engines.reading.pdf_calls import without_lone_calls
from semailles.engines.reading.pdf_edges import right_edges, usual_end
from semailles.engines.reading.pdf_grids import NO_SPACE, WIDE, PdfTable, Sorted, sort_out_tables
from semailles.engines.reading.pdf_lines import Page, Segment
from semailles.engines.reading.pdf_markers import with_markers
from semailles.engines.reading.pdf_tables import cut_tables

_SAME_LINE = 0.42  # of the size: exponents and notes' numbers stand that much higher
_FEWEST_LINES = 4
_FAR = 1.8
_HEAD_OF_COLUMN = 3.0  # in sizes, above the foot of the column before
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
    is_note: bool = False


class Region(NamedTuple):
    """A part of the page that is read from top to bottom. `within`: the part whose edges it has."""

    segments: list[Segment]
    within: list[Segment]


class Layout(NamedTuple):
    """A page in reading order."""

    number: int
    parts: list[Line | PdfTable]


def laid_out(page: Page) -> Layout:
    found = sort_out_tables(page._replace(segments=with_markers(without_lone_calls(page.segments))))
    head, body, foot = _apart_from_margins(page, found.segments)
    ordered = [*(Region(line, line) for line in head), *regions(body), *(Region(line, line) for line in foot)]
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


def regions(segments: list[Segment], depth: int = 0, within: list[Segment] | None = None) -> Iterator[Region]:
    """The columns of a page, in reading order. What crosses the gutter ends the columns above it; what is no column stays in one piece."""
    ordered = sorted(segments, key=lambda segment: (-segment.y, segment.x0))
    gutter = _gutter(ordered) if depth < 3 else None  # noqa: PLR2004 - four columns at most
    if gutter is None:
        yield Region(ordered, within or ordered)
        return
    across: list[Segment] = []
    for piece, is_column in _pieces(ordered, gutter):
        if not is_column:
            across.extend(piece)
            continue
        if across:
            yield from regions(across, depth + 1, within or ordered)
            across = []
        yield from regions(piece, depth + 1)
    if across:
        yield from regions(across, depth + 1, within or ordered)


def _pieces(ordered: list[Segment], gutter: float) -> Iterator[tuple[list[Segment], bool]]:
    for band in _bands(ordered, gutter):
        if _separates(band, gutter):
            yield from _columns(band, gutter)
        else:
            yield band, False


def _bands(ordered: list[Segment], gutter: float) -> list[list[Segment]]:
    """Runs of lines that cross the gutter, and runs of lines that do not, from top to bottom. What stands beside what crosses is of its line."""
    lines = groupby(_rows(ordered), key=lambda row: any(segment.x0 < gutter - 1 and segment.x1 > gutter for segment in row))
    return [[segment for row in rows for segment in row] for _, rows in lines]


def _columns(band: list[Segment], gutter: float) -> Iterator[tuple[list[Segment], bool]]:
    """Left and right, as often as the writing went over: a heading may stand between two pairs of columns, rows of a table below them."""
    if _turns(band, gutter) * _FEWEST_LINES > len(band):
        yield [segment for segment in band if segment.x1 <= gutter], True
        yield [segment for segment in band if segment.x1 > gutter], True
        return
    runs = _runs(band, gutter)
    goes_up = [False, *(_goes_up(before, after, gutter) for before, after in pairwise(runs)), False]
    for rank, run in enumerate(runs):
        yield run, goes_up[rank] or goes_up[rank + 1]


def _goes_up(before: list[Segment], after: list[Segment], gutter: float) -> bool:
    """From the foot of a column to the head of the next one: farther than to the next cell of a row."""
    return after[0].x1 > gutter and after[0].y - before[-1].y > _HEAD_OF_COLUMN * after[0].size


def _gutter(segments: list[Segment]) -> float | None:
    """The left edge of a second column: shared by many lines, with nothing much across it, and written after the first."""
    if len(segments) < 2 * _FEWEST_LINES:
        return None
    left, right = min(segment.x0 for segment in segments), max(segment.x1 for segment in segments)
    edges: dict[int, int] = {}
    for segment in segments:
        if left + (right - left) * _NARROWEST < segment.x0 < right - (right - left) * _NARROWEST:
            edges[round(segment.x0)] = edges.get(round(segment.x0), 0) + 1
    candidates = sorted((edge for edge, count in edges.items() if count >= _FEWEST_LINES), key=lambda edge: -edges[edge])[:4]
    parted = {edge: _parted(segments, edge - 1.0) for edge in candidates}
    best = max(candidates, key=lambda edge: parted[edge], default=0)
    return best - 1.0 if parted.get(best) else None


def _parted(segments: list[Segment], edge: float) -> int:
    """How many pieces stand in columns on both sides of an edge."""
    return sum(len(band) for band in _bands(segments, edge) if _separates(band, edge))


def _separates(band: list[Segment], edge: float) -> bool:
    """Lines enough on both sides, side by side, written column by column or as wide as columns are."""
    before = [segment for segment in band if segment.x1 <= edge]
    after = [segment for segment in band if segment.x0 >= edge - 1]
    fewest = min(len(before), len(after))
    if fewest < _FEWEST_LINES or min(before[0].y, after[0].y) <= max(before[-1].y, after[-1].y):
        return False
    if fewest >= _turns(band, edge) * _FEWEST_LINES or _are_mostly_columns(band, edge):
        return True
    return fewest >= 2 * _FEWEST_LINES and all(_fullness(side) > _FULL for side in (before, after))


def _are_mostly_columns(band: list[Segment], edge: float) -> bool:
    """Two thirds of the pieces stand in columns; a row or two of a table may stand between the same edges."""
    runs = _runs(band, edge)
    pairs = [(before, after) for before, after in pairwise(runs) if _goes_up(before, after, edge)]
    return 3 * sum(len(before) + len(after) for before, after in pairs if min(len(before), len(after)) >= _FEWEST_LINES) >= 2 * len(band)


def _runs(band: list[Segment], edge: float) -> list[list[Segment]]:
    """As they were written, left and right of the edge in turns."""
    written = sorted(band, key=lambda segment: segment.order)
    return [list(column) for _, column in groupby(written, key=lambda segment: segment.x1 > edge)]


def _turns(band: list[Segment], edge: float) -> int:
    """How often the writing goes from left to right of the edge: once a column, or once a table row."""
    sides = [segment.x0 >= edge - 1 for segment in sorted(band, key=lambda segment: segment.order)]
    return sum(1 for before, after in pairwise(sides) if after and not before)


def _fullness(side: list[Segment]) -> float:
    """How wide the lines of a column usually are, against the widest."""
    widths = sorted(segment.x1 - segment.x0 for segment in side)
    return widths[len(widths) // 2] / max(widths[-1], 1.0)


def _region_parts(region: Region, found: Sorted) -> list[Line | PdfTable]:
    rows = _joined_rows(region.segments)
    if not rows:
        return []
    around = rows if region.within is region.segments else _joined_rows(region.within)
    left, right = min(row[0].x0 for row in around), usual_end([row[-1].x1 for row in around])
    ends = dict(zip((row[0] for row in rows), right_edges(rows, left, right), strict=True))
    parts: list[Line | PdfTable] = []
    above: float | None = None
    for cut in cut_tables(rows, found.rules):
        piece = cut if isinstance(cut, PdfTable) or cut[0].text else found.tables[cut[0].order]
        if isinstance(piece, PdfTable):
            parts.append(piece)
            above = piece.bottom
            continue
        parts.append(_line(piece, (left, ends[piece[0]]), above))
        above = piece[0].y
    return parts


def _joined_rows(segments: list[Segment]) -> list[list[Segment]]:
    return [_joined(row) for row in _rows(sorted(segments, key=lambda segment: (-segment.y, segment.x0)))]


def _line(row: list[Segment], edges: tuple[float, float], above: float | None) -> Line:
    first, last = row[0], row[-1]
    gap = above - first.y if above is not None else 0.0
    if first is last:
        return Line(
            first.text, first.x0, first.x1, first.y, first.size, first.bold, first.cut, *edges, gap, is_aligned=False, is_note=first.is_note
        )
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
    """Neighbours with no hole between them become one, but for those that were found to stand in two columns."""
    if len(row) == 1:
        return row
    row = sorted(row, key=lambda segment: segment.x0)
    joined = [row[0]]
    for segment in row[1:]:
        last = joined[-1]
        hole = segment.x0 - last.x1
        decided = segment.order == last.order + 1 and segment.size == last.size and hole > WIDE * segment.size
        if decided or hole > max(last.size, segment.size):
            joined.append(segment)
            continue
        space = "" if hole < NO_SPACE * segment.size and not last.cut else " "
        main = last if last.size >= segment.size else segment
        text = f"{last.text}{space}{segment.text}"
        joined[-1] = Segment(
            text, last.x0, segment.x1, main.y, main.size, last.bold and segment.bold, segment.cut, last.order, last.is_note
        )
    return joined
