"""What a shape of a slide gives to draw: its frame, its ground, its paragraphs with the sizes they inherit."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from pptx.enum.dml import MSO_COLOR_TYPE, MSO_FILL
from pptx.oxml.ns import qn

from semailles.engines.reading.pictured_text import Box, Words
from semailles.engines.reading.prose import clean
from semailles.engines.reading.slides import list_level, placeholder_type

_EMU = 12700
_USUAL_SIZE, _CELL_SIZE = 18.0, 14.0
_HUNDREDTHS = 100
_INSETS = {"lIns": 7.2, "tIns": 3.6, "rIns": 7.2, "bIns": 3.6}
_ALIGNS = {"ctr": "middle", "r": "end"}


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle of a slide, in points. `ground`: tint, disc, cell, picture, line or nothing. `said`: a picture's description. `turned`: degrees."""

    x: float
    y: float
    width: float
    height: float
    ground: str = ""
    colour: str = ""
    said: str = ""
    turned: float = 0.0
    inner: tuple[float, float, float, float] | None = None  # of a group: the rectangle that its members are placed in

    def inside(self, across: float, down: float) -> Box:
        return Box(self.x + across, self.y + down, max(self.width - 2 * across, 1), max(self.height - 2 * down, 1))


def frame_of(shape: Any, around: Frame) -> Frame:
    """Where a shape stands on the slide, its group's own scale undone."""
    x, y, width, height = (float(value or 0) / _EMU for value in (shape.left, shape.top, shape.width, shape.height))
    if around.inner:
        x0, y0, wide, high = around.inner
        across, down = around.width / (wide or 1), around.height / (high or 1)
        x, y, width, height = around.x + (x - x0) * across, around.y + (y - y0) * down, width * across, height * down
    turned = float(getattr(shape, "rotation", 0) or 0)
    rounded = (round(x, 1), round(y, 1), round(width, 1), round(height, 1))
    return Frame(*rounded, turned=turned, inner=_inner(shape) if hasattr(shape, "shapes") else None)


def _inner(group: Any) -> tuple[float, float, float, float] | None:
    place = group._element.find(f"{qn('p:grpSpPr')}/{qn('a:xfrm')}")  # noqa: SLF001 - a group's inner scale has no public name in python-pptx
    offset, extent = (place.find(qn("a:chOff")), place.find(qn("a:chExt"))) if place is not None else (None, None)
    if offset is None or extent is None:
        return None
    values = (offset.get("x"), offset.get("y"), extent.get("cx"), extent.get("cy"))
    x, y, wide, high = (float(value or 0) / _EMU for value in values)
    return x, y, wide, high


def boxes(shape: Any, frame: Frame) -> Iterator[Frame]:
    """The ground that a shape draws under its words: none for an empty place of the layout."""
    tag = shape._element.tag  # noqa: SLF001 - pictures, connectors and frames are told by their element
    place = (frame.x, frame.y, frame.width, frame.height)
    if tag == qn("p:cxnSp"):
        yield Frame(*place, ground="line", turned=frame.turned)
    elif tag in (qn("p:pic"), qn("p:graphicFrame")):
        yield Frame(*place, ground="picture", said=_description(shape), turned=frame.turned)
    elif not shape.is_placeholder and (colour := _fill(shape)):
        yield Frame(*place, ground="disc" if _is_round(shape) else "tint", colour=colour, turned=frame.turned)


def _description(shape: Any) -> str:
    found = next(shape._element.iter(qn("p:cNvPr")), None)  # noqa: SLF001 - alternative texts have no public name in python-pptx
    return clean(found.get("descr") or "") if found is not None else ""


def _fill(shape: Any) -> str:
    """Its colour when it is a plain one, « theme » when it is the theme's, nothing when the shape is not filled."""
    with suppress(AttributeError, TypeError, NotImplementedError):
        kind = shape.fill.type
        if kind is None:
            style = shape._element.find(f"{qn('p:style')}/{qn('a:fillRef')}")  # noqa: SLF001 - a shape's style has no public name in python-pptx
            return "theme" if style is not None and style.get("idx") != "0" else ""
        if kind == MSO_FILL.SOLID and shape.fill.fore_color.type == MSO_COLOR_TYPE.RGB:
            return f"#{shape.fill.fore_color.rgb}"
        return "" if kind == MSO_FILL.BACKGROUND else "theme"
    return ""


def _is_round(shape: Any) -> bool:
    geometry = next(shape._element.iter(qn("a:prstGeom")), None)  # noqa: SLF001 - read as XML: asking for its name fails on drawings by hand
    return geometry is not None and geometry.get("prst") == "ellipse"


def paragraphs(shape: Any) -> tuple[list[Words], str, tuple[float, float, float, float]]:
    """The paragraphs of a shape, how they are anchored (t, ctr, b) and the insets: left, top, right, bottom."""
    bodies = list(_bodies(shape))
    words = [one for paragraph in shape.text_frame.paragraphs for one in _paragraph(paragraph, shape, bodies)]
    properties = [body.find(qn("a:bodyPr")) for body in bodies]
    given = [one for one in properties if one is not None]
    anchor = next((one.get("anchor") for one in given if one.get("anchor")), "t")
    left, top, right, bottom = (_inset(given, name) for name in _INSETS)
    return words, anchor, (left, top, right, bottom)


