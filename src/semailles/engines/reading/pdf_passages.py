"""Lines → paragraphs, list entries, headings: a line goes on the one before when that one was full."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from semailles.engines.blocks import Locator
from semailles.engines.reading.outline import Outline
from semailles.engines.reading.pdf_edges import room_for
from semailles.engines.reading.pdf_grids import PdfTable
from semailles.engines.reading.pdf_hyphens import Joiner
from semailles.engines.reading.pdf_layout import Layout, Line
from semailles.engines.reading.pdf_lines import Segment
from semailles.engines.reading.prose import clean, has_bullet, has_number, reads_as_heading, without_marker
from semailles.engines.reading.tables import CellText, Table, cell_text

_LARGER = 1.12
_LONGEST_HEADING = 200
_CONTENTS = re.compile(r"(?:\.\s?){5,}\s*\d+$")
_CLOSED = (".", "!", "?", ":", ";", "…", "»")


class Norms(NamedTuple):
    """What is usual in this document: size of the running text, space between its lines (in sizes), sizes of headings, largest first."""

    size: float
    leading: float
    headings: tuple[float, ...]


def write_passages(outline: Outline, layouts: list[Layout]) -> None:
    lines = [part for layout in layouts for part in layout.parts if isinstance(part, Line)]
    if not lines and not any(layout.parts for layout in layouts):
        return
    writing = _Passages(outline, _norms(lines), Joiner(_texts(layouts)))
    for layout in layouts:
        writing.page(layout)
    writing.close()


def _texts(layouts: list[Layout]) -> Iterator[str]:
    for part in (part for layout in layouts for part in layout.parts):
        if isinstance(part, Line):
            yield part.text
        else:
            yield from (segment.text for row in part.rows for cell in row for segment in cell)


def _norms(lines: list[Line]) -> Norms:
    sizes: Counter[float] = Counter()
    leadings: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
        if 0 < line.gap < 3 * line.size:
            leadings[round(line.gap / line.size, 1)] += 1
    size = max(sizes, key=lambda each: sizes[each], default=10.0)
    leading = max(leadings, key=lambda each: leadings[each], default=1.3)
    larger = sorted({line.size for line in lines if line.size >= size * _LARGER}, reverse=True)
    return Norms(size, leading, tuple(larger))


class _Passages:
    """The passage being gathered, and the page where it began."""

    def __init__(self, outline: Outline, norms: Norms, joiner: Joiner) -> None:
        self._outline = outline
        self._norms = norms
        self._joiner = joiner
        self._page = 1
        self._open: list[Line] = []
        self._open_page = 1
        self._opens_entry = False
        self._indents: list[float] = []

    def page(self, layout: Layout) -> None:
        self._page = layout.number
        for part in layout.parts:
            if isinstance(part, PdfTable):
                self.close()
                self._table(part)
            elif not part.text[-1:].isdigit() or not _CONTENTS.search(part.text):
                self._line(part)

    def close(self) -> None:
        if self._open:
            self._outline.turn_to(Locator(page=self._open_page))
            self._write(self._open)
        self._open = []

    def _line(self, line: Line) -> None:
        if not self._open or not self._goes_on(self._open[-1], line):
            self.close()
            self._open_page = self._page
            self._opens_entry = without_marker(line.text)[1]
        self._open.append(line)

    def _goes_on(self, last: Line, line: Line) -> bool:
        if line.is_note or line.is_aligned or last.is_aligned or abs(last.size - line.size) > 0.08 * last.size or last.bold != line.bold:
            return False
        if has_bullet(line.text):
            return False
        if line.gap <= 0:
            return last.cut or (line.text[:1].islower() and not last.text.endswith(_CLOSED))
        if line.gap > 1.2 * self._norms.leading * line.size + 0.5:
            return False
        if last.cut:
            return True
        return self._fits_under(last, line)

    def _fits_under(self, last: Line, line: Line) -> bool:
        is_entry = self._opens_entry
        if has_number(line.text) and (is_entry or not _is_full(last, line)):
            return False
        if is_entry and len(self._open) > 1 and line.x0 < last.x0 - 0.5 * line.size:
            return False
        if not is_entry and line.x0 > last.x0 + 0.8 * line.size and last.x0 - last.left < 0.5 * last.size:
            return False
        if self._is_heading(self._open) and not _is_full(last, line):
            return line.text[:1].islower()
        return _is_full(last, line)

    def _write(self, lines: list[Line]) -> None:
        text = clean(self._joiner.joined([(line.text, line.cut) for line in lines]))
        stripped, is_entry = without_marker(text)
        if lines[0].is_note:
            self._outline.note(text)
        elif self._is_heading(lines) and not has_bullet(text):
            self._indents = []
            self._outline.heading(text, self._heading_level(lines[0]))
        elif is_entry:
            self._outline.item(stripped, self._item_level(lines[0]))
        else:
            self._indents = []
            self._outline.paragraph(text)

    def _is_heading(self, lines: list[Line]) -> bool:
        is_large = lines[0].size >= self._norms.size * _LARGER
        if not is_large and not lines[0].bold:
            return False
        length = sum(len(line.text) + 1 for line in lines)
        if is_large:
            return length <= _LONGEST_HEADING
        text = lines[-1].text
        return all(line.bold for line in lines) and length <= _LONGEST_HEADING and reads_as_heading(text)

    def _heading_level(self, line: Line) -> int:
        below = [size for size in self._norms.headings if size > line.size + 0.6]
        ranks = len({round(size) for size in below})
        return min(ranks + 1, 6)

    def _item_level(self, line: Line) -> int:
        self._indents = [indent for indent in self._indents if indent < line.x0 - 2]
        self._indents.append(line.x0)
        return len(self._indents)

    def _table(self, table: PdfTable) -> None:
        self._outline.turn_to(Locator(page=self._page))
        rows = tuple(tuple(self._cell(cell) for cell in row) for row in table.rows)
        bold = [[segment.bold for cell in row for segment in cell] for row in table.rows]
        marked = len(bold) > 1 and all(bold[0]) and not all(all(row) for row in bold[1:])
        self._outline.table(Table(rows, marked=marked))

    def _cell(self, segments: Iterable[Segment]) -> CellText:
        pieces: list[list[tuple[str, bool]]] = []
        for segment in segments:
            text, cut = segment.text, segment.cut
            if pieces and not has_bullet(text):
                pieces[-1].append((text, cut))
            else:
                pieces.append([(text, cut)])
        return cell_text(self._joiner.joined(piece) for piece in pieces)


def _is_full(last: Line, line: Line) -> bool:
    """The first word of the next line would not have fitted at the end of this one; or the sentence plainly goes on."""
    word = line.text.split(" ", 1)[0]
    if last.x1 + room_for(word, line.size) > last.right:
        return True
    far_enough = last.x1 - last.left > 0.55 * (last.right - last.left)
    return far_enough and word[:1].islower() and not last.text.endswith(_CLOSED)
