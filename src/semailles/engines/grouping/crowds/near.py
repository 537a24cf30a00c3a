"""Who stands near whom in a crowd: the exact nearest of each text, some rows at a time, so that memory stays bounded."""

from collections.abc import Callable

import numpy as np
from scipy import sparse
from sparse_dot_topn import sp_matmul_topn

from semailles.engines.grouping.neighbours import concentration

NEAREST = 15
FLOOR = 0.05
ROWS_AT_ONCE = 4_000
PAIRS_AT_ONCE = 100_000
ALONE = 0.6

Told = Callable[[int, int], None]


def nearest(said: sparse.csr_matrix, tell: Told, *, at_once: int = ROWS_AT_ONCE) -> sparse.csr_matrix:
    """Symmetric, empty diagonal; `said`: unit rows, compared with all `at_once`. `tell` hears how many rows are done, and of how many."""
    columns, count = sparse.csr_matrix(said.T), said.shape[0]
    kept = []
    for start in range(0, count, at_once):
        tell(start, count)
        some = said[start : start + at_once]
        kept.append(sp_matmul_topn(some, columns, top_n=NEAREST + 1, threshold=FLOOR, sort=False, n_threads=1))
    tell(count, count)
    near = sparse.csr_matrix(sparse.vstack(kept))
    upper = sparse.csr_matrix(sparse.triu(near.maximum(near.T), 1))
    upper.data = np.round(np.clip(upper.data, 0.0, 1.0) * _backing(upper, said), 6)
    whole = sparse.csr_matrix(upper + upper.T)
    whole.sort_indices()
    return whole


def _backing(near: sparse.csr_matrix, said: sparse.csr_matrix) -> np.ndarray:
    """What is left of each similarity when it rests on one word out of many."""
    rows, columns = near.nonzero()
    own = np.asarray(said.power(4).sum(axis=1), np.float64).ravel()
    lost = [np.empty(0)]
    for start in range(0, len(rows), PAIRS_AT_ONCE):
        first, second = rows[start : start + PAIRS_AT_ONCE], columns[start : start + PAIRS_AT_ONCE]
        shared = sparse.csr_matrix(said[first].multiply(said[second]))
        lost.append(concentration(shared) - (own[first] + own[second]) / 2)
    return np.asarray(1 - ALONE * np.clip(np.concatenate(lost), 0.0, 1.0))
