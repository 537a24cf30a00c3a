"""How surely each idea stands where it stands: the part of many groupings, looser and stricter, that would put it there too; and how far its nearest idea
there stands above its nearest one elsewhere."""

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


def sureness(votes: Votes, families: Sequence[Sequence[int]], near: sparse.csr_matrix, copies: np.ndarray | None = None) -> Sureness:
    """Confidence: share of the members beside a row that the groupings put beside it, times the part of its best likeness inside in its best ones
    inside and outside; for a row alone, ALONE less the pull of a family, and less its best likeness.

    Doubtful: more than a third of the groupings near the one that decided would part it from its family or, alone, put it in one. Two families
    that looser groupings bring together whole place nobody otherwise.
    `copies`: for each row, the row of `near` that it is a copy of (its diagonal is the similarity of two copies); by default, each its own.
    """
    alone = _per_row(families, np.array([len(rows) == 1 for rows in families], dtype=bool))
    inside, _ = _shares(votes.strict, families)
    beside, pull = _shares(votes.near, families)
    here, away = _best(near, np.arange(len(alone)) if copies is None else copies, families)
    confidences = np.where(alone, ALONE * (1 - pull) * (1 - away), inside * above(here, away))
    elsewhere = np.where(alone, pull, 1 - beside)
    return Sureness(tuple(np.round(confidences, 4).tolist()), tuple((np.round(elsewhere, 6) > DOUBT).tolist()))


def here_and_elsewhere(near: sparse.csr_matrix, family: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """For each row, its best likeness inside of its family, and outside."""
    row = np.repeat(np.arange(near.shape[0]), np.diff(near.indptr))
    is_here = family[row] == family[near.indices]
    here, elsewhere = np.zeros(near.shape[0]), np.zeros(near.shape[0])
    np.maximum.at(here, row[is_here], near.data[is_here])
    np.maximum.at(elsewhere, row[~is_here], near.data[~is_here])
    return here, elsewhere


def above(here: np.ndarray, elsewhere: np.ndarray) -> np.ndarray:
    """One half when both are as near, one when nothing elsewhere is, nothing when nothing is here."""
    return np.asarray(here / np.where(here > 0, here + elsewhere, 1.0))


def _best(near: sparse.csr_matrix, of_row: np.ndarray, families: Sequence[Sequence[int]]) -> tuple[np.ndarray, np.ndarray]:
    """Copies in one family are looked at once, and are near each other when there are two."""
    place, of_place, count = np.unique(
        np.stack([of_row, _per_row(families, np.arange(len(families)))]), axis=1, return_inverse=True, return_counts=True
    )
    links = sparse.csr_matrix(near[place[0]][:, place[0]])
    links.setdiag(np.where(count > 1, links.diagonal(), 0.0))
    here, elsewhere = here_and_elsewhere(links, place[1])
    return here[of_place.ravel()], elsewhere[of_place.ravel()]


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
