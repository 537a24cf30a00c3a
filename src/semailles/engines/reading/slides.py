"""PPTX by python-pptx: each slide's title, lists, texts and tables in reading order, then its speaker notes."""

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

import pptx
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn

from semailles.engines.blocks import Locator
from semailles.engines.reading.document import ReadDocument
from semailles.engines.reading.outline import Outline
from semailles.engines.reading.packages import opened_package, parsed
from semailles.engines.reading.prose import clean, reads_as_heading, split_typed_list
from semailles.engines.reading.tables import Table, cell_text

_FURNITURE = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER, PP_PLACEHOLDER.HEADER)
_TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE, PP_PLACEHOLDER.VERTICAL_TITLE)
_LISTS = (PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.VERTICAL_BODY, PP_PLACEHOLDER.VERTICAL_OBJECT)
_BAND = 300_000  # EMU, 8 mm: shapes whose tops differ by less stand side by side
_DIAGRAM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"


def read_pptx(content: bytes) -> ReadDocument:
    with opened_package(content):
        deck = pptx.Presentation(BytesIO(content))
    outline = Outline()
    slides = list(deck.slides)
    for number, slide in enumerate(slides, start=1):
        outline.turn_to(Locator(slide=number))
        _SlideReading(outline, slide, tall=int(deck.slide_height or 0)).read()
    return ReadDocument("pptx", outline.blocks, len(slides), outline.document_title or clean(deck.core_properties.title or ""))


class _SlideReading:
    """One slide."""

    def __init__(self, outline: Outline, slide: Any, *, tall: int) -> None:
        self._outline = outline
        self._slide = slide
        self._tall = tall

    def read(self) -> None:
        shapes = [shape for shape in in_reading_order(self._slide.shapes) if placeholder_type(shape) not in _FURNITURE]
        title = self._title_among(shapes)
        self._outline.slide_title(title.text_frame.text if title is not None else "")
        for shape in shapes:
            if shape is not title:
                self._shape(shape)
        if self._slide.has_notes_slide and self._slide.notes_slide.notes_text_frame is not None:
            for paragraph in self._slide.notes_slide.notes_text_frame.paragraphs:
                for piece in split_typed_list(paragraph.text):
                    self._outline.note(piece)

    def _title_among(self, shapes: list[Any]) -> Any | None:
        """The title's own place, else the one short line that stands alone at the top of a slide which has more to say."""
        named = [shape for shape in shapes if placeholder_type(shape) in _TITLES and clean(shape.text_frame.text)]
        if named:
            return named[0]
        worded = [shape for shape in shapes if shape.has_text_frame and clean(shape.text_frame.text)]
        if len(shapes) > 1 and worded and worded[0] is shapes[0] and self._stands_as_title(worded[0]):
            return worded[0]
        return None

    def _stands_as_title(self, shape: Any) -> bool:
        lines = [paragraph.text for paragraph in shape.text_frame.paragraphs if clean(paragraph.text)]
        return len(lines) == 1 and reads_as_heading(clean(lines[0])) and (shape.top or 0) < self._tall / 4

    def _shape(self, shape: Any) -> None:
        if hasattr(shape, "shapes"):
            for member in in_reading_order(shape.shapes):
                self._shape(member)
        elif getattr(shape, "has_table", False) and shape.has_table:
            self._outline.table(_table(shape.table))
        elif shape.has_text_frame:
            self._texts(shape)
        else:
            self._diagram(shape)

    def _texts(self, shape: Any) -> None:
        for paragraph in shape.text_frame.paragraphs:
            level = list_level(paragraph, shape)
            for piece in split_typed_list(paragraph.text):
                if level:
                    self._outline.item(piece, level)
                else:
                    self._outline.passage(piece)

    def _diagram(self, shape: Any) -> None:
        """The words of a drawn diagram live in another part of the package."""
        for link in shape._element.iter(f"{{{_DIAGRAM}}}relIds"):  # noqa: SLF001 - python-pptx gives no other way to a diagram
            root = parsed(self._slide.part.related_part(link.get(qn("r:dm"))).blob)
            for point in root.iter(f"{{{_DIAGRAM}}}pt"):
                for paragraph in point.iter(qn("a:p")):
                    self._outline.item("".join(text.text or "" for text in paragraph.iter(qn("a:t"))))


def in_reading_order(shapes: Iterable[Any]) -> Iterator[Any]:
    """From top to bottom, and from left to right within a band."""
    ordered = sorted(shapes, key=lambda shape: shape.top or 0)
    band: list[Any] = []
    for shape in ordered:
        if band and (shape.top or 0) - (band[0].top or 0) > _BAND:
            yield from sorted(band, key=lambda member: member.left or 0)
            band = []
        band.append(shape)
    yield from sorted(band, key=lambda member: member.left or 0)


def placeholder_type(shape: Any) -> Any:
    return shape.placeholder_format.type if shape.is_placeholder else None


def list_level(paragraph: Any, shape: Any) -> int:
    """Its level when a bullet is drawn before it, 0 otherwise. The nearest of paragraph, shape and layout decides."""
    level = int(paragraph.level) + 1
    sources = [paragraph._p.pPr, *_level_styles(shape, level)]  # noqa: SLF001 - bullets have no public name in python-pptx
    for source in sources:
        if source is None:
            continue
        if source.find(qn("a:buNone")) is not None:
            return 0
        if source.find(qn("a:buChar")) is not None or source.find(qn("a:buAutoNum")) is not None or source.find(qn("a:buBlip")) is not None:
            return level
    return level if placeholder_type(shape) in _LISTS else 0


def _level_styles(shape: Any, level: int) -> list[Any]:
    """The list styles of the shape and of the layout's placeholder that it fills."""
    bodies = [shape]
    if shape.is_placeholder:
        wanted = shape.placeholder_format.idx
        layout = shape.part.slide_layout if hasattr(shape.part, "slide_layout") else None
        bodies += [other for other in (layout.placeholders if layout is not None else ()) if other.placeholder_format.idx == wanted]
    found = []
    for body in bodies:
        styles = body._element.find(f"{qn('p:txBody')}/{qn('a:lstStyle')}")  # noqa: SLF001 - list styles have no public name either
        found.append(styles.find(qn(f"a:lvl{level}pPr")) if styles is not None else None)
    return found


def _table(table: Any) -> Table:
    rows = tuple(
        tuple(() if cell.is_spanned else cell_text(paragraph.text for paragraph in cell.text_frame.paragraphs) for cell in row.cells)
        for row in table.rows
    )
    return Table(rows, marked=bool(table.first_row) and sum(1 for cell in rows[0] if cell) > 1 if rows else False)
