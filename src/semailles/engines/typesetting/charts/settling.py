"""Labels that keep out of each other's way: each tries its places in turn, nearest first, and takes the first that is free."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from semailles.engines.typesetting.charts.shapes import Box, text_box

# How a label may stand under its point: the anchor, and on which side of the point it begins, in shares of its offset.
_ORDER = (("middle", 0), ("start", -1), ("end", 1), ("end", -1), ("start", 1))


@dataclass(frozen=True, slots=True)
class Wanted:
    """A label for the point `x`. `offset`: how far beside the point it begins when it is not centred under it."""

    text: str
    x: float
    offset: float = 0.0


@dataclass(frozen=True, slots=True)
class Settled:
    """`tier`: 0 is the nearest row."""

    text: str
    x: float
    tier: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Room:
    """Rows of text from `left` to `right`, `most` of them, each in `size`. `gap`: the least space between two labels."""

    left: float
    right: float
    size: float
    most: int
    gap: float


def settled(labels: Sequence[Wanted], room: Room, *, lines: Iterable[float] = ()) -> tuple[Settled | None, ...]:
    """A place for each label, in their order, or None where there is none. `lines`: upright lines that labels avoid when they can."""
    avoided = tuple(lines)
    taken: list[tuple[int, Box]] = []
    found: list[Settled | None] = []
    for label in labels:
        place = _free(label, room, taken, avoided) or _free(label, room, taken, ())
        found.append(place)
        if place:
            taken.append((place.tier, _box(place, room)))
    return tuple(found)


def _free(label: Wanted, room: Room, taken: Sequence[tuple[int, Box]], lines: Sequence[float]) -> Settled | None:
    for tier in range(room.most):
        for anchor, side in _ORDER:
            place = Settled(label.text, label.x + side * label.offset, tier, anchor)
            box = _box(place, room)
            if _holds(box, room) and not any(tier == row and box.meets(other) for row, other in taken) and not _crossed(box, lines):
                return place
    return None


def _box(place: Settled, room: Room) -> Box:
    """The label's box, with half of the gap on each side; all rows are told apart by their tier."""
    box = text_box(place.x, 0.0, place.text, room.size, place.anchor)
    return Box(box.left - room.gap / 2, box.top, box.right + room.gap / 2, box.bottom)


def _holds(box: Box, room: Room) -> bool:
    return room.left - room.gap / 2 <= box.left and box.right <= room.right + room.gap / 2


def _crossed(box: Box, lines: Sequence[float]) -> bool:
    return any(box.left < x < box.right for x in lines)
