"""ODP: each slide's title, then what stands on it from top to bottom, then what its speaker noted."""

import re
from collections.abc import Iterator
from operator import itemgetter

from lxml.etree import _Element

from semailles.engines.blocks import Locator
from semailles.engines.reading.document import ReadDocument
from semailles.engines.reading.outline import Outline
from semailles.engines.reading.prose import clean, reads_as_heading, split_typed_list
from semailles.engines.reading.writer import WriterReading, opened_writer
from semailles.engines.reading.writer_styles import qualified
from semailles.engines.reading.writer_text import text_of

_FURNITURE = frozenset({"header", "footer", "date-time", "page-number", "page"})
_BESIDE = frozenset(qualified(name) for name in ("presentation:notes", "office:forms", "office:annotation"))
_CLASS, _X, _Y = qualified("presentation:class"), qualified("svg:x"), qualified("svg:y")
_LENGTH = re.compile(r"(-?\d+(?:\.\d+)?)(cm|mm|in|pt|pc)?")
_CENTIMETRES = {"cm": 1.0, "mm": 0.1, "in": 2.54, "pt": 2.54 / 72, "pc": 2.54 / 6}
_BAND = 0.8  # cm: shapes whose tops differ by less stand side by side
_TOP = 5.0  # cm, a quarter of a slide or so: what a title stands above


def read_odp(content: bytes) -> ReadDocument:
    root, styles, numbers = opened_writer(content)
    outline = Outline()
    pages = list(root.iter(qualified("draw:page")))
    for number, page in enumerate(pages, start=1):
        outline.turn_to(Locator(slide=number))
        _read_slide(WriterReading(outline, styles, numbers), page)
    return ReadDocument("odp", outline.blocks, len(pages), outline.document_title)


def _read_slide(reading: WriterReading, page: _Element) -> None:
    shapes = list(_in_reading_order([shape for shape in page if shape.tag not in _BESIDE and shape.get(_CLASS) not in _FURNITURE]))
    title = _title_among(shapes)
    reading.outline.slide_title(" ".join(_lines(title)) if title is not None else "")
    for shape in shapes:
        if shape is not title:
            reading.read_element(shape)
    for note in _spoken(page):
        for line in _lines(note):
            for piece in split_typed_list(line):
                reading.outline.note(piece)
    for comment in page.iterchildren(qualified("office:annotation")):
        reading.outline.note(" ".join(_lines(comment)))


def _title_among(shapes: list[_Element]) -> _Element | None:
    """The title's own place, else the one short line that stands alone at the top of a slide which has more to say."""
    named = [shape for shape in shapes if shape.get(_CLASS) == "title" and clean(" ".join(_lines(shape)))]
    if named:
        return named[0]
    worded = [(shape, [clean(line) for line in _lines(shape) if clean(line)]) for shape in shapes]
    if len(shapes) < 2 or len(worded[0][1]) != 1 or next(shapes[0].iter(qualified("table:table")), None) is not None:  # noqa: PLR2004 - a title stands above something
        return None
    return shapes[0] if reads_as_heading(worded[0][1][0]) and _place(shapes[0])[0] < _TOP else None


def _spoken(page: _Element) -> Iterator[_Element]:
    """The frames of notes, not the number nor the picture of their page."""
    for frame in page.iterfind(f"{qualified('presentation:notes')}/*"):
        if frame.get(_CLASS, "notes") == "notes":
            yield frame


def _in_reading_order(shapes: list[_Element]) -> Iterator[_Element]:
    """From top to bottom, and from left to right within a band."""
    band: list[tuple[float, float, _Element]] = []
    for top, left, shape in sorted(((*_place(shape), shape) for shape in shapes), key=itemgetter(0)):
        if band and top - band[0][0] > _BAND:
            yield from (member for *_, member in sorted(band, key=itemgetter(1)))
            band = []
        band.append((top, left, shape))
    yield from (member for *_, member in sorted(band, key=itemgetter(1)))


def _place(shape: _Element) -> tuple[float, float]:
    """Top and left, in centimetres; a group stands where its highest and leftmost members do."""
    placed = [element for element in shape.iter() if element.get(_Y) is not None]
    return min((_length(element.get(_Y)) for element in placed), default=0.0), min(
        (_length(element.get(_X)) for element in placed), default=0.0
    )


def _length(value: str | None) -> float:
    found = _LENGTH.match(value or "")
    return float(found.group(1)) * _CENTIMETRES[found.group(2) or "cm"] if found else 0.0


def _lines(frame: _Element) -> list[str]:
    return [text_of(paragraph) for paragraph in frame.iter(qualified("text:p"), qualified("text:h"))]
