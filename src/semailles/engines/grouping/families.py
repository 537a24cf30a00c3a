"""Families: ideas that say the same thing with other words.

One agglomeration depends on its threshold and on how views are blended. Several are run, and those pairs stay that most of them join:
families become more precise and move less when an idea is added. The thresholds lie around the one where precision equals recall.
"""

from collections.abc import Iterable, Sequence

import numpy as np
from scipy import sparse

from semailles.engines.grouping.agglomeration import Pair, agglomerate, dendrogram
from semailles.engines.grouping.neighbours import Blend

ALONE = 0.6
BLENDS = (
    Blend(alone=ALONE),
    Blend(aligned=0.85, letters=0.05, alone=ALONE),
    Blend(aligned=0.7, letters=0.2, concepts=0.05, fields=0.05, alone=ALONE),
)
THRESHOLDS = (0.11, 0.13, 0.15)
MAJORITY = 0.5
TIE_BREAK = 0.001


def same_ideas(nears: Sequence[sparse.csr_matrix], together: Iterable[Pair] = (), apart: Iterable[Pair] = ()) -> list[list[int]]:
    """`nears`: one similarity for each blend. Members (rows) of each family; every row stands in exactly one."""
    joined, parted = list(together), list(apart)
    votes = [partition for near in nears for partition in dendrogram(near, THRESHOLDS, joined, parted)]
    agreed = sparse.csr_matrix(_agreement(votes, nears[0].shape[0]) + nears[0] * TIE_BREAK)
    return agglomerate(_links(agreed), MAJORITY, joined, parted)


def _agreement(votes: Sequence[Sequence[Sequence[int]]], count: int) -> sparse.csr_matrix:
    """Share of the partitions that put two rows together."""
    total = sparse.csr_matrix((count, count))
    for families in votes:
        rows = [row for family in families for row in family]
        names = [number for number, family in enumerate(families) for _ in family]
        member = sparse.csr_matrix((np.ones(count), (rows, names)), shape=(count, len(families)))
        total = total + member @ member.T
    return sparse.csr_matrix(total / len(votes))


def _links(matrix: sparse.csr_matrix) -> sparse.csr_matrix:
    """Without its diagonal, columns in order."""
    matrix.setdiag(0)
    matrix.eliminate_zeros()
    matrix.sort_indices()
    return matrix
