"""Average-link agglomeration on a sparse graph, under constraints. A pair without a link counts zero.

Clusters that are each the nearest of the other join all at once, round after round. Average link is reducible (a join brings nobody nearer), so that these
joins are those of the usual order, highest first (Murtagh 1983, « A survey of recent advances in hierarchical clustering algorithms »), at the price of
a few dozens of rounds of whole arrays; and a cluster that stands near nobody any more never will.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

Pair = tuple[int, int]
Partition = list[list[int]]


@dataclass(frozen=True, slots=True)
class Start:
    """What is settled before anything is compared.

    `together`: rows of each cluster that begins as one; `apart`: pairs that never join; `standing`: a row of each cluster that joins no other such one.
    """

    together: tuple[tuple[int, ...], ...] = ()
    apart: tuple[Pair, ...] = ()
    standing: tuple[int, ...] = ()

    def names(self, count: int) -> np.ndarray:
        """For each of `count` rows the smallest row of the cluster that it begins in."""
        name = np.arange(count)
        for rows in self.together:
            name[list(rows)] = min(rows)
        return name


NOTHING_SETTLED = Start()


@dataclass(slots=True)
class Edges:
    """Links between clusters, each once, `first` < `second`, in that order; `total` similarity of their members, -inf when people put them apart."""

    first: np.ndarray
    second: np.ndarray
    total: np.ndarray

    def kept(self, which: np.ndarray) -> "Edges":
        return Edges(self.first[which], self.second[which], self.total[which])

    def renamed(self, name: np.ndarray) -> "Edges":
        """Between the clusters that `name` gives, links of the same two summed."""
        one, other = name[self.first], name[self.second]
        key = np.minimum(one, other) * len(name) + np.maximum(one, other)
        outer = np.flatnonzero(one != other)
        order = outer[np.argsort(key[outer], kind="stable")]
        if not len(order):
            return self.kept(order)
        starts = np.flatnonzero(np.diff(key[order], prepend=-1))
        first, second = np.divmod(key[order][starts], len(name))
        return Edges(first, second, np.add.reduceat(self.total[order], starts))


@dataclass(frozen=True, slots=True)
class Joins:
    """Which cluster (named by its smallest member) took in which, and how near they stood."""

    kept: np.ndarray
    gone: np.ndarray
    nearness: np.ndarray


def agglomerate(near: sparse.csr_matrix, threshold: float, start: Start = NOTHING_SETTLED, copies: np.ndarray | None = None) -> Partition:
    """Join the nearest two clusters while their average similarity reaches `threshold`."""
    return next(dendrogram(near, [threshold], start, copies))


def dendrogram(
    near: sparse.csr_matrix, thresholds: Sequence[float], start: Start = NOTHING_SETTLED, copies: np.ndarray | None = None
) -> Iterator[Partition]:
    """One partition for each threshold, highest first: the same joins lead to all of them.

    `copies`: for each row to group, the row of `near` that it is a copy of (its diagonal is the similarity of two copies); by default, each its own.
    """
    of_row = np.arange(near.shape[0]) if copies is None else copies
    name = start.names(len(of_row))
    stands = np.zeros(len(name), dtype=bool)
    stands[name[list(start.standing)]] = True
    joins = _joins(_edges(near, of_row, name, start.apart), np.bincount(name, minlength=len(name)), stands, min(thresholds))
    for threshold in sorted(thresholds, reverse=True):
        yield _partition(name, joins, threshold)


def _joins(edges: Edges, size: np.ndarray, stands: np.ndarray, lowest: float) -> Joins:
    rounds = [(np.empty(0, int), np.empty(0, int), np.empty(0))]
    while len(edges.first):
        nearness = edges.total / (size[edges.first] * size[edges.second])
        nearness[stands[edges.first] & stands[edges.second]] = -np.inf
        joined, top = _nearest_of_each_other(edges, nearness, len(size))
        joined = joined[nearness[joined] >= lowest]
        keep, gone = edges.first[joined], edges.second[joined]
        rounds.append((keep, gone, nearness[joined]))
        size[keep] += size[gone]
        stands[keep] |= stands[gone]
        name = np.arange(len(size))
        name[gone] = keep
        edges = edges.kept(np.minimum(top[edges.first], top[edges.second]) >= lowest).renamed(name)
    return Joins(*(np.concatenate(column) for column in zip(*rounds, strict=True)))


def _nearest_of_each_other(edges: Edges, nearness: np.ndarray, count: int) -> tuple[np.ndarray, np.ndarray]:
    """Numbers of the edges that are the best of both ends, the first of equal ones; and how near the nearest of each cluster stands."""
    top = np.full(count, -np.inf)
    np.maximum.at(top, edges.first, nearness)
    np.maximum.at(top, edges.second, nearness)
    best = np.full(count, len(nearness))
    for end in (edges.first, edges.second):
        equal = np.flatnonzero(nearness == top[end])
        np.minimum.at(best, end[equal], equal)
    number = np.arange(len(nearness))
    return np.flatnonzero((best[edges.first] == number) & (best[edges.second] == number)), top


def _edges(near: sparse.csr_matrix, of_row: np.ndarray, name: np.ndarray, apart: Sequence[Pair]) -> Edges:
    member = sparse.csr_matrix((np.ones(len(name)), (name, of_row)), shape=(len(name), near.shape[0]))
    upper = sparse.triu(member @ near @ member.T, 1).tocoo()
    two = np.array([sorted(name[list(pair)].tolist()) for pair in apart], dtype=int).reshape(-1, 2)
    first, second = np.concatenate([upper.row, two[:, 0]]), np.concatenate([upper.col, two[:, 1]])
    total = np.concatenate([upper.data.astype(float), np.full(len(two), -np.inf)])
    return Edges(first.astype(np.int64), second.astype(np.int64), total).renamed(np.arange(len(name)))


def _partition(start: np.ndarray, joins: Joins, threshold: float) -> Partition:
    """A cluster goes once, into one whose name is smaller: following names leads to the smallest row of all."""
    high = joins.nearness >= threshold
    name = start.copy()
    name[joins.gone[high]] = joins.kept[high]
    while (further := name[name]).tolist() != name.tolist():
        name = further
    parts: dict[int, list[int]] = {}
    for row, part in enumerate(name.tolist()):
        parts.setdefault(part, []).append(row)
    return list(parts.values())
