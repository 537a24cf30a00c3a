"""Families: ideas that say the same thing with other words.

Ideas that speak of what everybody speaks of are near everything: each likeness is first levelled by how near both stand to their own nearest
(against hubs: Conneau and others, « Word translation without parallel data », 2018, §2.3). One agglomeration depends on its threshold and on how
views are blended. Several are run, and those pairs stay that most of them join: families become more precise and move less when an idea is added.
The thresholds that decide lie around the one where precision equals recall; the others say how sure each place is.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from semailles.engines.grouping.agglomeration import NOTHING_SETTLED, Partition, Start, agglomerate, dendrogram
from semailles.engines.grouping.confidence import Votes
from semailles.engines.grouping.neighbours import Blend, strongest

ALONE = 0.6
BLENDS = (
    Blend(alone=ALONE),
    Blend(aligned=0.85, letters=0.05, alone=ALONE),
    Blend(aligned=0.7, letters=0.2, concepts=0.05, fields=0.05, alone=ALONE),
)
THRESHOLDS = (0.09, 0.11, 0.13)
LOOSER, STRICTER = 0.075, 0.16
STRICT = (0.16, 0.2, 0.25, 0.31)
LEVELLED, CROWD = 0.75, 10
MAJORITY = 0.5
TIE_BREAK = 0.001


@dataclass(frozen=True, slots=True)
class Consensus:
    """Members (rows) of each family, every row in exactly one; `votes`: what the groupings said, for any other partition of these rows too."""

    families: Partition
    votes: Votes


def same_ideas(nears: Sequence[sparse.csr_matrix], start: Start = NOTHING_SETTLED, copies: np.ndarray | None = None) -> Consensus:
    """`nears`: one similarity for each blend. `copies`: for each row, the row of `nears` that it is a copy of; by default, each its own."""
    levels = [levelled(near) for near in nears]
    thresholds = sorted({LOOSER, *THRESHOLDS, *STRICT}, reverse=True)
    found = [
        (threshold, partition)
        for near in levels
        for threshold, partition in zip(thresholds, dendrogram(near, thresholds, start, copies), strict=True)
    ]
    deciding = [partition for threshold, partition in found if threshold in THRESHOLDS]
    votes = Votes(
        near=[partition for threshold, partition in found if threshold <= STRICTER],
        strict=[partition for threshold, partition in found if threshold > LOOSER],
    )
    return Consensus(_agreed(deciding, levels[0], start, copies), votes)


def levelled(near: sparse.csr_matrix) -> sparse.csr_matrix:
    """Less, for each of both, how much nearer than usual its CROWD nearest stand; more for ideas that few are near. A pair without a link stays without,
    and the diagonal, the likeness of two copies, stays."""
    apart = _links(near.copy())
    crowd = np.asarray(strongest(apart, CROWD).sum(axis=1)).ravel() / max(1, min(CROWD, near.shape[0] - 1))
    links = apart.tocoo()
    usual = (crowd[links.row] + crowd[links.col]) / 2 - crowd.mean()
    level = np.round(np.clip(links.data - LEVELLED * usual, 0.0, 1.0), 9)
    whole = sparse.csr_matrix((level, (links.row, links.col)), shape=near.shape) + sparse.diags_array(near.diagonal())
    return _without_zeros(sparse.csr_matrix(whole))


def _agreed(votes: Sequence[Partition], near: sparse.csr_matrix, start: Start, copies: np.ndarray | None) -> Partition:
    """Compared once for each cluster that begins as one."""
    of_row = np.arange(near.shape[0]) if copies is None else copies
    first, node = np.unique(start.names(len(of_row)), return_inverse=True)
    mean = sparse.csr_matrix((1.0 / np.bincount(node)[node], (node, of_row)), shape=(len(first), near.shape[0]))
    agreed = sparse.csr_matrix(_agreement(votes, first, len(of_row)) + mean @ near @ mean.T * TIE_BREAK)
    return agglomerate(_links(agreed), MAJORITY, start, node)


def _agreement(votes: Sequence[Partition], first: np.ndarray, count: int) -> sparse.csr_matrix:
    """Share of the partitions of `count` rows that put two of the rows `first` together."""
    total = sparse.csr_matrix((len(first), len(first)))
    name = np.empty(count, dtype=int)
    for families in votes:
        for number, rows in enumerate(families):
            name[rows] = number
        member = sparse.csr_matrix((np.ones(len(first)), (np.arange(len(first)), name[first])), shape=(len(first), len(families)))
        total = total + member @ member.T
    return sparse.csr_matrix(total / len(votes))


def _links(matrix: sparse.csr_matrix) -> sparse.csr_matrix:
    """Without its diagonal."""
    matrix.setdiag(0)
    return _without_zeros(matrix)


def _without_zeros(matrix: sparse.csr_matrix) -> sparse.csr_matrix:
    """Columns in order."""
    matrix.eliminate_zeros()
    matrix.sort_indices()
    return matrix
