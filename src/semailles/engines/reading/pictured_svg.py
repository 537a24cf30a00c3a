"""A drawn slide → SVG: paper, pale grounds, dark words. Nothing in it can act: texts are escaped, there is no link and no script."""

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from semailles.engines.reading.pictured_text import Box, Line, Words, set_in

if TYPE_CHECKING:
    from semailles.engines.reading.pictured_shapes import Frame
    from semailles.engines.reading.pictured_slides import Drawing

_PAPER, _INK, _SOFT, _EDGE, _GREY = "#ffffff", "#23211c", "#57534a", "#b9b1a0", "#e7e2d6"
_FONTS = "'Atkinson Hyperlegible', 'Source Sans 3', 'Noto Sans', 'Segoe UI', 'Liberation Sans', Arial, sans-serif"


def svg(drawing: "Drawing") -> str:
    size = f'width="{drawing.width:g}" height="{drawing.height:g}" viewBox="0 0 {drawing.width:g} {drawing.height:g}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family={quoteattr(_FONTS)} fill="{_INK}">',
        f'<rect width="100%" height="100%" fill="{_PAPER}"/>',
        *(_ground(frame) for frame in drawing.grounds),
        *(_line(line, frame) for line, frame in drawing.lines),
        "</svg>",
    ]
    return "".join(parts)


def _ground(frame: "Frame") -> str:
    place = f'x="{frame.x:g}" y="{frame.y:g}" width="{max(frame.width, 0):g}" height="{max(frame.height, 0):g}"{_turn(frame)}'
    if frame.ground == "line":
        ends = f'x1="{frame.x:g}" y1="{frame.y:g}" x2="{frame.x + frame.width:g}" y2="{frame.y + frame.height:g}"'
        return f'<line {ends} stroke="{_EDGE}" stroke-width="1.5"/>'
    if frame.ground in ("tint", "disc"):
        colour = f'fill="{_GREY}"' if frame.colour == "theme" else f'fill="{frame.colour}" fill-opacity=".18"'
        return _disc(frame, colour) if frame.ground == "disc" else f"<rect {place} {colour}/>"
    if frame.ground == "cell":
        return f'<rect {place} fill="none" stroke="{_EDGE}" stroke-width=".75"/>'
    return _picture(frame, place)


def _disc(frame: "Frame", colour: str) -> str:
    rx, ry = max(frame.width, 0) / 2, max(frame.height, 0) / 2
    return f'<ellipse cx="{frame.x + rx:g}" cy="{frame.y + ry:g}" rx="{rx:g}" ry="{ry:g}" {colour}{_turn(frame)}/>'


def _picture(frame: "Frame", place: str) -> str:
    """A grey box with what the picture shows, in the words of whoever described it."""
    box = frame.inside(8, 8)
    lines = set_in(Box(box.x, box.y, box.width, box.height), [Words(frame.said, 14, align="middle")], anchor="ctr") if frame.said else []
    return f'<rect {place} fill="{_GREY}"/>' + "".join(_words(line, _SOFT) for line in lines)


def _line(line: Line, frame: "Frame") -> str:
    drawn = _words(line, "")
    if line.opens_entry:
        size = line.size
        drawn = f'<circle cx="{line.x - 0.6 * size:.1f}" cy="{line.y - 0.3 * size:.1f}" r="{0.13 * size:.1f}"/>{drawn}'
    return f"<g{_turn(frame)}>{drawn}</g>" if frame.turned else drawn


def _words(line: Line, colour: str) -> str:
    """`textLength` holds the browser to the widths that the marks were measured with."""
    held = f' textLength="{line.width:g}" lengthAdjust="spacingAndGlyphs"' if len(line.text) > 1 else ""
    bold, fill = ' font-weight="700"' if line.bold else "", f' fill="{colour}"' if colour else ""
    return f'<text x="{line.x:g}" y="{line.y:g}" font-size="{line.size:g}"{bold}{fill}{held}>{escape(line.text)}</text>'


def _turn(frame: "Frame") -> str:
    if not frame.turned:
        return ""
    return f' transform="rotate({frame.turned:g} {frame.x + frame.width / 2:g} {frame.y + frame.height / 2:g})"'
