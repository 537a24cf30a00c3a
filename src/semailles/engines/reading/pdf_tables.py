"""Tables without a grid: lines cut by holes that stand one above the other. Rows are parted by drawn lines, else by the spaces."""

from collections.abc import Iterator
from itertools import pairwise

from semailles.engines.reading.pdf_grids import PdfTable
from semailles.engines.reading.pdf_lines import Segment

_FARTHEST = 3.2  # in sizes: a wider space ends the table
_MOST_LINES = 300
Rows = list[list[Segment]]


def cut_tables(rows: Rows, rules: tuple[float, ...]) -> Iterator[list[Segment] | PdfTable]:
    """The lines of a region, with its tables made into one part each."""
    position = 0
    while position < len(rows):
        if len(rows[position]) == 1:
            yield rows[position]
            position += 1
            continue
        end = _end_of_table(rows, position, rules)
        columns = _columns_of(rows[position:end])
        if len(columns) > 1:
            yield PdfTable(_cells(rows[position:end], columns, rules), rows[end - 1][0].y)
            position = end
        else:
            yield rows[position]
            position += 1


def _end_of_table(rows: Rows, start: int, rules: tuple[float, ...]) -> int:
    """After the last line which still stands in the columns; lines cut by a hole at both ends, two of them at least."""
    end, cut_lines = start + 1, 1
    columns = _columns_of(rows[start:end])
    for position in range(start + 1, min(len(rows), start + _MOST_LINES)):
        row = rows[position]
        if rows[position - 1][0].y - row[0].y > _FARTHEST * row[0].size or not _stands_in(row, columns):
            break
        if len(row) == 1 and _leaves(rows[start : position + 1], rules):
            break
        if len(row) > 1:
            cut_lines += 1
        end = position + 1
        columns = _columns_of(rows[start:end])
    return end if cut_lines > 1 else start


def _stands_in(row: list[Segment], columns: list[tuple[float, float]]) -> bool:
    """Every piece in one column at most, and side by side they meet at least one."""
    met = [[column for column in columns if segment.x0 < column[1] and segment.x1 > column[0]] for segment in row]
    if any(len(found) > 1 for found in met):
        return False
    if len(row) == 1:
        return bool(met[0]) and (met[0][0] != columns[0] or row[0].x1 <= columns[1][0])
    return any(met)


def _leaves(rows: Rows, rules: tuple[float, ...]) -> bool:
    """The last line, of one piece, stands under the table: under its last drawn line, or farther than its rows from each other."""
    above, line = rows[-2][0], rows[-1][0]
    if line.bold and not above.bold:
        return True
    if any(line.y < rule < above.y for rule in rules):
        return not any(line.y - _FARTHEST * 3 * line.size < rule < line.y for rule in rules)
    gaps = [upper[0].y - lower[0].y for upper, lower in pairwise(rows[:-1])]
    return above.y - line.y > 1.15 * max(gaps, default=1.4 * line.size)


def _columns_of(rows: Rows) -> list[tuple[float, float]]:
    """The intervals that the pieces cover, those of lines with several pieces."""
    spans = sorted((segment.x0, segment.x1) for row in rows if len(row) > 1 for segment in row)
    columns: list[tuple[float, float]] = []
    for start, end in spans:
        if columns and start < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(end, columns[-1][1]))
        else:
            columns.append((start, end))
    return columns


def _cells(rows: Rows, columns: list[tuple[float, float]], rules: tuple[float, ...]) -> list[list[list[Segment]]]:
    table: list[list[list[Segment]]] = []
    starts = _row_starts(rows, columns, rules)
    for position, row in enumerate(rows):
        if position in starts:
            table.append([[] for _ in columns])
        for segment in row:
            table[-1][_column(segment, columns)].append(segment)
    return table


def _column(segment: Segment, columns: list[tuple[float, float]]) -> int:
    """The column it covers most."""
    return max(range(len(columns)), key=lambda rank: min(segment.x1, columns[rank][1]) - max(segment.x0, columns[rank][0]))


def _row_starts(rows: Rows, columns: list[tuple[float, float]], rules: tuple[float, ...]) -> set[int]:
    """Positions of the lines that begin a row."""
    ruled = {position for position in range(1, len(rows)) if any(rows[position][0].y < rule < rows[position - 1][0].y for rule in rules)}
    if ruled:
        return {0, *ruled}
    gaps = [above[0].y - below[0].y for above, below in pairwise(rows)]
    if max(gaps) > 1.12 * min(gaps):
        return {0, *(position for position, gap in enumerate(gaps, start=1) if gap > 1.08 * min(gaps))}
    return {0, *(position for position in range(1, len(rows)) if len(rows[position]) > 1 and _column(rows[position][0], columns) == 0)}
