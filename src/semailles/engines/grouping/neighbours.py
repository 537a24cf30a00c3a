"""Who stands near whom: the blended similarity of all views, exact, and the nearest neighbours in it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from semailles.engines.grouping.alignment import Alignment, align
from semailles.engines.grouping.features import Voice, concept_rows, field_rows, letter_rows
from semailles.engines.grouping.vocabulary import concepts, lexicon, tokens

WHOLE_UP_TO = 300
NEAREST = 30
LONG = 120  # words
FLOOR = 0.01
ROWS_AT_ONCE = 500
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
    """The texts, one row each, under every view; computed once, whatever they are blended into."""

    words: Alignment
    letters: sparse.csr_matrix
    concepts: sparse.csr_matrix
    fields: sparse.csr_matrix

    def heard_less(self, share: Sequence[float]) -> "Views":
        """Each text by its share."""
        weight = sparse.diags_array(share)
        letters, concepts, fields = (sparse.csr_matrix(weight @ rows) for rows in (self.letters, self.concepts, self.fields))
        return Views(Alignment(self.words.said, sparse.csr_matrix(weight @ self.words.heard)), letters, concepts, fields)


def views(texts: Sequence[str], lang: str) -> Views:
    """A text of more than LONG words that carry meaning is heard less as it grows: a whole report says everything, and is near nobody."""
    voice, known = Voice(texts, lang), lexicon(lang)
    spoken = [concepts(text, lang) for text in texts]
    words = align(texts, voice, lang)
    seen = Views(words, letter_rows(texts, voice, lang), concept_rows(spoken), field_rows(spoken, known))
    brief = [min(1.0, LONG / max(1, len(tokens(text, lang)))) for text in texts]
    return seen if min(brief, default=1.0) == 1 else seen.heard_less(brief)


def sides(seen: Views, blend: Blend) -> tuple[sparse.csr_matrix, sparse.csr_matrix]:
    """`left @ right.T` is the directed similarity of a text to another, before what `alone` takes from it."""
    shares = (seen.letters, blend.letters), (seen.concepts, blend.concepts), (seen.fields, blend.fields)
    plain = [rows * math.sqrt(share) for rows, share in shares if share]
    left = sparse.hstack([seen.words.said * blend.aligned, *plain])
    return sparse.csr_matrix(left), sparse.csr_matrix(sparse.hstack([seen.words.heard, *plain]))


def similarities(seen: Views, blends: Sequence[Blend]) -> list[sparse.csr_matrix]:
    """One for each blend: symmetric, empty diagonal, the mean of both directions. All pairs up to WHOLE_UP_TO texts, then the NEAREST of each."""
    count = seen.letters.shape[0]
    parts = [_nearest_in(seen, blends, slice(start, start + ROWS_AT_ONCE)) for start in range(0, count, ROWS_AT_ONCE)]
    nears = [sparse.csr_matrix(sparse.vstack(blocks)) for blocks in zip(*parts, strict=True)]
    uppers = [sparse.csr_matrix(sparse.triu(near.maximum(near.T), 1)) for near in nears]
    alone = _one_word_alone(uppers, seen.words)
    return [_symmetric(upper, 1 - blend.alone * lost) for upper, blend, lost in zip(uppers, blends, alone, strict=True)]


def spread(own: np.ndarray, near: sparse.csr_matrix) -> np.ndarray:
    """What is known of each text (rows of `own`), heard from its nearest as well, and from theirs."""
    reach = strongest(near, SPREAD_NEAREST)
    total = np.asarray(reach.sum(axis=1)).ravel()
    walk = sparse.csr_matrix(sparse.diags_array(1.0 / np.where(total > 0, total, 1.0)) @ reach)
    heard = own
    for _ in range(SPREAD_STEPS):
        heard = own + SPREAD * (walk @ heard)
    return np.asarray(heard)


def strongest(near: sparse.csr_matrix, nearest: int) -> sparse.csr_matrix:
    """Each row's `nearest` highest entries; equal ones by column, so that the order of texts decides nothing."""
    rows = np.repeat(np.arange(near.shape[0]), np.diff(near.indptr))
    order = np.lexsort((near.indices, -near.data, rows))
    kept = order[np.arange(near.nnz) - near.indptr[rows] < nearest]
    return sparse.csr_matrix((near.data[kept], (rows[kept], near.indices[kept])), shape=near.shape)


def _nearest_in(seen: Views, blends: Sequence[Blend], some: slice) -> list[sparse.csr_matrix]:
    """For each blend, what these rows keep; computed on whole rows, some at a time."""
    words = seen.words
    aligned = _product(words.said[some], words.heard) + _product(words.heard[some], words.said)
    views = [aligned / 2, *(_product(rows[some], rows) for rows in (seen.letters, seen.concepts, seen.fields))]
    kept = []
    for blend in blends:
        weighed = zip((blend.aligned, blend.letters, blend.concepts, blend.fields), views, strict=True)
        blended = np.asarray(sum(weight * view for weight, view in weighed if weight))
        np.fill_diagonal(blended[:, some], 0.0)
        kept.append(_highest(blended))
    return kept


def _product(rows: sparse.csr_matrix, columns: sparse.csr_matrix) -> np.ndarray:
    return np.asarray((rows @ columns.T).toarray())


def _highest(dense: np.ndarray) -> sparse.csr_matrix:
    if dense.shape[1] > WHOLE_UP_TO:
        lowest = np.partition(dense, -NEAREST, axis=1)[:, -NEAREST, None]
        dense[dense < lowest] = 0.0
    dense[dense < FLOOR] = 0.0
    return sparse.csr_matrix(dense)


def _symmetric(upper: sparse.csr_matrix, backing: np.ndarray) -> sparse.csr_matrix:
    """`backing`: what is left of each similarity."""
    upper.data = np.round(np.clip(upper.data, 0.0, 1.0) * backing, 9)
    whole = sparse.csr_matrix(upper + upper.T)
    whole.sort_indices()
    return whole


def _one_word_alone(uppers: Sequence[sparse.csr_matrix], words: Alignment) -> list[np.ndarray]:
    """How far each pair of each matrix stands on one word only: two ideas that share one out of many, however rare, are seldom the same idea."""
    keys = [rows * np.int64(words.said.shape[0]) + columns for rows, columns in (upper.nonzero() for upper in uppers)]
    pairs = np.unique(np.concatenate(keys))
    own, lost = concentration(words.said), [np.empty(0)]
    for start in range(0, len(pairs), PAIRS_AT_ONCE):
        one, other = np.divmod(pairs[start : start + PAIRS_AT_ONCE], words.said.shape[0])
        lost.append(((_shared(words, one, other) - own[one]) + (_shared(words, other, one) - own[other])) / 2)
    whole = np.concatenate(lost)
    return [whole[np.searchsorted(pairs, wanted)] for wanted in keys]


def _shared(words: Alignment, speaker: np.ndarray, hearer: np.ndarray) -> np.ndarray:
    """1/n of the words heard. Less 1/n of those said, it goes from 0, all that the speaker says is heard alike, to nearly 1, one word alone out of many."""
    return concentration(sparse.csr_matrix(words.said[speaker].multiply(words.heard[hearer])))


def concentration(shares: sparse.csr_matrix) -> np.ndarray:
    """1/n, n being the effective number of entries: (Σ s)² / Σ s², the inverse of Simpson's index; 1 where there is none."""
    total, squares = np.asarray(shares.sum(axis=1)).ravel(), np.asarray(shares.power(2).sum(axis=1)).ravel()
    return np.asarray(np.where(total > 0, squares / np.where(total > 0, total, 1.0) ** 2, 1.0))
