"""What lies around the communes that a map knows: seeds of cells that are not drawn, so that the outermost cells end somewhere."""

from collections.abc import Sequence

import numpy as np
from scipy.spatial import KDTree

_CLEAR, _FAR, _STEP, _LONE = 1.3, 4.0, 1.3, 60.0  # of what usually parts two neighbours; units of the drawing, when there is one place only


def surroundings(seeds: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """In staggered rows, no nearer to a seed than somewhat more than two neighbours usually are to each other."""
    known = KDTree(np.array(seeds))
    step = _STEP * _usual(known)
    low, high = known.mins - _FAR * step, known.maxes + _FAR * step
    rows = np.arange(low[1], high[1], step * 0.87)
    points = [(x + step / 2 * (rank % 2), y) for rank, y in enumerate(rows) for x in np.arange(low[0], high[0], step)]
    far = np.asarray(known.query(np.array(points))[0]) >= _CLEAR * step
    return [(float(x), float(y)) for (x, y), is_far in zip(points, far, strict=True) if is_far]


def _usual(known: KDTree) -> float:
    """The median distance of a seed to the one nearest to it."""
    if known.n == 1:
        return _LONE
    return float(np.median(np.asarray(known.query(known.data, k=2)[0])[:, 1]))
