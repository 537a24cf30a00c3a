"""PDFium's text → segments: runs of text on one baseline, with their place, size and weight.

One call gives a page's text; geometry is then asked per line, not per character. Only a line with a wide hole in it is looked at sign by
sign, to cut it there.
"""

import ctypes
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import pairwise
from math import hypot
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from semailles.engines.reading.pdf_signs import DROPPED, gathered, is_spaced, marked_calls, opens_note, without_calls
from semailles.engines.reading.prose import without_marker

_LINE = re.compile(r"[^\r\n\ufffe]+\ufffe?")
_BOLD = re.compile(r"bold|black|heavy|demi|cmbx|sfbx|-bd|,bd", re.IGNORECASE)
_FIGURE = re.compile("[0-9]")
_FORCED_BOLD = 1 << 18
_HOLE = 0.5  # in sizes: wider than a usual space between words
_THIN, _LONG = 3.0, 12.0  # points
_MOST_PATHS = 4000
_RAISED = 0.3  # points


class Segment(NamedTuple):
    """Text between two holes. x0, x1: its ends; y: its baseline from the bottom of the page, in points. `cut`: a word goes on in the next one.

    `is_note`: the raised number of a note was printed before it.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    cut: bool
    order: int
    is_note: bool = False


class Edge(NamedTuple):
    """A drawn line, or the side of a box. `is_flat`: it lies, else it stands."""

    left: float
    bottom: float
    right: float
    top: float
    is_flat: bool


class Page(NamedTuple):
    """A page as read. `edges`: its drawn lines (only when it may hold a table)."""

    number: int
    width: float
    height: float
    segments: list[Segment]
    edges: tuple[Edge, ...] = ()


def page_segments(document: pypdfium2.PdfDocument, index: int) -> Page:
    page = document[index]
    try:
        width, height = page.get_size()
        turned = page.get_rotation()
        textpage = page.get_textpage()
        try:
            segments = list(_SegmentReading(textpage, turned, (width, height)).segments())
        finally:
            textpage.close()
        edges = tuple(_edges(page)) if not turned and _may_hold_table(segments) else ()
        return Page(index + 1, width, height, segments, edges)
    finally:
        page.close()


class _SegmentReading:
    """One page. The C variables are made once: a page asks thousands of times."""

    def __init__(self, textpage: pypdfium2.PdfTextPage, turned: int, sheet: tuple[float, float]) -> None:
        self._page = textpage.raw
        self._text = textpage.get_text_range()
        self._turned, self._sheet = turned, sheet
        self._same_index = textpage.count_chars() == len(self._text)
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._box = (ctypes.c_double(), ctypes.c_double(), ctypes.c_double(), ctypes.c_double())
        self._name, self._flags = ctypes.create_string_buffer(128), ctypes.c_int()
        self._matrix = pdfium.FS_MATRIX()

    def segments(self) -> Iterator[Segment]:
        order = 0
        for match in _LINE.finditer(self._text):
            line = match.group().rstrip()
            cut = line[-1:] == "\ufffe"
            text = line.strip("\ufffe ")
            start = match.start() + line.index(text)
            note = 0
            if not self._turned and _FIGURE.search(text):
                note, text = self._without_calls(start, text)
            pieces = self._pieces(start + note, text)
            for rank, (at, piece) in enumerate(pieces):
                if piece.strip(DROPPED):
                    yield self._segment(at, piece, cut=cut and rank == len(pieces) - 1, order=order, is_note=note > 0 and rank == 0)
                    order += 1

    def _without_calls(self, start: int, text: str) -> tuple[int, str]:
        """How many signs the number of a note takes before the line, and the line with the calls of notes marked."""
        note = opens_note(text, self._is_raised(start))
        return note, marked_calls(text[note:], self._is_raised(start + note))

    def _gathered(self, at: int, text: str) -> str:
        """The words of a text printed letter by letter."""
        left, right, bottom, top = self._box
        places = [offset for offset, sign in enumerate(text) if not sign.isspace()]
        ends: list[tuple[float, float]] = []
        for offset in places:
            pdfium.FPDFText_GetCharBox(self._page, at + offset, left, right, bottom, top)
            ends.append((left.value, right.value))
        return gathered("".join(text[offset] for offset in places), ends, self._size(at))

    def _is_raised(self, start: int) -> Callable[[int, int], bool]:
        """Whether the foot of one sign stands above the line of another: a font may have raised figures of its own."""
        left, right, bottom, top = self._box

        def is_raised(this: int, that: int) -> bool:
            one, other = self._index(start + this), self._index(start + that)
            pdfium.FPDFText_GetCharBox(self._page, one, left, right, bottom, top)
            pdfium.FPDFText_GetCharOrigin(self._page, other, self._x, self._y)
            height = bottom.value - self._y.value
            return height > _RAISED and height > 0.15 * self._size(other)

        return is_raised

    def _pieces(self, start: int, text: str) -> list[tuple[int, str]]:
        if not text:
            return []
        at = self._index(start)
        if is_spaced(text) and self._gathered(at, text):
            return [(at, text)]
        rects = pdfium.FPDFText_CountRects(self._page, at, len(text))
        holes = self._holes(at, rects, text) if rects > 1 else []
        return self._cut(start, text, holes) if holes else [(at, text)]

    def _holes(self, at: int, rects: int, text: str) -> list[float]:
        """Where text begins again after a hole. The space after a bullet or a number is none."""
        hole = _HOLE * self._size(at)
        left, top, right, bottom = self._box
        holes: list[float] = []
        edge = float("inf")
        for rank in range(rects):
            pdfium.FPDFText_GetRect(self._page, rank, left, top, right, bottom)
            if left.value - edge > hole and not (rank == 1 and without_marker(text)[1]):
                holes.append(left.value)
            edge = right.value
        return holes

    def _cut(self, start: int, text: str, holes: list[float]) -> list[tuple[int, str]]:
        """Signs go from left to right: each hole is found by halves."""
        signs = [offset for offset, sign in enumerate(text) if not sign.isspace()]
        firsts = [bisect_left(signs, hole - 0.2, key=lambda offset: self._left_of(start + offset)) for hole in holes]
        cuts = [0, *sorted({signs[first] for first in firsts if 0 < first < len(signs)}), len(text)]
        return [(self._index(start + begin), text[begin:end].rstrip()) for begin, end in pairwise(cuts)]

    def _left_of(self, position: int) -> float:
        left, right, bottom, top = self._box
        pdfium.FPDFText_GetCharBox(self._page, self._index(position), left, right, bottom, top)
        return left.value

    def _segment(self, at: int, text: str, *, cut: bool, order: int, is_note: bool) -> Segment:
        last = at + len(text) - 1
        pdfium.FPDFText_GetCharOrigin(self._page, at, self._x, self._y)
        x0, y = self._x.value, self._y.value
        left, right, bottom, top = self._box
        pdfium.FPDFText_GetCharBox(self._page, last, left, right, bottom, top)
        x1, y1 = right.value, bottom.value
        size = self._size(at)
        if self._turned:
            (x0, y), (x1, _) = self._upright(x0, y), self._upright(x1, y1)
        bold = self._is_bold(at) and self._is_bold(last)
        if is_spaced(text):
            text = self._gathered(at, text) or text
        elif DROPPED in text:
            text = without_calls(text)
        return Segment(text, x0, max(x1, x0), y, size, bold, cut, order, is_note)

    def _index(self, position: int) -> int:
        """PDFium counts signs that its text leaves out."""
        if self._same_index:
            return position
        return int(pdfium.FPDFText_GetCharIndexFromTextIndex(self._page, position))

    def _size(self, at: int) -> float:
        """As seen: the font's size through the scale it is drawn with."""
        size = float(pdfium.FPDFText_GetFontSize(self._page, at))
        if pdfium.FPDFText_GetMatrix(self._page, at, self._matrix):
            size *= hypot(self._matrix.c, self._matrix.d)
        return round(size, 1) or 1.0

    def _is_bold(self, at: int) -> bool:
        length = pdfium.FPDFText_GetFontInfo(self._page, at, self._name, 128, self._flags)
        return length > 0 and _names_bold(self._name.value, self._flags.value)

    def _upright(self, x: float, y: float) -> tuple[float, float]:
        """A page that is turned when shown."""
        width, height = self._sheet
        if self._turned == 90:  # noqa: PLR2004 - degrees
            return y, height - x
        return (width - x, height - y) if self._turned == 180 else (width - y, x)  # noqa: PLR2004 - degrees


