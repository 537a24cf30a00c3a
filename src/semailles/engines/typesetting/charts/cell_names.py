"""The names on a schematic map, each where it finds room: none covers another, nor a place."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from semailles.engines.typesetting.charts.lettering import shortened_to, wrapped
from semailles.engines.typesetting.charts.looks import Look, Role
from semailles.engines.typesetting.charts.shapes import Box, Shape, text_box, words

_LONGEST, _GROUP_WIDTH, _SHIFT = 16.0, 13.0, 1.5  # of the text's size
Points = Sequence[tuple[float, float]]
_SHIFTS = (0, -1, 1, -2, 2, -3, 3)


@dataclass(frozen=True, slots=True)
class Named:
    label: str
    at: tuple[float, float]


class Names:
    """Called in the order of what matters: who comes late finds less room, and a name without room is left to the list beside the map."""

    def __init__(self, look: Look, height: float, places: Points, dots: Points, *kept: Box) -> None:
        """`places` are never covered, the small `dots` only when there is no other room."""
        self.look, self.height = look, height
        self.taken = [*kept, *_around(places, look.text / 2)]
        self.dots = _around(dots, look.text / 6)

    def beside(self, places: Iterable[Named]) -> Iterator[Shape]:
        """At a side of a dot."""
        size = self.look.text
        for place in places:
            text = shortened_to(place.label, _LONGEST * size, size)
            for x, y, anchor in self._sides(place.at, size):
                if self._takes(text_box(x, y, text, size, anchor)):
                    yield words(Role.PLACE_LABEL, x, y, text, anchor)
                    break

    def near(self, places: Iterable[Named]) -> Iterator[Shape]:
        """Small, over or under the middle of a commune."""
        size = self.look.small
        for place in places:
            text, (x, y) = shortened_to(place.label, _LONGEST * size, size), place.at
            for down in (-0.45, 1.1):
                if self._takes(text_box(x, y + down * size, text, size, "middle")):
                    yield words(Role.COMMUNE_LABEL, x, y + down * size, text, "middle")
                    break

    def over(self, groups: Iterable[Named]) -> Iterator[Shape]:
        """On two lines, about the middle of a group, higher or lower where something stands there."""
        size = self.look.text
        for group in groups:
            lines, (x, y) = wrapped(group.label, _GROUP_WIDTH * size, size), group.at
            for spared, shift in product((self.dots, []), _SHIFTS):
                top = y + shift * _SHIFT * size
                boxes = [text_box(x, top + rank * 1.15 * size, text, size, "middle") for rank, text in enumerate(lines)]
                if self._takes(*boxes, spared=spared):
                    yield from (words(Role.GROUP_LABEL, x, top + rank * 1.15 * size, text, "middle") for rank, text in enumerate(lines))
                    break

    def _sides(self, at: tuple[float, float], size: float) -> Iterator[tuple[float, float, str]]:
        (x, y), far = at, 0.9 * size
        yield x + far, y + 0.32 * size, "start"
        yield x - far, y + 0.32 * size, "end"
        yield x, y - far, "middle"
        yield x, y + 1.6 * size, "middle"

    def _takes(self, *boxes: Box, spared: Sequence[Box] = ()) -> bool:
        """Whether all of them find room; it is theirs then."""
        is_free = all(self._holds(box) and not any(box.meets(other) for other in (*self.taken, *spared)) for box in boxes)
        self.taken += boxes if is_free else ()
        return is_free

    def _holds(self, box: Box) -> bool:
        return box.left >= 0 and box.top >= 0 and box.right <= self.look.width and box.bottom <= self.height


def _around(points: Points, half: float) -> list[Box]:
    return [Box(x - half, y - half, x + half, y + half) for x, y in points]
