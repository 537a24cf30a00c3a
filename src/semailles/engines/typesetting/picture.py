"""The cover's picture, which is data: a countryside with one parcel for each idea, in the ground of its team, and fallow land between.

A territory is cut again and again in two, each half as large as the parcels that it must hold, along its shorter way: as inheritance did.
Then the whole is gently bent, so that furrows follow the slopes. Seeded: the same teams and ideas give the same picture.
"""

from collections.abc import Iterator, Sequence
from math import cos, pi, sin
from random import Random

from semailles.engines.typesetting.polygons import Point, Polygon, across, area, chord, cut, long_way, longest_side, sides, turned

WIDTH, HEIGHT = 520.0, 470.0
COLOURS = ("#2a5a86", "#7b3260", "#775c00", "#14635f", "#5a4a9c", "#6b5036", "#a02f4a", "#4a5866")
TINTS = ("#dfe8ee", "#f1e1ea", "#f0e7c9", "#d9e9e5", "#e4e1f1", "#ebe4da", "#f5dfe4", "#e2e6ea")
FALLOW, _FURROWS, _DOTS, _SLANTS = -1, 0, 1, 2
_PITCH = (3.6, 4.6, 3.6, 6.2)  # points between furrows, dots, slants, trees
_STEP = 9.0  # points between two bends of a line
_SHORTEST = 3.0  # points; a shorter row is not drawn
_TILT = 0.24  # of the first lanes, in radians


def countryside(slots: Sequence[int], seed: int) -> str:
    """An SVG of WIDTH × HEIGHT points. `slots`: for each idea, the ground of its team (0 to 7: four signs, eight colours)."""
    random = Random(seed)  # noqa: S311 - a drawing, not a secret
    crops = _crops(slots, random)
    fine = min(1.0, (150 / len(crops)) ** 0.3)
    fields = _shared(_territory(random), [random.uniform(0.6, 1.7) for _ in crops], random, 0)
    parts = "".join(_field(field, crop, fine) for field, crop in zip(fields, crops, strict=True))
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH:.0f}pt" height="{HEIGHT:.0f}pt" viewBox="0 0 {WIDTH:.0f} {HEIGHT:.0f}">{parts}</svg>'