@lru_cache(maxsize=512)
def _names_bold(name: bytes, flags: int) -> bool:
    return bool(flags & _FORCED_BOLD) or _BOLD.search(name.decode("latin-1")) is not None


def _may_hold_table(segments: list[Segment]) -> bool:
    """Two pieces side by side at least."""
    lines: dict[int, int] = {}
    for segment in segments:
        lines[round(segment.y)] = lines.get(round(segment.y), 0) + 1
    return sum(1 for count in lines.values() if count > 1) > 1


def _edges(page: pypdfium2.PdfPage) -> Iterator[Edge]:
    """Thin marks are lines, larger ones give their four sides."""
    for number, drawn in enumerate(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=4)):
        if number > _MOST_PATHS:
            return
        left, bottom, right, top = drawn.get_bounds()
        is_thin, is_low = right - left <= _THIN, top - bottom <= _THIN
        if is_low and right - left >= _LONG:
            yield Edge(left, bottom, right, top, is_flat=True)
        elif is_thin and top - bottom >= _LONG / 2:
            yield Edge(left, bottom, right, top, is_flat=False)
        elif not is_thin and not is_low:
            yield from _sides(left, bottom, right, top)


def _sides(left: float, bottom: float, right: float, top: float) -> Iterator[Edge]:
    yield Edge(left, bottom, right, bottom, is_flat=True)
    yield Edge(left, top, right, top, is_flat=True)
    yield Edge(left, bottom, left, top, is_flat=False)
    yield Edge(right, bottom, right, top, is_flat=False)
