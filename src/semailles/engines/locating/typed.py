"""Shapes as people type them: a GeoJSON (RFC 7946), or one « latitude, longitude » a line."""

import json
import math
import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from semailles.engines.locating.ground import Degrees, traces

MOST_POINTS = 2000
_FINEST = 5  # decimals: one metre
_NUMBER = re.compile(r"[-−+]?\d+(?:[.,]\d+)?")
_BETWEEN = re.compile(r"[\s,;/°]*")
_CLOSED = 4  # points of the smallest outline, which ends where it begins
_PARTS = {"MultiPoint": "Point", "MultiLineString": "LineString", "MultiPolygon": "Polygon"}


class Fault(StrEnum):
    """Why a text is no shape."""

    UNREADABLE = "unreadable"
    NOT_DEGREES = "not degrees"
    TOO_MANY = "too many"
    TOO_FEW = "too few"
    UNKNOWN = "unknown"


class NotAShape(ValueError):
    """`at`: the line, or the kind of thing, where it stops being one."""

    def __init__(self, fault: Fault, at: str = "") -> None:
        super().__init__(f"{fault}: {at}")
        self.fault, self.at = fault, at


def shape_typed(text: str) -> dict[str, Any] | None:
    """A GeoJSON geometry: Point, LineString, Polygon, or a collection of those; None for an empty text. Altitudes are left out."""
    typed = text.strip()
    if not typed:
        return None
    geometries = _of_json(typed) if typed.startswith("{") else [_of_pairs(typed)]
    if sum(_size(one) for one in geometries) > MOST_POINTS:
        raise NotAShape(Fault.TOO_MANY)
    return geometries[0] if len(geometries) == 1 else {"type": "GeometryCollection", "geometries": geometries}


def shape_text(geometry: Mapping[str, Any] | None) -> str:
    """What was typed, for the form: one point a line, unless only a GeoJSON can say it (a line that comes back to its start is no area)."""
    if not geometry:
        return ""
    pairs = "\n".join(f"{point.latitude}, {point.longitude}" for trace in traces(geometry) for point in trace.points)
    return pairs if shape_typed(pairs) == geometry else json.dumps(geometry)


def _of_pairs(text: str) -> dict[str, Any]:
    points = [_pair(line) for line in re.split(r"[\n;]", text) if line.strip()]
    held = [_written(one) for one in points]
    if len(held) == 1:
        return {"type": "Point", "coordinates": held[0]}
    is_area = len(held) >= _CLOSED and held[0] == held[-1]
    return {"type": "Polygon", "coordinates": [held]} if is_area else {"type": "LineString", "coordinates": held}


def _pair(line: str) -> Degrees:
    """« 48.62, 2.43 », « 48,62 2,43 »: latitude first, as people say it."""
    numbers = _NUMBER.findall(line)
    if len(numbers) != 2 or _BETWEEN.fullmatch(_NUMBER.sub("", line)) is None:  # noqa: PLR2004  # a latitude and a longitude
        raise NotAShape(Fault.UNREADABLE, line.strip())
    latitude, longitude = (float(one.replace(",", ".").replace("−", "-")) for one in numbers)
    return _checked(latitude, longitude)


def _of_json(text: str) -> list[dict[str, Any]]:
    try:
        found = _simple(json.loads(text))
    except NotAShape:
        raise
    except (ValueError, RecursionError, OverflowError) as error:
        raise NotAShape(Fault.UNREADABLE, "GeoJSON") from error
    if not found:
        raise NotAShape(Fault.TOO_FEW)
    return found


def _simple(read: Any) -> list[dict[str, Any]]:
    """Whatever holds geometries, taken apart down to points, lines and areas."""
    read = read if isinstance(read, dict) else {}
    kind = str(read.get("type", ""))
    if kind == "Feature":
        return _simple(read.get("geometry"))
    if kind in {"FeatureCollection", "GeometryCollection"}:
        return [one for part in _listed(read.get("features" if kind == "FeatureCollection" else "geometries")) for one in _simple(part)]
    if kind in _PARTS:
        return [one for part in _listed(read.get("coordinates")) for one in _simple({"type": _PARTS[kind], "coordinates": part})]
    if kind not in _READ:
        raise NotAShape(Fault.UNKNOWN, kind[:40])
    return [{"type": kind, "coordinates": _READ[kind](read.get("coordinates"))}]


def _point(held: Any) -> list[float]:
    numbers = _listed(held)[:2]
    if len(numbers) < 2 or not all(isinstance(one, int | float) and not isinstance(one, bool) for one in numbers):  # noqa: PLR2004  # as above
        raise NotAShape(Fault.UNREADABLE, "GeoJSON")
    return _written(_checked(float(numbers[1]), float(numbers[0])))


def _line(held: Any) -> list[list[float]]:
    points = [_point(one) for one in _listed(held)]
    if len(points) < 2:  # noqa: PLR2004  # a line has two ends
        raise NotAShape(Fault.TOO_FEW)
    return points


def _outline(held: Any) -> list[list[float]]:
    points = _line(held)
    closed = points if points[0] == points[-1] else [*points, points[0]]
    if len(closed) < _CLOSED:
        raise NotAShape(Fault.TOO_FEW)
    return closed


def _area(held: Any) -> list[list[list[float]]]:
    rings = [_outline(ring) for ring in _listed(held)]
    if not rings:
        raise NotAShape(Fault.TOO_FEW)
    return rings


_READ: dict[str, Callable[[Any], Any]] = {"Point": _point, "LineString": _line, "Polygon": _area}


def _listed(held: Any) -> list[Any]:
    if not isinstance(held, list):
        raise NotAShape(Fault.UNREADABLE, "GeoJSON")
    return held


def _checked(latitude: float, longitude: float) -> Degrees:
    if not (math.isfinite(latitude) and abs(latitude) <= 90 and math.isfinite(longitude) and abs(longitude) <= 180):  # noqa: PLR2004  # degrees
        raise NotAShape(Fault.NOT_DEGREES, f"{latitude:.9g}, {longitude:.9g}")
    return Degrees(latitude, longitude)


def _written(point: Degrees) -> list[float]:
    return [round(point.longitude, _FINEST), round(point.latitude, _FINEST)]


def _size(geometry: Mapping[str, Any]) -> int:
    return sum(len(trace.points) for trace in traces(geometry))
