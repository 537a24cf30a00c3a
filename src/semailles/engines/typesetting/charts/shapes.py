"""Marks with a place and a role, and the SVG that they make."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape

from semailles.engines.typesetting.charts.lettering import width_of
from semailles.engines.typesetting.charts.looks import EARTH, GREEN, HATCHED, Look, Role, painted, written
from semailles.engines.typesetting.signs import printable

ANCHORS = {"start": 0.0, "middle": 0.5, "end": 1.0}
_FORBIDDEN = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ASCENT, _DESCENT = 0.78, 0.24  # of the size, above and below the baseline


@dataclass(frozen=True, slots=True)
class Shape:
    """An SVG element: `at`, its geometry; `text`, what it says; `corners` of a broken line or of what it closes."""

    tag: str
    role: Role
    at: tuple[tuple[str, float], ...]
    text: str = ""
    anchor: str = "start"
    corners: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        return self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom


@dataclass(frozen=True, slots=True)
class Drawing:
    """`title` and `description` are for those who do not see it: together they say what it shows."""

    title: str
    description: str
    height: float
    shapes: tuple[Shape, ...]


def rect(role: Role, left: float, top: float, width: float, height: float) -> Shape:
    return Shape("rect", role, (("x", left), ("y", top), ("width", max(0.0, width)), ("height", height)))


def line(role: Role, start: tuple[float, float], end: tuple[float, float]) -> Shape:
    return Shape("line", role, (("x1", start[0]), ("y1", start[1]), ("x2", end[0]), ("y2", end[1])))


def circle(role: Role, x: float, y: float, radius: float) -> Shape:
    return Shape("circle", role, (("cx", x), ("cy", y), ("r", radius)))


def broken_line(role: Role, corners: Iterable[tuple[float, float]], *, is_closed: bool = False) -> Shape:
    return Shape("polygon" if is_closed else "polyline", role, (), corners=tuple(corners))


def words(role: Role, x: float, y: float, text: str, anchor: str = "start") -> Shape:
    return Shape("text", role, (("x", x), ("y", y)), text, anchor)


def text_box(x: float, y: float, text: str, size: float, anchor: str = "start") -> Box:
    """Where words stand, estimated from above. `y`: their baseline."""
    width = width_of(text, size)
    left = x - ANCHORS[anchor] * width
    return Box(left, y - _ASCENT * size, left + width, y + _DESCENT * size)


def clear_words(role: Role, box: Box, said: Shape) -> tuple[Shape, Shape]:
    """Words that stand on lines, and the piece of paper that parts them."""
    return rect(role, box.left, box.top, box.right - box.left, box.bottom - box.top), said


def svg(drawing: Drawing, look: Look, name: str) -> str:
    """The drawing in one of its two renderings. `name`: what its identifiers and its class begin with, once in a page."""
    size = f'viewBox="0 0 {written(look.width)} {written(drawing.height)}"'
    frame = f'class="{name}" {size}' if look.is_web else f'width="{written(look.width)}pt" height="{written(drawing.height)}pt" {size}'
    title, description = (_said(text, look) for text in (drawing.title, drawing.description))
    told = f'<title id="{name}-t">{title}</title><desc id="{name}-d">{description}</desc>'
    body = "".join(_element(shape, look, name) for shape in drawing.shapes)
    aria = f'role="img" aria-labelledby="{name}-t {name}-d"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {frame} {aria}>{told}{_patterns(drawing.shapes, look, name)}{body}</svg>'


def _element(shape: Shape, look: Look, name: str) -> str:
    attributes = {key: written(value) for key, value in shape.at}
    if shape.corners:
        attributes["points"] = " ".join(f"{written(x)},{written(y)}" for x, y in shape.corners)
    if shape.anchor != "start":
        attributes["text-anchor"] = shape.anchor
    said = "".join(f' {key}="{value}"' for key, value in (attributes | painted(shape.role, look, name)).items())
    return f"<{shape.tag}{said}>{_said(shape.text, look)}</{shape.tag}>" if shape.text else f"<{shape.tag}{said}/>"


def _said(text: str, look: Look) -> str:
    """Words without the signs that XML forbids; in print, without those that our typefaces lack either."""
    return escape(_FORBIDDEN.sub("", text) if look.is_web else printable(text))


def _patterns(shapes: Iterable[Shape], look: Look, name: str) -> str:
    used = {shape.role for shape in shapes} & set(HATCHED)
    return "".join(f"<defs>{_hatch(role, look, name)}</defs>" for role in sorted(used))


def _hatch(role: Role, look: Look, name: str) -> str:
    """Slants: `late` leans one way, `hope` the other, so that they differ without colour."""
    step = look.text * 0.36
    lean = 45 if role is Role.LATE else -45
    colour = f'class="hatch-{role}"' if look.is_web else f'stroke="{EARTH if role is Role.LATE else GREEN}"'
    drawn = f'<path d="M0 0V{written(step)}" stroke-width="{written(step * 0.7)}" {colour}/>'
    turned = f'width="{written(step)}" height="{written(step)}" patternUnits="userSpaceOnUse" patternTransform="rotate({lean})"'
    return f'<pattern id="{name}-{role}" {turned}>{drawn}</pattern>'
