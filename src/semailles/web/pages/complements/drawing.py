"""A chain as a drawing: steps from left to right, a row a team, a line where two ideas join."""

from collections.abc import Sequence
from dataclasses import dataclass

from semailles.convergence.queries.relations import Joined, Place, Told

WIDTH, MARGIN, TOP, ROW, RADIUS = 640.0, 46.0, 40.0, 44.0, 15.0  # units of the drawing


@dataclass(frozen=True, slots=True)
class Column:
    """A step: its number, where it stands."""

    number: int
    x: float


@dataclass(frozen=True, slots=True)
class Node:
    """A team at a step; `count`: its ideas there."""

    letter: str
    count: int
    x: float
    y: float

    @property
    def beside(self) -> float:
        return self.x + RADIUS + 4


@dataclass(frozen=True, slots=True)
class Drawing:
    width: float
    height: float
    columns: tuple[Column, ...]
    nodes: tuple[Node, ...]
    links: tuple[str, ...]
    radius: float = RADIUS


def drawing(told: Told) -> Drawing:
    across, down = _across(told.places), {letter: TOP + ROW * (rank + 0.5) for rank, letter in enumerate(told.letters)}
    nodes = [
        Node(letter, sum(one.letter == letter for one in place.said), across[place.key], down[letter])
        for place in told.places
        for letter in place.letters
    ]
    links = dict.fromkeys(_link(tie, across, down) for tie in told.ties)
    columns = [Column(number, across[place.key]) for number, place in enumerate(told.places, start=1)]
    return Drawing(WIDTH, TOP + ROW * len(down) + 8, tuple(columns), tuple(nodes), tuple(links))


def _across(places: Sequence[Place]) -> dict[str, float]:
    slot = (WIDTH - 2 * MARGIN) / max(len(places) - 1, 1)
    return {place.key: round(MARGIN + slot * rank, 1) for rank, place in enumerate(places)}


def _link(tie: Joined, across: dict[str, float], down: dict[str, float]) -> str:
    """From the right edge of a node to the left edge of the other, level at both ends."""
    start, end = across[tie.steps[0].key] + RADIUS, across[tie.steps[1].key] - RADIUS
    first, second, middle = down[tie.first.letter], down[tie.second.letter], round((start + end) / 2, 1)
    return f"M{start} {first}C{middle} {first} {middle} {second} {end} {second}"
