"""A schematic map: around the middle of each commune the cell of all that lies nearest to it (Voronoi 1908), drawn without any borrowed outline."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy.spatial import Voronoi

from semailles.engines.typesetting.charts.cell_names import Named, Names
from semailles.engines.typesetting.charts.looks import WEB, Look, Role
from semailles.engines.typesetting.charts.measure import Measure
from semailles.engines.typesetting.charts.outskirts import surroundings
from semailles.engines.typesetting.charts.shapes import Drawing, Shape, broken_line, circle, line, svg

KM_A_DEGREE = 111.195  # of latitude, on a sphere of 6371 km


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in degrees. `group`: cells of one group are parted by a thin line only. `is_marked`: what the map is about; the others are its ground."""

    label: str
    latitude: float
    longitude: float
    group: str = ""
    is_marked: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """A line, or an area that ends where it begins: latitudes and longitudes in degrees."""

    points: tuple[tuple[float, float], ...]
    is_area: bool = False


@dataclass(frozen=True, slots=True)
class Cells:
    """`spots` are dots; `ground`, the communes that have the cells: without any, each spot has its own.

    `is_small`: set in a margin, it fills its width, square at most, and names no group.
    """

    title: str
    description: str
    spots: tuple[Spot, ...]
    ground: tuple[Spot, ...] = ()
    outlines: tuple[Outline, ...] = ()
    is_small: bool = False


def cells_svg(chart: Cells, look: Look = WEB, name: str = "cells") -> str:
    """SVG of at least one place."""
    return svg(cells(chart, look), look, name)


def cells(chart: Cells, look: Look) -> Drawing:
    page = _Page(chart, look)
    measure = Measure(look, page.height, page.scale / KM_A_DEGREE)
    names = Names(look, page.height, [*map(page.at, chart.spots)], [*map(page.at, chart.ground)], measure.box)
    dots = [*page.tints(), *page.areas(), *page.borders(), *page.dots()]
    return Drawing(chart.title, chart.description, page.height, (*dots, *page.names(names), *measure.shapes()))


# Shares of the text's size; the map is as high as its places ask for, within limits.
_MARGIN, _TIGHT, _FOOT, _RADIUS, _COMMUNE, _LOWEST, _HIGHEST, _FINEST = 4.0, 2.2, 3.4, 0.5, 0.12, 0.3, 0.75, 0.02


class _Page:
    """Places on paper: one scale in both directions, at the middle latitude (equirectangular projection); the north above."""

    def __init__(self, chart: Cells, look: Look) -> None:
        self.chart, self.look = chart, look
        self.ground = chart.ground or chart.spots
        degrees = np.array([*self._degrees()])
        self.shrunk = max(math.cos(math.radians(float(degrees[:, 0].mean()))), _FINEST)
        low, high = degrees.min(axis=0), degrees.max(axis=0)
        self.middle = (low + high) / 2
        tall, wide = max(high[0] - low[0], _FINEST), max((high[1] - low[1]) * self.shrunk, _FINEST)
        margin, highest = (_TIGHT * look.text, 1.0) if chart.is_small else (_MARGIN * look.text, _HIGHEST)
        held = float(min(max(look.width * tall / wide, _LOWEST * look.width), highest * look.width))
        self.scale = float(min((look.width - 2 * margin) / wide, (held - 2 * margin) / tall))
        self.center = (look.width / 2, held / 2)
        self.height = held + (_FOOT * look.text if chart.ground and look.is_web else 0.0)
        self.seeds = list(dict.fromkeys(map(self.at, self.ground)))
        self.voronoi = Voronoi(np.array([*self.seeds, *(surroundings(self.seeds) if chart.ground else self._mirrored())]))

    def at(self, spot: Spot) -> tuple[float, float]:
        return self.put(spot.latitude, spot.longitude)

    def put(self, latitude: float, longitude: float) -> tuple[float, float]:
        x, y = self.center
        return float(x + (longitude - self.middle[1]) * self.shrunk * self.scale), float(y - (latitude - self.middle[0]) * self.scale)

    def _mirrored(self) -> list[tuple[float, float]]:
        """The images of the places beyond each side: the map is closed by its frame."""
        wide, high = 2 * self.look.width, 2 * self.height
        return [image for x, y in self.seeds for image in ((-x, y), (wide - x, y), (x, -y), (x, high - y))]

    def _degrees(self) -> Iterator[tuple[float, float]]:
        yield from ((spot.latitude, spot.longitude) for spot in (*self.chart.spots, *self.chart.ground))
        yield from (point for outline in self.chart.outlines for point in outline.points)

    def tints(self) -> Iterator[Shape]:
        """The cells of the communes that the map is about."""
        marked = {self.at(spot) for spot in self.chart.ground if spot.is_marked}
        for rank, seed in enumerate(self.seeds):
            if seed in marked:
                corners = self.voronoi.regions[self.voronoi.point_region[rank]]
                yield broken_line(Role.TINT, (self._corner(one) for one in corners), is_closed=True)

    def areas(self) -> Iterator[Shape]:
        for outline in self.chart.outlines:
            role = Role.AREA if outline.is_area else Role.TRACE
            yield broken_line(role, (self.put(*point) for point in outline.points), is_closed=outline.is_area)

    def borders(self) -> Iterator[Shape]:
        """Between two cells, thin within a group; between groups and around the map, firm."""
        group = {self.at(spot): spot.group for spot in reversed(self.ground)}
        count = len(self.seeds)
        for (one, other), ends in zip(self.voronoi.ridge_points, self.voronoi.ridge_vertices, strict=True):
            if min(one, other) < count and -1 not in ends:
                within = max(one, other) < count and group[self.seeds[one]] == group[self.seeds[other]]
                yield line(Role.GRID if within else Role.GROUND, self._corner(ends[0]), self._corner(ends[1]))

    def dots(self) -> Iterator[Shape]:
        size = self.look.text
        taken = {self.at(spot) for spot in self.chart.spots}
        yield from (circle(Role.COMMUNE, *self.at(one), _COMMUNE * size) for one in self.chart.ground if self.at(one) not in taken)
        for spot in sorted(self.chart.spots, key=lambda spot: spot.is_marked):
            radius = (_RADIUS if spot.is_marked else _RADIUS / 2) * size
            yield circle(Role.HELD if spot.is_marked else Role.PLANNED, *self.at(spot), radius)

    def names(self, names: Names) -> Iterator[Shape]:
        """What the map is about first, then its groups, the other places, the other communes: each where it finds room."""
        marked = [spot for spot in self.chart.spots if spot.is_marked]
        others = [spot for spot in self.chart.spots if not spot.is_marked]
        said = {self.at(spot) for spot in self.chart.spots}
        yield from names.beside(Named(spot.label, self.at(spot)) for spot in marked)
        yield from names.over(self._groups())
        yield from names.beside(Named(spot.label, self.at(spot)) for spot in others)
        yield from names.near(Named(spot.label, self.at(spot)) for spot in self.chart.ground if self.at(spot) not in said)

    def _groups(self) -> Iterator[Named]:
        """Their name at the middle of their communes, where there are several groups."""
        groups = sorted({spot.group for spot in self.chart.ground if spot.group})
        for group in groups if len(groups) > 1 and not self.chart.is_small else ():
            held = [self.at(spot) for spot in self.chart.ground if spot.group == group]
            x, y = (float(one) for one in np.mean(held, axis=0))
            yield Named(group, (x, y))

    def _corner(self, rank: int) -> tuple[float, float]:
        x, y = self.voronoi.vertices[rank]
        return float(x), float(y)
