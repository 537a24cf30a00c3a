"""Average-link agglomeration on a sparse graph, under constraints. A pair without a link counts zero."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush

from scipy import sparse

Pair = tuple[int, int]
Partition = list[list[int]]


@dataclass(slots=True)
class Clusters:
    """Growing clusters, named by their smallest member. `sums`: total similarity between two clusters."""

    members: dict[int, list[int]]
    sums: dict[int, dict[int, float]]
    apart: dict[int, set[int]]
    lowest: float
    queue: list[tuple[float, int, int]] = field(default_factory=list)

    def average(self, first: int, second: int) -> float:
        return self.sums[first].get(second, 0.0) / (len(self.members[first]) * len(self.members[second]))

    def may_join(self, first: int, second: int) -> bool:
        return second not in self.apart[first]

    def join(self, first: int, second: int) -> int:
        """The younger name disappears into the older one."""
        keep, gone = min(first, second), max(first, second)
        self.members[keep] += self.members.pop(gone)
        moved = self.sums.pop(gone)
        for other, total in moved.items():
            del self.sums[other][gone]
            if other != keep:
                self.sums[keep][other] = self.sums[other][keep] = self.sums[keep].get(other, 0.0) + total
        for other in self.apart.pop(gone):
            self.apart[other].discard(gone)
            self.apart[other].add(keep)
            self.apart[keep].add(other)
        return keep

    def offer(self, name: int) -> None:
        """A pair below the lowest threshold is not queued: only another join can lift it, and that join offers it again."""
        for other in self.sums[name]:
            if (nearness := self.average(name, other)) >= self.lowest:
                heappush(self.queue, (-nearness, min(name, other), max(name, other)))


def agglomerate(near: sparse.csr_matrix, threshold: float, together: Iterable[Pair] = (), apart: Iterable[Pair] = ()) -> Partition:
    """Join the nearest two clusters while their average similarity reaches `threshold`; what stands together starts together."""
    return next(dendrogram(near, [threshold], together, apart))


def dendrogram(
    near: sparse.csr_matrix, thresholds: Sequence[float], together: Iterable[Pair], apart: Iterable[Pair]
) -> Iterator[Partition]:
    """One partition for each threshold, highest first: the same joins lead to all of them."""
    clusters = _singles(near, apart, min(thresholds))
    _unite(clusters, together)
    for name in clusters.members:
        clusters.offer(name)
    for threshold in sorted(thresholds, reverse=True):
        _join_down_to(clusters, threshold)
        yield sorted(sorted(members) for members in clusters.members.values())


def _join_down_to(clusters: Clusters, threshold: float) -> None:
    while clusters.queue and -clusters.queue[0][0] >= threshold:
        minus, first, second = heappop(clusters.queue)
        if not _is_stale(clusters, minus, first, second) and clusters.may_join(first, second):
            clusters.offer(clusters.join(first, second))


def _singles(near: sparse.csr_matrix, apart: Iterable[Pair], lowest: float) -> Clusters:
    count = near.shape[0]
    sums: dict[int, dict[int, float]] = {row: {} for row in range(count)}
    coo = near.tocoo()
    for row, column, value in zip(coo.row.tolist(), coo.col.tolist(), coo.data.tolist(), strict=True):
        if row != column:
            sums[row][column] = value
    clusters = Clusters({row: [row] for row in range(count)}, sums, {row: set() for row in range(count)}, lowest)
    for first, second in apart:
        clusters.apart[first].add(second)
        clusters.apart[second].add(first)
    return clusters


def _unite(clusters: Clusters, together: Iterable[Pair]) -> None:
    """Together first; a pair that people also put apart, directly or through others, stays apart."""
    for first, second in sorted(together):
        left, right = _name(clusters, first), _name(clusters, second)
        if left != right and clusters.may_join(left, right):
            clusters.join(left, right)


def _name(clusters: Clusters, member: int) -> int:
    return next(name for name, members in clusters.members.items() if member in members)


def _is_stale(clusters: Clusters, minus: float, first: int, second: int) -> bool:
    alive = first in clusters.members and second in clusters.members
    return not alive or -minus != clusters.average(first, second)
