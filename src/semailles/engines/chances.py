"""What chance alone would do, counted exactly."""

from collections.abc import Sequence
from itertools import combinations
from math import comb


def coverage_odds(size: int, team_sizes: Sequence[int]) -> tuple[float, ...]:
    """For 1, 2… teams, the probability that `size` ideas drawn at random among all of them come from exactly so many teams.

    Draws without replacement (multivariate hypergeometric), counted by inclusion and exclusion: if S_j is the number of draws that stay
    within some j teams, summed over the choices of j teams among n, exactly k teams come out in Σ_j (−1)^(k−j) C(n−j, k−j) S_j draws.
    The time doubles with each team.
    """
    sizes = [count for count in team_sizes if count]
    teams, every = len(sizes), comb(sum(sizes), size)
    if not every or not size:
        return ()
    within = [sum(comb(sum(some), size) for some in combinations(sizes, chosen)) for chosen in range(teams + 1)]
    return tuple(
        sum((-1) ** (exact - chosen) * comb(teams - chosen, exact - chosen) * within[chosen] for chosen in range(exact + 1)) / every
        for exact in range(1, teams + 1)
    )
