"""Convex polygons on the plane: area, cutting along a line, drawing hedges back. Points are (x, y); polygons are in one turning direction."""

from itertools import pairwise
from math import cos, hypot, pi, sin

Point = tuple[float, float]
Polygon = tuple[Point, ...]


def sides(polygon: Polygon) -> list[tuple[Point, Point]]:
    return list(pairwise((*polygon, polygon[0])))


def signed_area(polygon: Polygon) -> float:
    return sum(p[0] * q[1] - q[0] * p[1] for p, q in sides(polygon)) / 2 if polygon else 0.0


def area(polygon: Polygon) -> float:
    return abs(signed_area(polygon))


def unit(p: Point, q: Point) -> Point:
    length = hypot(q[0] - p[0], q[1] - p[1]) or 1.0
    return (q[0] - p[0]) / length, (q[1] - p[1]) / length


def turned(v: Point, angle: float) -> Point:
    return cos(angle) * v[0] - sin(angle) * v[1], sin(angle) * v[0] + cos(angle) * v[1]


def across(polygon: Polygon, direction: Point) -> tuple[float, float]:
    """Where the polygon begins and ends along a direction."""
    along = [p[0] * direction[0] + p[1] * direction[1] for p in polygon]
    return min(along), max(along)


def beyond(polygon: Polygon, normal: Point, level: float) -> Polygon:
    """The part of the polygon whose coordinate along `normal` is at least `level`."""
    kept: list[Point] = []
    for p, q in sides(polygon):
        a, b = (r[0] * normal[0] + r[1] * normal[1] - level for r in (p, q))
        if a >= 0:
            kept.append(p)
        if (a < 0) != (b < 0):
            s = a / (a - b)
            kept.append((p[0] + (q[0] - p[0]) * s, p[1] + (q[1] - p[1]) * s))
    return tuple(kept)


def cut(polygon: Polygon, normal: Point, share: float, gap: float) -> tuple[Polygon, Polygon]:
    """Two pieces whose areas are in the ratio share : 1 - share, `gap` apart."""
    low, high = across(polygon, normal)
    wanted = area(polygon) * (1 - share)
    for _ in range(24):
        middle = (low + high) / 2
        if area(beyond(polygon, normal, middle)) > wanted:
            low = middle
        else:
            high = middle
    back = (-normal[0], -normal[1])
    return beyond(polygon, back, gap / 2 - low), beyond(polygon, normal, low + gap / 2)


def longest_side(polygon: Polygon) -> Point:
    """Direction of the longest side."""
    return unit(*max(sides(polygon), key=lambda side: hypot(side[1][0] - side[0][0], side[1][1] - side[0][1])))


def long_way(polygon: Polygon, along: Point) -> Point:
    """Of a direction and its perpendicular, the one in which the polygon is longer."""
    low, high = across(polygon, along)
    left, right = across(polygon, turned(along, pi / 2))
    return along if high - low > right - left else turned(along, pi / 2)


def chord(polygon: Polygon, direction: Point, level: float) -> tuple[float, float] | None:
    """Where the line at `level` across `direction` enters and leaves the polygon, along it."""
    normal = (-direction[1], direction[0])
    found = []
    for p, q in sides(polygon):
        a, b = (r[0] * normal[0] + r[1] * normal[1] - level for r in (p, q))
        if (a < 0) != (b < 0):
            s = a / (a - b)
            found.append((p[0] + (q[0] - p[0]) * s) * direction[0] + (p[1] + (q[1] - p[1]) * s) * direction[1])
    return (min(found), max(found)) if len(found) > 1 else None
