"""What tells how to read a map: how long a kilometre is, and where the north lies."""

from collections.abc import Iterator

from semailles.engines.typesetting.charts.looks import Look, Role
from semailles.engines.typesetting.charts.shapes import Box, Shape, broken_line, line, rect, words

_ROUND = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)  # kilometres
_LONGEST = 0.14  # of the width of the map
_HIGH, _WIDE, _INSET = 2.9, 3.4, 0.9  # of the text's size


class Measure:
    """At the foot of the map, on the left. `scale`: units of the drawing in a kilometre."""

    def __init__(self, look: Look, height: float, scale: float) -> None:
        self.look, self.height, self.size = look, height, look.text
        self.kilometres = max((one for one in _ROUND if one * scale <= _LONGEST * look.width), default=_ROUND[0])
        self.long = self.kilometres * scale
        bottom = height - 0.5 * self.size
        left = 0.5 * self.size
        self.box = Box(left, bottom - _HIGH * self.size, left + self.long + (_WIDE + _INSET) * self.size, bottom)

    def shapes(self) -> Iterator[Shape]:
        size, box = self.size, self.box
        yield rect(Role.CLEAR, box.left, box.top, box.right - box.left, box.bottom - box.top)
        foot, start = box.bottom - 0.7 * size, box.left + 2.4 * size
        tip, north = box.top + 0.35 * size, box.left + 1.0 * size
        yield broken_line(
            Role.NEED, [(north, tip), (north + 0.4 * size, tip + 1.1 * size), (north - 0.4 * size, tip + 1.1 * size)], is_closed=True
        )
        yield words(Role.DOT_LABEL, north, foot, "N", "middle")
        yield line(Role.LINK, (start, foot), (start + self.long, foot))
        for x in (start, start + self.long):
            yield line(Role.LINK, (x, foot - 0.45 * size), (x, foot))
        yield words(Role.DOT_LABEL, start, foot - 0.75 * size, _said(self.kilometres))


def _said(kilometres: float) -> str:
    return f"{kilometres:g}\u00a0km" if kilometres >= 1 else f"{1000 * kilometres:g}\u00a0m"
