"""Who stands near whom: exact nearest neighbours of sparse unit rows."""

import numpy as np
from scipy import sparse
from sparse_dot_topn import sp_matmul_topn

WHOLE_UP_TO = 800
NEAREST = 40
FLOOR = 0.02


def similarities(rows: sparse.csr_matrix) -> sparse.csr_matrix:
    """Symmetric, empty diagonal. All pairs up to WHOLE_UP_TO texts, then the NEAREST of each side (a link holds if either side keeps it)."""
    count = rows.shape[0]
    kept = count if count <= WHOLE_UP_TO else NEAREST + 1
    near = sp_matmul_topn(rows, rows.T.tocsr(), top_n=kept, threshold=FLOOR, sort=False, n_threads=1)
    near = sparse.csr_matrix(near.maximum(near.T))
    near.setdiag(0)
    near.eliminate_zeros()
    near.sort_indices()
    near.data = np.round(np.clip(near.data, 0.0, 1.0), 9)
    return near


def mutual(near: sparse.csr_matrix, nearest: int) -> sparse.csr_matrix:
    """Only links where each stands among the `nearest` of the other."""
    own = strongest(near, nearest)
    return sparse.csr_matrix(own.minimum(own.T))


def strongest(near: sparse.csr_matrix, nearest: int) -> sparse.csr_matrix:
    """Each row's `nearest` highest entries; equal ones by column, so that the order of texts decides nothing."""
    rows: list[int] = []
    columns: list[int] = []
    values: list[float] = []
    for row in range(near.shape[0]):
        start, end = near.indptr[row], near.indptr[row + 1]
        order = np.lexsort((near.indices[start:end], -near.data[start:end]))[:nearest]
        rows.extend([row] * len(order))
        columns.extend(near.indices[start:end][order].tolist())
        values.extend(near.data[start:end][order].tolist())
    return sparse.csr_matrix((values, (rows, columns)), shape=near.shape)
