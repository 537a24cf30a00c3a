"""How surely each idea stands where it stands: the part of many groupings, looser and stricter, that would put it there too."""

from collections.abc import Container, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from semailles.engines.grouping.agglomeration import Partition

ALONE = 0.5  # nobody near proves little: others may have said it with words unknown here
DOUBT = 1 / 3


@dataclass(frozen=True, slots=True)
class Votes:
    """Partitions of the same rows. `near`: about as strict as the one that decided; `strict`: all of them, up to much stricter ones."""

    near: Sequence[Partition]
    strict: Sequence[Partition]


@dataclass(frozen=True, slots=True)
class Sureness:
    """For each row its confidence, in [0, 1], and whether it is to be placed by people."""

    confidences: tuple[float, ...]
    doubtful: tuple[bool, ...]

    def settling(self, rows: Container[int]) -> "Sureness":
        """People placed these rows themselves."""
        confidences = tuple(1.0 if row in rows else confidence for row, confidence in enumerate(self.confidences))
        return Sureness(confidences, tuple(doubt and row not in rows for row, doubt in enumerate(self.doubtful)))


def sureness(votes: Votes, families: Sequence[Sequence[int]]) -> Sureness:
    """Confidence: share of the members beside a row that the groupings put beside it, less the pull of another family; ALONE for a row alone.

    Doubtful: more than a third of the groupings near the one that decided would part it from its family or, alone, put it in one. Two families
    that looser groupings bring together whole place nobody otherwise.
    """
    alone = _per_row(families, np.array([len(rows) == 1 for rows in families], dtype=bool))
    inside, pull = _shares(votes.strict, families)
    confidences = np.where(alone, ALONE, inside) * (1 - pull)
    inside, pull = _shares(votes.near, families)
    elsewhere = np.where(alone, pull, 1 - inside)
    return Sureness(tuple(np.round(confidences, 4).tolist()), tuple((np.round(elsewhere, 6) > DOUBT).tolist()))


def _shares(partitions: Sequence[Partition], families: Sequence[Sequence[int]]) -> tuple[np.ndarray, np.ndarray]:
    """For each row, averaged over the partitions: share of the other members of its family that stand with it, and the highest share of another family."""
    own, sizes = _members(families), np.array([len(rows) for rows in families], dtype=float)
    together = sparse.csr_matrix(own.shape)
    for partition in partitions:
        member = _members(partition)
        together = together + member @ sparse.csr_matrix(member.T @ own)
    together = sparse.csr_matrix(together * (1 / len(partitions)))
    of_row, size = _per_row(families, np.arange(len(families))), _per_row(families, sizes)
    count = np.arange(len(of_row))
    inside = (np.asarray(together[count, of_row]).ravel() - 1) / np.maximum(1, size - 1)
    together[count, of_row] = 0.0
    pull = (together @ sparse.diags_array(1 / sizes)).max(axis=1).toarray().ravel()
    return np.clip(inside, 0.0, 1.0), np.clip(pull, 0.0, 1.0)


def _members(families: Sequence[Sequence[int]]) -> sparse.csr_matrix:
    rows = [row for family in families for row in family]
    names = [number for number, family in enumerate(families) for _ in family]
    return sparse.csr_matrix((np.ones(len(rows)), (rows, names)), shape=(len(rows), len(families)))


def _per_row(families: Sequence[Sequence[int]], values: np.ndarray) -> np.ndarray:
    spread = np.empty(sum(map(len, families)), dtype=values.dtype)
    for rows, value in zip(families, values, strict=True):
        spread[list(rows)] = value
    return spread
