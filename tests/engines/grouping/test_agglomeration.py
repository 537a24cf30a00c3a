"""Average link in rounds, against the usual order: the nearest two clusters, again and again."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse

from semailles.engines.grouping.agglomeration import Pair, Partition, Start, agglomerate, dendrogram

COUNT = 9
PAIRS = list(combinations(range(COUNT), 2))
DISTINCT = st.lists(st.integers(1, 10_000), min_size=len(PAIRS), max_size=len(PAIRS), unique=True)
APART = st.lists(st.sampled_from(PAIRS), max_size=3)


def matrix(values: dict[Pair, float]) -> sparse.csr_matrix:
    rows, columns = zip(*values, strict=True) if values else ((), ())
    upper = sparse.coo_matrix((list(values.values()), (rows, columns)), shape=(COUNT, COUNT))
    return sparse.csr_matrix(upper + upper.T)


def one_by_one(near: np.ndarray, threshold: float, apart: list[Pair]) -> Partition:
    clusters = [[row] for row in range(len(near))]
    while True:
        allowed = [
            (float(near[np.ix_(first, second)].mean()), first, second)
            for first, second in combinations(clusters, 2)
            if not any(tuple(sorted((a, b))) in apart for a in first for b in second)
        ]
        best = max(allowed, default=(0.0, [], []))
        if best[0] < threshold:
            return sorted(clusters)
        clusters = [cluster for cluster in clusters if cluster not in best[1:]] + [sorted(best[1] + best[2])]


@settings(max_examples=60, deadline=None)
@given(DISTINCT, APART)
def test_rounds_give_what_joining_one_by_one_gives(values: list[int], apart: list[Pair]) -> None:
    near = matrix({pair: value / 10_000 for pair, value in zip(PAIRS, values, strict=True) if value > 4000})

    found = list(dendrogram(near, [0.2, 0.4, 0.6], Start(apart=tuple(apart))))

    assert found == [one_by_one(near.toarray(), threshold, apart) for threshold in (0.6, 0.4, 0.2)]


def test_equal_links_join_the_first_of_the_list_first() -> None:
    found = agglomerate(matrix({(0, 1): 0.5, (1, 2): 0.5}), 0.3)

    assert found[:2] == [[0, 1], [2]]


def test_what_stands_joins_no_other_that_stands() -> None:
    near = matrix({(0, 1): 0.9, (1, 2): 0.8, (2, 3): 0.7, (4, 5): 0.6})

    assert agglomerate(near, 0.1, Start(together=((2, 3),), standing=(0, 1, 2)))[:4] == [[0], [1], [2, 3], [4, 5]]


@pytest.mark.parametrize("count", [0, 1])
def test_nothing_to_join_is_no_trouble(count: int) -> None:
    found = agglomerate(sparse.csr_matrix((count, count)), 0.1)

    assert found == [[row] for row in range(count)]
