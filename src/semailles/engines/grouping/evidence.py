"""Why a family holds: its links, its cohesion, and how strong the convergence is.

The strength was set on pairs of French sentences judged by people (bench/families.py --pairs). Two sentences say much the same (3 of 5 or more) once in four
under FAINT, once in two from CLOSE on; docs/decisions/0009 has the figures.
"""

from collections.abc import Sequence

import numpy as np
from scipy import sparse

from semailles.engines.grouping.groups import Strength

LINKS_SHOWN = 5
FAINT, NEAR, CLOSE = 0.2, 0.25, 0.3
WIDE = 3  # teams


def cohesion(inner: sparse.csr_matrix) -> float:
    """Mean over members of their best link inside the family; a lone idea holds together perfectly."""
    if inner.shape[0] == 1:
        return 1.0
    links, best = inner.tocoo(), np.zeros(inner.shape[0])
    np.maximum.at(best, links.row, links.data)
    return round(float(best.mean()), 4)


def medoid(inner: sparse.csr_matrix) -> int:
    return int(np.argmax(np.round(inner.sum(axis=1), 6)))


def ranked_pairs(inner: sparse.csr_matrix, teams: Sequence[str]) -> list[tuple[int, int, float]]:
    """Pairs of members and how near they stand, between teams first, nearest first."""
    links, team = inner.tocoo(), _numbers(teams)
    once = links.row < links.col
    row, column = links.row[once], links.col[once]
    order = np.lexsort((column, row, -links.data[once], team[row] == team[column]))
    return list(zip(row[order].tolist(), column[order].tolist(), links.data[once][order].tolist(), strict=True))


def joined(inner: sparse.csr_matrix, teams: Sequence[str]) -> float:
    """Mean over the teams of their best link with another team, 0 when there is only one: what brings teams together, not what each repeats."""
    links, team = inner.tocoo(), _numbers(teams)
    best = np.zeros(team.max() + 1)
    np.maximum.at(best, team[links.row], np.where(team[links.row] != team[links.col], links.data, 0.0))
    return round(float(best.mean()), 4)


def _numbers(teams: Sequence[str]) -> np.ndarray:
    return np.unique(np.asarray(teams, dtype=object), return_inverse=True)[1]


def strength(nearness: float, teams: int, *, is_mutual: bool) -> Strength:
    """`nearness`: `joined`. Weak when FAINT, or when no idea stands among the nearest of another team's that stands among its own;
    strong when CLOSE, or NEAR and WIDE."""
    if nearness < FAINT or not is_mutual:
        return Strength.WEAK
    return Strength.STRONG if nearness >= CLOSE or (nearness >= NEAR and teams >= WIDE) else Strength.MEDIUM
