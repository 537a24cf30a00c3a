"""The same words said many times are looked at once: a crowd that repeats one sentence costs what the sentence costs."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from semailles.engines.grouping.alignment import Alignment
from semailles.engines.grouping.neighbours import Blend, Views, similarities
from semailles.engines.words import words

LINKED = 30  # copies of one saying that are linked with one another, and with what stands near


@dataclass(frozen=True, slots=True)
class Sayings:
    """Texts (rows) that no view tells apart. `of_row`: the number of its saying for each row; `rows`: those of each saying, in order."""

    of_row: np.ndarray
    rows: Sequence[Sequence[int]]

    @property
    def repeated(self) -> list[Sequence[int]]:
        return [rows for rows in self.rows if len(rows) > 1]


def sayings(texts: Sequence[str], seen: Views) -> Sayings:
    """A text without a word that carries meaning is like no other."""
    mute = np.diff(seen.letters.indptr) + np.diff(seen.words.said.indptr) == 0
    found: dict[tuple[str, ...] | int, list[int]] = defaultdict(list)
    for row, text in enumerate(texts):
        found[row if mute[row] else tuple(words(text.lower()))].append(row)
    of_row = np.empty(len(texts), dtype=int)
    for number, rows in enumerate(found.values()):
        of_row[rows] = number
    return Sayings(of_row, list(found.values()))


def likenesses(seen: Views, said: Sayings, blends: Sequence[Blend]) -> list[sparse.csr_matrix]:
    """One similarity of sayings for each blend; on the diagonal, when some are repeated, that of two copies."""
    if not said.repeated:
        return similarities(seen, blends)
    once = _of(seen, [rows[0] for rows in said.rows])
    nears = similarities(once, blends)
    return [_sorted(near + sparse.diags_array(_of_copies(once, blend))) for near, blend in zip(nears, blends, strict=True)]


def row_by_row(near: sparse.csr_matrix, said: Sayings) -> sparse.csr_matrix:
    """The similarity of texts from that of sayings, empty diagonal. Of a saying repeated more than LINKED times, so many copies have all its links;
    the others are linked with them."""
    if not said.repeated:
        return near
    shape = (len(said.of_row), len(said.rows))
    linked = [row for rows in said.rows for row in rows[:: -(-len(rows) // LINKED)]]
    few = sparse.csr_matrix((np.ones(len(linked)), (linked, said.of_row[linked])), shape=shape)
    every = sparse.csr_matrix((np.ones(shape[0]), (np.arange(shape[0]), said.of_row)), shape=shape)
    copies = every @ sparse.diags_array(near.diagonal()) @ few.T
    whole = sparse.csr_matrix((few @ near @ few.T).maximum(copies).maximum(copies.T))
    whole.setdiag(0)
    return _sorted(whole)


def _of(seen: Views, rows: Sequence[int]) -> Views:
    once = Alignment(seen.words.said[rows], seen.words.heard[rows])
    return Views(once, seen.letters[rows], seen.concepts[rows], seen.fields[rows])


def _of_copies(seen: Views, blend: Blend) -> np.ndarray:
    products = (seen.words.said, seen.words.heard), (seen.letters, seen.letters), (seen.concepts, seen.concepts), (seen.fields, seen.fields)
    views = [np.asarray(left.multiply(right).sum(axis=1)).ravel() for left, right in products]
    weights = blend.aligned, blend.letters, blend.concepts, blend.fields
    return np.asarray(np.round(np.clip(sum(weight * view for weight, view in zip(weights, views, strict=True)), 0.0, 1.0), 9))


def _sorted(near: sparse.csr_matrix) -> sparse.csr_matrix:
    whole = sparse.csr_matrix(near)
    whole.eliminate_zeros()
    whole.sort_indices()
    return whole
