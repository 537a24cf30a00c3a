"""Slides as SVG of our own: what stands where, and the words in their boxes. Pictures are grey boxes with their description."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from io import BytesIO
from math import cos, radians, sin
from typing import Any

import pptx

from semailles.engines.reading.document import Reason, UnreadableError
from semailles.engines.reading.letters import letters_of, stretches
from semailles.engines.reading.packages import opened_package
from semailles.engines.reading.pictured_shapes import Frame, boxes, frame_of, paragraphs, table_cells
from semailles.engines.reading.pictured_svg import svg
from semailles.engines.reading.pictured_text import Box, Line, set_in, width_of
from semailles.engines.reading.pictures import Mark, Picture
from semailles.engines.reading.slides import in_reading_order

_EMU = 12700  # in a point
_DEPTH = 8  # groups in groups


@dataclass(slots=True)
class Drawing:
    """A slide as it will be drawn: grounds first, words over them, in the order they are read."""

    width: float
    height: float
    grounds: list[Frame] = field(default_factory=list)
    lines: list[tuple[Line, Frame]] = field(default_factory=list)


def sizes(content: bytes) -> list[tuple[float, float]]:
    deck = _deck(content)
    return [_size(deck)] * len(deck.slides)


def picture(content: bytes, number: int) -> Picture:
    return Picture(svg(_drawn(content, number)).encode(), "image/svg+xml")


def marks(content: bytes, number: int, passage: str, span: tuple[int, int]) -> Mapping[int, tuple[Mark, ...]]:
    drawing = _drawn(content, number)
    signs = [(sign, rank, place) for rank, (line, _) in enumerate(drawing.lines) for place, sign in enumerate(line.text)]
    found, _ = stretches(letters_of(sign for sign, _, _ in signs), passage, *span)
    under = []
    for stretch in found:
        by_line: dict[int, list[int]] = {}
        for _, rank, place in signs[stretch.first : stretch.last + 1]:
            by_line.setdefault(rank, []).append(place)
        under += [_under(*drawing.lines[rank], places[0], places[-1] + 1) for rank, places in by_line.items()]
    return {number: tuple(under)} if under else {}


def _deck(content: bytes) -> Any:
    with opened_package(content):
        return pptx.Presentation(BytesIO(content))


def _size(deck: Any) -> tuple[float, float]:
    return round(int(deck.slide_width or 0) / _EMU, 1) or 1.0, round(int(deck.slide_height or 0) / _EMU, 1) or 1.0


def _drawn(content: bytes, number: int) -> Drawing:
    deck = _deck(content)
    if not 1 <= number <= len(deck.slides):
        raise UnreadableError(Reason.NO_TEXT)
    drawing = Drawing(*_size(deck))
    whole = Frame(0, 0, drawing.width, drawing.height)
    for shape in in_reading_order(deck.slides[number - 1].shapes):
        _draw(drawing, shape, whole, _DEPTH)
    return drawing


def _draw(drawing: Drawing, shape: Any, around: Frame, depth: int) -> None:
    """One shape that cannot be understood leaves a hole, not a missing slide."""
    with suppress(AttributeError, KeyError, ValueError, TypeError):
        frame = frame_of(shape, around)
        if hasattr(shape, "shapes"):
            for member in in_reading_order(shape.shapes) if depth else ():
                _draw(drawing, member, frame, depth - 1)
        elif getattr(shape, "has_table", False) and shape.has_table:
            for cell, words in table_cells(shape.table, frame):
                drawing.grounds.append(cell)
                drawing.lines += [(line, cell) for line in set_in(cell.inside(4, 3), words)]
        else:
            drawing.grounds += boxes(shape, frame)
            drawing.lines += [(line, frame) for line in _words(shape, frame)]


def _words(shape: Any, frame: Frame) -> list[Line]:
    if not shape.has_text_frame:
        return []
    words, anchor, insets = paragraphs(shape)
    inner = Box(frame.x + insets[0], frame.y + insets[1], frame.width - insets[0] - insets[2], frame.height - insets[1] - insets[3])
    return set_in(inner, words, anchor=anchor)


def _under(line: Line, frame: Frame, start: int, end: int) -> Mark:
    before = width_of(line.text[:start], line.size, bold=line.bold)
    wide = width_of(line.text[start:end], line.size, bold=line.bold)
    box = Box(line.x + before - 1, line.y - line.size * 0.95, wide + 2, line.size * 1.25)
    x, y, width, height = _turned(box, frame)
    return Mark(round(x, 1), round(y, 1), round(width, 1), round(height, 1))


def _turned(box: Box, frame: Frame) -> tuple[float, float, float, float]:
    """The upright rectangle around a box that turns with its frame."""
    if not frame.turned:
        return box.x, box.y, box.width, box.height
    angle, cx, cy = radians(frame.turned), frame.x + frame.width / 2, frame.y + frame.height / 2
    corners = [
        (cx + (x - cx) * cos(angle) - (y - cy) * sin(angle), cy + (x - cx) * sin(angle) + (y - cy) * cos(angle)) for x, y in _corners(box)
    ]
    left, top = min(x for x, _ in corners), min(y for _, y in corners)
    return left, top, max(x for x, _ in corners) - left, max(y for _, y in corners) - top


def _corners(box: Box) -> Iterator[tuple[float, float]]:
    for x in (box.x, box.x + box.width):
        for y in (box.y, box.y + box.height):
            yield x, y
