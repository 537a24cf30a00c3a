"""Why a family holds: its links, its cohesion, what chance would do, and how strong the convergence is."""

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from semailles.engines.grouping.groups import Strength

DEALS = 4000
LINKS_SHOWN = 5
WIDE, HALF = 0.75, 0.5
COHESIVE = 0.3
MUTUAL = 0.5
UNLIKELY = 0.5
POINTS_STRONG, POINTS_MEDIUM = 4, 2


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


def beyond_chance(size: int, coverage: int, team_sizes: Sequence[int], seed: int) -> float:
    """Probability that `size` ideas dealt at random among all of them come from fewer teams than `coverage`.

    Permuting team labels over all ideas gives a family of `size` a multivariate hypergeometric draw: it is drawn directly, seeded.
    """
    draws = np.random.default_rng([seed, size]).multivariate_hypergeometric(list(team_sizes), size, size=DEALS)
    return round(float(((draws > 0).sum(axis=1) < coverage).mean()), 4)


def strength(coverage: float, cohesive: float, mutual_share: float, chance: float) -> Strength:
    """Points: two for WIDE coverage of the teams (one for HALF), one each for COHESIVE, MUTUAL and UNLIKELY; 4 are strong, 2 medium."""
    points = (coverage >= HALF) + (coverage >= WIDE) + (cohesive >= COHESIVE) + (mutual_share >= MUTUAL) + (chance >= UNLIKELY)
    if points >= POINTS_STRONG:
        return Strength.STRONG
    return Strength.MEDIUM if points >= POINTS_MEDIUM else Strength.WEAK
