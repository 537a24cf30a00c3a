"""Who stands near whom: the blended similarity of all views, exact, and the nearest neighbours in it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse
from sparse_dot_topn import sp_matmul_topn

from semailles.engines.grouping.alignment import Alignment, align
from semailles.engines.grouping.features import Voice, concept_rows, field_rows, letter_rows
from semailles.engines.grouping.vocabulary import concepts, lexicon

WHOLE_UP_TO = 300
NEAREST = 30
FLOOR = 0.02
PAIRS_AT_ONCE = 50_000
SPREAD, SPREAD_STEPS, SPREAD_NEAREST = 0.5, 3, 12


@dataclass(frozen=True, slots=True)
class Blend:
    """Weight of each view in the similarity. What texts say word by word decides on families, their field on themes.

    `alone`: the share of its similarity that a pair loses when all of it rests on one word out of many; half of it when it rests on two, and so on.
    """

    aligned: float = 0.75
    letters: float = 0.15
    concepts: float = 0.0
    fields: float = 0.1
    alone: float = 0.0


@dataclass(frozen=True, slots=True)
class Views:
    """`left @ right.T` is the directed similarity of a text to another, before what `alone` takes from it."""

    left: sparse.csr_matrix
    right: sparse.csr_matrix
    words: Alignment
    alone: float


def views(texts: Sequence[str], blends: Sequence[Blend], lang: str) -> list[Views]:
    """One pair of matrices for each blend; the views themselves are computed once."""
    voice, known = Voice(texts, lang), lexicon(lang)
    spoken = [concepts(text, lang) for text in texts]
    aligned = align(texts, voice, lang)
    plain = letter_rows(texts, voice, lang), concept_rows(spoken), field_rows(spoken, known)
    sides = [(_side(aligned.said, blend.aligned, plain, blend), _side(aligned.heard, 1.0, plain, blend)) for blend in blends]
    return [Views(left, right, aligned, blend.alone) for (left, right), blend in zip(sides, blends, strict=True)]


def similarities(seen: Views) -> sparse.csr_matrix:
    """Symmetric, empty diagonal: the mean of both directions. All pairs up to WHOLE_UP_TO texts, then the NEAREST of each side."""
    count = seen.left.shape[0]
    kept = count if count <= WHOLE_UP_TO else NEAREST + 1
    near = sp_matmul_topn(seen.left, seen.right.T.tocsr(), top_n=kept, threshold=FLOOR, sort=False, n_threads=1)
    if count > WHOLE_UP_TO:
        near = _completed(near, seen)
    near = sparse.csr_matrix((near + near.T) / 2)
    near.setdiag(0)
    near.eliminate_zeros()
    near.sort_indices()
    near.data = np.round(np.clip(near.data, 0.0, 1.0) * _backing(near, seen), 9)
    return near


def spread(own: np.ndarray, near: sparse.csr_matrix) -> np.ndarray:
    """What is known of each text (rows of `own`), heard from its nearest as well, and from theirs."""
    reach = strongest(near, SPREAD_NEAREST)
    total = np.asarray(reach.sum(axis=1)).ravel()
    walk = sparse.csr_matrix(sparse.diags_array(1.0 / np.where(total > 0, total, 1.0)) @ reach)
    heard = own
    for _ in range(SPREAD_STEPS):
        heard = own + SPREAD * (walk @ heard)
    return np.asarray(heard)


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


def _backing(near: sparse.csr_matrix, seen: Views) -> np.ndarray:
    """What is left of each similarity: two ideas that share one word out of many, however rare, are seldom the same idea."""
    if not seen.alone:
        return np.ones(near.nnz)
    rows, columns = near.nonzero()
    lost = [np.empty(0)]
    for start in range(0, len(rows), PAIRS_AT_ONCE):
        some = slice(start, start + PAIRS_AT_ONCE)
        lost.append((_loneliness(seen.words, rows[some], columns[some]) + _loneliness(seen.words, columns[some], rows[some])) / 2)
    return 1 - seen.alone * np.concatenate(lost)


def _loneliness(words: Alignment, speaker: np.ndarray, hearer: np.ndarray) -> np.ndarray:
    """From 0, all that the speaker says is heard alike, to nearly 1, one word alone out of many: 1/n of the words heard less 1/n of those said."""
    said = words.said[speaker]
    return np.asarray(_concentration(sparse.csr_matrix(said.multiply(words.heard[hearer]))) - _concentration(said))


def _concentration(shares: sparse.csr_matrix) -> np.ndarray:
    """1/n, n being the effective number of entries: (Σ s)² / Σ s², the inverse of Simpson's index; 1 where there is none."""
    total, squares = np.asarray(shares.sum(axis=1)).ravel(), np.asarray(shares.power(2).sum(axis=1)).ravel()
    return np.asarray(np.where(total > 0, squares / np.where(total > 0, total, 1.0) ** 2, 1.0))


def _side(
    aligned: sparse.csr_matrix, weight: float, plain: tuple[sparse.csr_matrix, sparse.csr_matrix, sparse.csr_matrix], blend: Blend
) -> sparse.csr_matrix:
    shares = (blend.letters, blend.concepts, blend.fields)
    parts = [aligned * weight, *(rows * math.sqrt(share) for rows, share in zip(plain, shares, strict=True) if share)]
    return sparse.csr_matrix(sparse.hstack(parts))


def _completed(near: sparse.csr_matrix, seen: Views) -> sparse.csr_matrix:
    """The value of every pair that one side keeps, in both directions: for each text, what those that chose it say of it."""
    pattern = sparse.csc_matrix(near + near.T)
    pattern.sort_indices()
    values = np.empty(pattern.nnz)
    for column in range(pattern.shape[1]):
        part = slice(pattern.indptr[column], pattern.indptr[column + 1])
        heard = np.zeros(seen.right.shape[1])
        own = slice(seen.right.indptr[column], seen.right.indptr[column + 1])
        heard[seen.right.indices[own]] = seen.right.data[own]
        values[part] = seen.left[pattern.indices[part]] @ heard
    return sparse.csr_matrix(sparse.csc_matrix((values, pattern.indices, pattern.indptr), shape=near.shape))
