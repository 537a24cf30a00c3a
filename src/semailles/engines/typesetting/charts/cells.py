"""A schematic map: around each point the cell of all that lies nearest to it (Voronoi 1908), drawn without any borrowed outline."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.spatial import Voronoi

from semailles.engines.typesetting.charts.lettering import shortened_to
from semailles.engines.typesetting.charts.looks import WEB, Look, Role
from semailles.engines.typesetting.charts.shapes import Box, Drawing, Shape, circle, clear_words, line, svg, text_box, words


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in degrees. `group`: cells of one group are parted by a thin line only. `is_marked`: what the map is about; the others are its ground."""

    label: str
    latitude: float
    longitude: float
    group: str = ""
    is_marked: bool = False


@dataclass(frozen=True, slots=True)
class Cells:
    title: str
    description: str
    spots: tuple[Spot, ...]


def cells_svg(chart: Cells, look: Look = WEB, name: str = "cells") -> str:
    """SVG of at least one place."""
    return svg(cells(chart, look), look, name)


# Shares of the text's size; the map is as high as its places ask for, within limits.
_MARGIN, _RADIUS, _LONGEST, _LOWEST, _HIGHEST, _FINEST = 4.0, 0.5, 16.0, 0.3, 0.75, 0.02


def cells(chart: Cells, look: Look) -> Drawing:
    page = _Page(chart, look)
    return Drawing(chart.title, chart.description, page.height, (*page.borders(), *page.dots(), *page.labels()))


class _Page:
    """Places on paper: one scale in both directions, at the middle latitude; the north above."""

    def __init__(self, chart: Cells, look: Look) -> None:
        self.spots, self.look, self.size = chart.spots, look, look.text
        east, north = _metric(chart.spots)
        wide, high = max(np.ptp(east), _FINEST), max(np.ptp(north), _FINEST)
        margin = _MARGIN * self.size
        self.height = min(max(look.width * high / wide, _LOWEST * look.width), _HIGHEST * look.width)
        scale = min((look.width - 2 * margin) / wide, (self.height - 2 * margin) / high)
        x = look.width / 2 + (east - (east.min() + east.max()) / 2) * scale
        y = self.height / 2 - (north - (north.min() + north.max()) / 2) * scale
        self.at = [(float(one), float(other)) for one, other in zip(x, y, strict=True)]

    def borders(self) -> Iterator[Shape]:
        """Between two cells, thin within a group; around the map, firm. The map is closed by the mirror images of its places beyond each side."""
        points = list(dict.fromkeys(self.at))
        mirrored = [image for x, y in points for image in ((-x, y), (2 * self.look.width - x, y), (x, -y), (x, 2 * self.height - y))]
        drawn = Voronoi(np.array([*points, *mirrored]))
        group = {self.at[rank]: spot.group for rank, spot in reversed(list(enumerate(self.spots)))}
        for (one, other), ends in zip(drawn.ridge_points, drawn.ridge_vertices, strict=True):
            if min(one, other) < len(points) and -1 not in ends:
                within = max(one, other) < len(points) and group[points[one]] == group[points[other]]
                (x1, y1), (x2, y2) = (drawn.vertices[end] for end in ends)
                yield line(Role.GRID if within else Role.GROUND, (float(x1), float(y1)), (float(x2), float(y2)))

    def dots(self) -> Iterator[Shape]:
        for spot, (x, y) in zip(self.spots, self.at, strict=True):
            yield circle(Role.HELD if spot.is_marked else Role.PLANNED, x, y, (_RADIUS if spot.is_marked else _RADIUS / 2) * self.size)

    def labels(self) -> Iterator[Shape]:
        """Marked places first; a name that finds no room on any side is left to the list beside the map."""
        taken = [Box(x - self.size / 2, y - self.size / 2, x + self.size / 2, y + self.size / 2) for x, y in self.at]
        for rank in sorted(range(len(self.spots)), key=lambda rank: not self.spots[rank].is_marked):
            text = shortened_to(self.spots[rank].label, _LONGEST * self.size, self.size)
            for x, y, anchor in self._sides(rank):
                box = text_box(x, y, text, self.size, anchor)
                if self._holds(box) and not any(box.meets(other) for other in taken):
                    taken.append(box)
                    yield from clear_words(Role.CLEAR, box, words(Role.DOT_LABEL, x, y, text, anchor))
                    break

    def _sides(self, rank: int) -> Iterator[tuple[float, float, str]]:
        (x, y), far = self.at[rank], 0.9 * self.size
        yield x + far, y + 0.32 * self.size, "start"
        yield x - far, y + 0.32 * self.size, "end"
        yield x, y - far, "middle"
        yield x, y + 1.6 * self.size, "middle"

    def _holds(self, box: Box) -> bool:
        return box.left >= 0 and box.top >= 0 and box.right <= self.look.width and box.bottom <= self.height


def _metric(spots: Sequence[Spot]) -> tuple[np.ndarray, np.ndarray]:
    """Degrees east and north of the same length on the ground (equirectangular projection)."""
    north = np.array([spot.latitude for spot in spots])
    shrunk = max(math.cos(math.radians(float(north.mean()))), _FINEST)
    return np.array([spot.longitude for spot in spots]) * shrunk, north
