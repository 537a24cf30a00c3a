"""Why a family holds: its links, its cohesion, and how strong the convergence is.

The strength was set on pairs of French sentences judged by people (bench/families.py --pairs). Two sentences say much the same (3 of 5 or more) once in four
under FAINT, once in two from CLOSE on; docs/decisions/0009 has the figures.
"""

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from semailles.engines.grouping.groups import Strength

LINKS_SHOWN = 5
FAINT, NEAR, CLOSE = 0.2, 0.25, 0.3
WIDE = 3  # teams


def cohesion(inner: np.ndarray) -> float:
    """Mean over members of their best link inside the family; a lone idea holds together perfectly."""
    if len(inner) == 1:
        return 1.0
    return round(float(inner.max(axis=1).mean()), 4)


def medoid(inner: np.ndarray) -> int:
    return int(np.argmax(np.round(inner.sum(axis=1), 6)))


def ranked_pairs(inner: np.ndarray, teams: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of members, between teams first, nearest first."""
    pairs = [pair for pair in combinations(range(len(teams)), 2) if inner[pair] > 0]
    return sorted(pairs, key=lambda pair: (teams[pair[0]] == teams[pair[1]], -inner[pair], pair))


def joined(inner: np.ndarray, teams: Sequence[str]) -> float:
    """Mean over the teams of their best link with another team, 0 when there is only one: what brings teams together, not what each repeats."""
    other = np.array([[mine != theirs for theirs in teams] for mine in teams])
    best = np.where(other, inner, 0.0).max(axis=1)
    names = np.array(teams)
    return round(float(np.mean([best[names == team].max() for team in sorted(set(teams))])), 4)


def strength(nearness: float, teams: int, *, is_mutual: bool) -> Strength:
    """`nearness`: `joined`. Weak when FAINT, or when no idea stands among the nearest of another team's that stands among its own;
    strong when CLOSE, or NEAR and WIDE."""
    if nearness < FAINT or not is_mutual:
        return Strength.WEAK
    return Strength.STRONG if nearness >= CLOSE or (nearness >= NEAR and teams >= WIDE) else Strength.MEDIUM