def _crops(slots: Sequence[int], random: Random) -> list[int]:
    """Ideas in their teams' order, loosely mixed with their neighbours; a sixth of the land lies fallow."""
    fallow = [FALLOW] * max(3, len(slots) // 6)
    mixed = sorted(enumerate(sorted(slots)), key=lambda pair: pair[0] + random.uniform(-0.34, 0.34) * len(slots))
    crops = [slot for _, slot in mixed]
    for one in fallow:
        crops.insert(random.randint(0, len(crops)), one)
    return crops


def _territory(random: Random) -> Polygon:
    """A rounded land without re-entrant corner, a little larger at its foot."""
    lean = random.uniform(-0.1, 0.1)

    def at(angle: float) -> Point:
        c, s = cos(angle), sin(angle)
        reach = (abs(c) ** 2.4 + abs(s) ** 2.4) ** (-1 / 2.4)
        return (WIDTH * (0.5 + 0.44 * reach * c * (1 + 0.09 * s)), HEIGHT * (0.5 + 0.435 * reach * s))

    return tuple(at(2 * pi * i / 72 + lean) for i in range(72))


def _shared(land: Polygon, weights: list[float], random: Random, depth: int) -> Iterator[Polygon]:
    """Pieces of land in the order of their weights; the first cuts are lanes, the last are balks."""
    if len(weights) == 1:
        yield land
        return
    middle = max(1, min(len(weights) - 1, round(len(weights) * random.uniform(0.36, 0.64))))
    share = sum(weights[:middle]) / sum(weights)
    gap = max(1.5, 5.6 - 1.1 * depth)
    along = longest_side(land) if depth > 1 else (cos(_TILT), sin(_TILT))
    normal = turned(long_way(land, along), random.uniform(-0.13, 0.13))
    first, second = cut(land, normal, share, gap)
    yield from _shared(first, weights[:middle], random, depth + 1)
    yield from _shared(second, weights[middle:], random, depth + 1)


def _bent(p: Point) -> Point:
    """Where a point of the flat plan stands on the slopes."""
    x, y = p
    return (x + 24 * sin(y / 92 + 0.9) + 6 * sin((x + y) / 52), y + 19 * sin(x / 88 + 2.2) + 6 * sin((x - y) / 57))


def _field(field: Polygon, crop: int, fine: float) -> str:
    if area(field) < 1:
        return ""
    outline = _closed(field)
    if crop == FALLOW:
        return f'<path d="{outline}" fill="#efdfa6"/>' + _stroke(_dashes(field, 7.4 * fine), "#b3974a", 0.9 * fine)
    colour, tint, crop = COLOURS[crop], TINTS[crop], crop % len(_PITCH)
    pitch = _PITCH[crop] * fine
    ground = f'<path d="{outline}" fill="{tint}" stroke="{colour}" stroke-width="0.7"/>'
    if crop == _FURROWS:
        return ground + _stroke(_furrows(field, longest_side(field), pitch), colour, 1.25 * fine)
    if crop == _DOTS:
        return ground + _stroke(_spots(field, pitch, 0.0), colour, 2.1 * fine, ' stroke-linecap="round"')
    if crop == _SLANTS:
        return ground + _stroke(_furrows(field, turned(longest_side(field), pi / 4), pitch), colour, 1.15 * fine)
    return ground + _stroke(_spots(field, pitch, 1.9 * fine), colour, 0.95 * fine)


def _stroke(path: str, colour: str, thickness: float, more: str = "") -> str:
    return f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{thickness:.2f}"{more}/>' if path else ""


def _closed(field: Polygon) -> str:
    points = [_between(p, q, i / 4) for p, q in sides(field) for i in range(4)]
    return "M" + "L".join(_written(_bent(p)) for p in points) + "Z"


def _rows(field: Polygon, u: Point, pitch: float) -> Iterator[tuple[float, float, float]]:
    """Levels across `u` with both ends of the row, hedges kept clear."""
    low, high = across(field, (-u[1], u[0]))
    count = max(1, int((high - low) / pitch))
    start = low + (high - low - (count - 1) * pitch) / 2
    for i in range(count):
        level = start + i * pitch
        ends = chord(field, u, level)
        if ends and ends[1] - ends[0] > _SHORTEST:
            yield level, ends[0] + 1.1, ends[1] - 1.1


def _furrows(field: Polygon, u: Point, pitch: float) -> str:
    rows = []
    for level, start, end in _rows(field, u, pitch):
        steps = max(1, round((end - start) / _STEP))
        points = (_on(u, start + (end - start) * i / steps, level) for i in range(steps + 1))
        rows.append("M" + "L".join(_written(_bent(p)) for p in points))
    return "".join(rows)


def _dashes(field: Polygon, pitch: float) -> str:
    u, marks = longest_side(field), []
    for rank, (level, start, end) in enumerate(_rows(field, u, pitch)):
        at = start + 1 + (rank % 2) * pitch * 0.8
        while at + pitch * 0.7 < end:
            marks.append(f"M{_written(_bent(_on(u, at, level)))}L{_written(_bent(_on(u, at + pitch * 0.7, level)))}")
            at += pitch * 1.6
    return "".join(marks)


def _spots(field: Polygon, pitch: float, arm: float) -> str:
    """Sown dots (`arm` 0: a stroke without length, drawn round) or trees, crosses with arms of that length."""
    u, marks = longest_side(field), []
    for rank, (level, start, end) in enumerate(_rows(field, u, pitch)):
        room = end - start - 2 * arm - (0.5 if rank % 2 else 0.0) * pitch
        count = int(room / pitch) + 1 if room > 0 else 0
        for i in range(count):
            x, y = _bent(_on(u, start + arm + i * pitch + (pitch / 2 if rank % 2 else 0), level))
            marks.append(f"M{x - arm:.1f} {y:.1f}h{2 * arm:.1f}M{x:.1f} {y - arm:.1f}v{2 * arm:.1f}" if arm else f"M{x:.1f} {y:.1f}h.01")
    return "".join(marks)


def _on(u: Point, along: float, level: float) -> Point:
    return along * u[0] - level * u[1], along * u[1] + level * u[0]


def _between(p: Point, q: Point, share: float) -> Point:
    return p[0] + (q[0] - p[0]) * share, p[1] + (q[1] - p[1]) * share


def _written(p: Point) -> str:
    return f"{p[0]:.1f} {p[1]:.1f}"
