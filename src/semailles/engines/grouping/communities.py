"""Groups of families that stand near each other: Leiden on their graph, several times; the run nearest to what all of them agree on stands.

One run depends on its seed and on its resolution (Lancichinetti and Fortunato, « Consensus clustering in complex networks », 2012).
"""

from collections.abc import Sequence

import numpy as np
from graspologic_native import leiden_csr
from scipy import sparse

from semailles.engines.grouping.neighbours import strongest

NEAREST = 12
RESOLUTIONS = (0.3, 0.5, 0.7, 0.9, 1.1, 1.4, 1.8, 2.3, 3.0)
RUNS, TRIALS = 10, 3
AROUND, SEEDS = 3, 6
MANY = 500  # families; beyond, in a crowd, one seed: time is counted there


def communities(near: sparse.csr_matrix, families: Sequence[Sequence[int]], wanted: int, seed: int) -> list[int]:
    """A label 0, 1, … for each family, -1 for one that nothing links; as near `wanted` groups as the AROUND best resolutions give."""
    graph = family_graph(near, families)
    if graph.nnz == 0:
        return [-1] * len(families)
    first = {resolution: _leiden(graph, resolution, seed) for resolution in RESOLUTIONS}
    around = sorted(RESOLUTIONS, key=lambda resolution: (_distance(first[resolution], wanted), resolution))[:AROUND]
    again = [_leiden(graph, resolution, seed + run) for resolution in around for run in range(1, SEEDS if len(families) <= MANY else 1)]
    return _most_agreed(graph, [first[resolution] for resolution in around] + again, wanted)


def _distance(labels: Sequence[int], wanted: int) -> int:
    return abs(max(labels) + 1 - wanted)


def _most_agreed(graph: sparse.csr_matrix, runs: Sequence[list[int]], wanted: int) -> list[int]:
    """Of the runs whose number of groups is nearest `wanted`, the one that keeps together, and parts, the links that all runs do."""
    rows, columns = graph.nonzero()
    labels = np.array(runs)
    inside = labels[:, rows] == labels[:, columns]
    away = np.round(np.abs(inside - inside.mean(axis=0)) @ np.asarray(graph[rows, columns]).ravel(), 6)
    return min(zip(runs, away.tolist(), strict=True), key=lambda run: (_distance(run[0], wanted), run[1]))[0]


def family_graph(near: sparse.csr_matrix, families: Sequence[Sequence[int]]) -> sparse.csr_matrix:
    """Mean similarity between families, each linked with its NEAREST."""
    member = [(row, number, 1.0 / len(family)) for number, family in enumerate(families) for row in family]
    rows, numbers, shares = zip(*member, strict=True)
    average = sparse.csr_matrix((shares, (rows, numbers)), shape=(near.shape[0], len(families)))
    between = sparse.csr_matrix(average.T @ near @ average)
    between.setdiag(0)
    between.eliminate_zeros()
    between.sort_indices()
    own = strongest(between, NEAREST)
    return sparse.csr_matrix(own.maximum(own.T))


def _leiden(graph: sparse.csr_matrix, resolution: float, seed: int) -> list[int]:
    graph.sort_indices()
    parts = graph.indptr.astype(np.int64), graph.indices.astype(np.int32), np.round(graph.data.astype(np.float64), 9)
    _, label = leiden_csr(*parts, graph.shape[0], resolution=resolution, iterations=RUNS, seed=seed, trials=TRIALS)
    linked = np.diff(graph.indptr) > 0
    names: dict[int, int] = {}
    return [names.setdefault(label[node], len(names)) if linked[node] else -1 for node in range(graph.shape[0])]
