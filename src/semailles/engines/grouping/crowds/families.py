"""Families of a crowd: communities of the graph of nearest texts (Leiden), averaged over seeds."""

from dataclasses import dataclass

import numpy as np
from graspologic_native import leiden_csr
from scipy import sparse

from semailles.engines.grouping.agglomeration import Pair
from semailles.engines.grouping.confidence import ALONE, DOUBT, above, here_and_elsewhere
from semailles.engines.grouping.corrections import settled

TEXTS_PER_FAMILY = 300  # over the resolution of Leiden: families of about thirty texts come out of it
LOWEST_RESOLUTION = 3.0
RUNS = 3


@dataclass(frozen=True, slots=True)
class Found:
    """For each row the number of its family, in the order of their first rows; how surely it stands there, and whether people should place it."""

    family: np.ndarray
    confidence: np.ndarray
    doubtful: np.ndarray


def found(near: sparse.csr_matrix, seed: int) -> Found:
    """Pairs that few of the runs put together stand further from each other in the last one, which decides."""
    resolution = max(LOWEST_RESOLUTION, near.shape[0] / TEXTS_PER_FAMILY)
    rows = np.repeat(np.arange(near.shape[0]), np.diff(near.indptr))
    together = np.zeros(near.nnz)
    for run in range(RUNS):
        family = _communities(near, resolution, seed + run)
        together += family[rows] == family[near.indices]
    agreed = near.copy()
    agreed.data = near.data * together / RUNS
    agreed.eliminate_zeros()
    family = _communities(agreed, resolution, seed + RUNS)
    inner = family[rows] == family[near.indices]
    weight, agreement = (np.bincount(rows[inner], some[inner], near.shape[0]) for some in (near.data, near.data * together / RUNS))
    surety = np.round(agreement / np.where(weight > 0, weight, 1.0), 4)
    here, elsewhere = here_and_elsewhere(near, family)
    confidence = np.where(weight > 0, surety * above(here, elsewhere), ALONE * (1 - elsewhere))
    return Found(family, np.round(confidence, 4), (weight > 0) & (surety < 1 - DOUBT))


def corrected(family: np.ndarray, together: list[Pair], apart: list[Pair]) -> np.ndarray:
    """What people put together follows its first row; what they put apart leaves for a family of its own, with what stands by it."""
    family = family.copy()
    blocks = settled(len(family), together, apart).together
    block = {row: rows for rows in blocks for row in rows}
    for rows in blocks:
        family[list(rows)] = family[rows[0]]
    for first, second in apart:
        if family[first] == family[second]:
            family[list(block.get(second, (second,)))] = family.max() + 1
    return _in_order(family)


def _communities(near: sparse.csr_matrix, resolution: float, seed: int) -> np.ndarray:
    """A text that nobody stands near is a family of its own."""
    count = near.shape[0]
    if not near.nnz:
        return np.arange(count)
    parts = near.indptr.astype(np.int64), near.indices.astype(np.int32), near.data.astype(np.float64)
    _, label = leiden_csr(*parts, count, resolution=resolution, iterations=1, seed=seed, trials=1)
    labels = np.array([label[row] for row in range(count)])
    alone = np.diff(near.indptr) == 0
    labels[alone] = labels.max() + 1 + np.arange(alone.sum())
    return _in_order(labels)


def _in_order(labels: np.ndarray) -> np.ndarray:
    _, first, number = np.unique(labels, return_index=True, return_inverse=True)
    return np.asarray(np.argsort(np.argsort(first))[number])
