"""Points and shapes on the ground, in degrees (WGS 84)."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

RADIUS_KM = 6371.0088  # mean radius of the Earth (IUGG)


@dataclass(frozen=True, slots=True)
class Degrees:
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Trace:
    """One point, a line, or one outline of an area, which ends where it begins."""

    points: tuple[Degrees, ...]
    is_area: bool = False

    @property
    def middle(self) -> Degrees:
        """Where its name may stand: among the corners of an area; on a line, at the point halfway along its list."""
        if not self.is_area:
            return self.points[len(self.points) // 2]
        corners = self.points[:-1]
        return Degrees(sum(one.latitude for one in corners) / len(corners), sum(one.longitude for one in corners) / len(corners))


def kilometres(one: Degrees, other: Degrees) -> float:
    """Along the great circle (haversine)."""
    north = math.radians(other.latitude - one.latitude) / 2
    east = math.radians(other.longitude - one.longitude) / 2
    shrunk = math.cos(math.radians(one.latitude)) * math.cos(math.radians(other.latitude))
    return 2 * RADIUS_KM * math.asin(math.sqrt(math.sin(north) ** 2 + shrunk * math.sin(east) ** 2))


def traces(geometry: Mapping[str, Any] | None) -> tuple[Trace, ...]:
    """What there is to draw in a GeoJSON geometry as `shape_typed` writes it; nothing in None."""
    return tuple(_traces(geometry)) if geometry else ()


def _traces(geometry: Mapping[str, Any]) -> Iterator[Trace]:
    kind, held = geometry["type"], geometry.get("coordinates", [])
    if kind == "GeometryCollection":
        for one in geometry["geometries"]:
            yield from _traces(one)
    elif kind == "Point":
        yield Trace((_degrees(held),))
    elif kind == "LineString":
        yield Trace(tuple(map(_degrees, held)))
    else:
        yield from (Trace(tuple(map(_degrees, ring)), is_area=True) for ring in held)


def _degrees(pair: Sequence[float]) -> Degrees:
    """GeoJSON writes the longitude first (RFC 7946)."""
    longitude, latitude = pair
    return Degrees(latitude, longitude)