def _inset(properties: list[Any], name: str) -> float:
    said = next((one.get(name) for one in properties if one.get(name)), None)
    return float(said) / _EMU if said else _INSETS[name]


def _bodies(shape: Any) -> Iterator[Any]:
    """The text bodies that a shape inherits from: its own, its layout's, its master's."""
    yield shape.text_frame._txBody  # noqa: SLF001 - inherited styles have no public name in python-pptx
    if not shape.is_placeholder or not hasattr(shape.part, "slide_layout"):
        return
    layout, wanted, kind = shape.part.slide_layout, shape.placeholder_format.idx, shape.placeholder_format.type
    for others in (layout.placeholders, layout.slide_master.placeholders):
        for other in others:
            if (others is layout.placeholders and other.placeholder_format.idx == wanted) or (
                others is not layout.placeholders and other.placeholder_format.type == kind
            ):
                yield other.text_frame._txBody  # noqa: SLF001 - the same


def _paragraph(paragraph: Any, shape: Any, bodies: list[Any]) -> Iterator[Words]:
    """One for each line that was forced."""
    level = list_level(paragraph, shape)
    styles = list(_styles(paragraph, shape, bodies))
    size, bold = _size(paragraph, styles), _is_bold(paragraph, styles)
    align = next((style.get("algn") for style in styles if style.get("algn")), "l")
    lines = [line for line in map(clean, paragraph.text.split("\v")) if line]
    for rank, text in enumerate(lines, start=1):
        yield Words(text, size, bold, level if rank == 1 else 0, _ALIGNS.get(align, "start"), ends=rank == len(lines))


def _styles(paragraph: Any, shape: Any, bodies: list[Any]) -> Iterator[Any]:
    """Paragraph properties, nearest first: the paragraph's, those of each body inherited for its level, the master's for this kind of place."""
    own = paragraph._p.pPr  # noqa: SLF001 - paragraph properties have no public name either
    if own is not None:
        yield own
    wanted = qn(f"a:lvl{int(paragraph.level) + 1}pPr")
    for body in bodies:
        styles = body.find(qn("a:lstStyle"))
        if styles is not None and styles.find(wanted) is not None:
            yield styles.find(wanted)
    if shape.is_placeholder and hasattr(shape.part, "slide_layout"):
        name = "p:titleStyle" if _stands_as_title(shape) else "p:bodyStyle"
        master = shape.part.slide_layout.slide_master._element.find(f"{qn('p:txStyles')}/{qn(name)}/{wanted}")  # noqa: SLF001 - the same
        if master is not None:
            yield master


def _stands_as_title(shape: Any) -> bool:
    kind = placeholder_type(shape)
    return kind is not None and "TITLE" in kind.name and "SUB" not in kind.name


def _size(paragraph: Any, styles: list[Any]) -> float:
    runs = [run.font.size.pt for run in paragraph.runs if run.font.size]
    if runs:
        return float(max(runs))
    said = (style.find(qn("a:defRPr")) for style in styles)
    sizes = (one.get("sz") for one in said if one is not None)
    return float(next((size for size in sizes if size), _USUAL_SIZE * _HUNDREDTHS)) / _HUNDREDTHS


def _is_bold(paragraph: Any, styles: list[Any]) -> bool:
    said = [run.font.bold for run in paragraph.runs if clean(run.text)]
    if any(one is not None for one in said):
        return all(said)
    own = (style.find(qn("a:defRPr")) for style in styles)
    return next((one.get("b") for one in own if one is not None and one.get("b")), "0") == "1"


def table_cells(table: Any, frame: Frame) -> Iterator[tuple[Frame, list[Words]]]:
    """Each cell that is not covered by another, in its place, with its words."""
    wide, high = [int(column.width) for column in table.columns], [int(row.height) for row in table.rows]
    across, down = frame.width / (sum(wide) or 1), frame.height / (sum(high) or 1)
    for rank, row in enumerate(table.rows):
        for column, cell in enumerate(row.cells):
            if cell.is_spanned:
                continue
            columns = cell.span_width if cell.is_merge_origin else 1
            rows = cell.span_height if cell.is_merge_origin else 1
            x, y = frame.x + sum(wide[:column]) * across, frame.y + sum(high[:rank]) * down
            size = (sum(wide[column : column + columns]) * across, sum(high[rank : rank + rows]) * down)
            yield Frame(round(x, 1), round(y, 1), round(size[0], 1), round(size[1], 1), ground="cell"), _cell(cell, is_head=rank == 0)


def _cell(cell: Any, *, is_head: bool) -> list[Words]:
    sizes = [run.font.size.pt for paragraph in cell.text_frame.paragraphs for run in paragraph.runs if run.font.size]
    size = float(max(sizes)) if sizes else _CELL_SIZE
    return [Words(text, size, is_head) for text in (clean(paragraph.text) for paragraph in cell.text_frame.paragraphs) if text]
