"""What chance alone would do with the teams of a family: their names dealt again over all ideas, the links staying where they are.

A permutation test (Fisher, The Design of Experiments, 1935, §21). Families are found without looking at teams: when teams have nothing to do
with what ideas say, every deal of their names is as likely as the one seen, and the p of a family is uniform.
"""

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np
from scipy import sparse

DEALS = 999
FEWEST_DEALS = 99
DRAWN_AT_MOST = 200_000_000  # links looked at, over all deals
LINKS_AT_ONCE = 4_000_000
DECIDED_BY_LOT = 0.5  # share of deals
BESIDE = 0.5  # worth of a link to a neighbour that stands in another family


def chances(
    reach: sparse.csr_matrix, families: Sequence[Sequence[int]], teams: Sequence[str], seed: int, *, most: int = DEALS
) -> np.ndarray:
    """For each family its p, in ]0, 1[: how often teams dealt at random would be linked as much as those seen.

    `reach`: each row's nearest, weighted. The statistic of a family is the weight of the links from its members to ideas of other teams,
    those that stand beside it counting less. Of the deals that give exactly as much, a part drawn by lot counts (which keeps p uniform), or
    one half when they are so many that the lot would say more than the links. With one team only there is nobody to meet: 1.
    `most`: deals, at most.
    """
    names = np.unique(np.asarray(teams, dtype=object), return_inverse=True)[1].astype(np.int32)
    if not names.any():
        return np.ones(len(families))
    where = np.full(len(teams), -1)
    for number, rows in enumerate(families):
        where[list(rows)] = number
    links = sparse.coo_matrix(sparse.diags_array((where >= 0).astype(float)) @ reach)
    worth = np.round(links.data * np.where(where[links.row] == where[links.col], 1.0, BESIDE), 6)
    shares = sparse.csr_matrix((worth, (np.arange(links.nnz), where[links.row])), shape=(links.nnz, len(families)))
    seen = _between(names[None, :], links, shares)[0]
    more, same, deals = np.zeros(len(families)), np.zeros(len(families)), min(most, _deals(links.nnz))
    chance = np.random.default_rng(seed)
    step = max(1, LINKS_AT_ONCE // max(1, links.nnz, len(teams)))
    for start in range(0, deals, step):
        dealt = chance.permuted(np.tile(names, (min(step, deals - start), 1)), axis=1)
        drawn = _between(dealt, links, shares)
        more += (drawn > seen).sum(axis=0)
        same += (drawn == seen).sum(axis=0)
    lots = np.where(same <= DECIDED_BY_LOT * deals, _lots(families, seed), 0.5)
    return np.round((more + (same + 1) * lots) / (deals + 1), 4)


def balance(teams: Sequence[str]) -> float:
    """How evenly the teams of a family speak in it, in [0, 1]: Pielou's evenness; 0 when there is one team only."""
    counts = Counter(teams)
    if len(counts) < 2:  # noqa: PLR2004  # one team has no balance
        return 0.0
    shares = [count / len(teams) for count in sorted(counts.values())]
    return round(-sum(share * math.log(share) for share in shares) / math.log(len(counts)), 4)


def _between(dealt: np.ndarray, links: sparse.coo_matrix, shares: sparse.csr_matrix) -> np.ndarray:
    """One row for each deal, one column for each family."""
    other = dealt[:, links.row] != dealt[:, links.col]
    return np.asarray(np.round((shares.T @ other.T.astype(np.float64)).T, 6))


def _lots(families: Sequence[Sequence[int]], seed: int) -> np.ndarray:
    """Drawn for each family by itself: its p stays when only others change."""
    return np.array([np.random.default_rng([seed, rows[0], len(rows)]).random() for rows in families])


def _deals(links: int) -> int:
    """DEALS for a debate of people, fewer for a crowd."""
    return int(min(DEALS, max(FEWEST_DEALS, DRAWN_AT_MOST // max(1, links))))
