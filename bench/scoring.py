"""How a partition found compares with the one people made. A text left out (-1) is a group of its own."""

from collections import Counter
from collections.abc import Sequence
from math import comb

import numpy as np
from sklearn.metrics import adjusted_mutual_info_score, adjusted_rand_score

Labels = Sequence[object]


def levels(truth: Labels, found: Sequence[int]) -> tuple[float, float]:
    """AMI and ARI, both adjusted for chance."""
    apart = alone(found)
    return float(adjusted_mutual_info_score(truth, apart)), float(adjusted_rand_score(truth, apart))


def alone(labels: Sequence[int]) -> list[int]:
    return [label if label >= 0 else -2 - rank for rank, label in enumerate(labels)]


def pair_scores(truth: Labels, found: Labels) -> tuple[float, float, float]:
    """Precision, recall and F1 of the pairs put together."""
    right = _pairs(zip(truth, found, strict=True))
    precision, recall = right / max(1, _pairs(found)), right / max(1, _pairs(truth))
    return precision, recall, 2 * precision * recall / (precision + recall) if right else 0.0


def halves(truth: Labels, found: Sequence[int], confidence: Sequence[float]) -> tuple[float, float]:
    """AMI of the half placed most surely and of the other half, each by itself."""
    order = np.lexsort((np.arange(len(found)), -np.asarray(confidence)))
    parts = order[: len(order) // 2], order[len(order) // 2 :]
    return tuple(float(adjusted_mutual_info_score([truth[row] for row in part], [found[row] for row in part])) for part in parts)


def _pairs(labels: object) -> int:
    return sum(comb(count, 2) for count in Counter(labels).values())
