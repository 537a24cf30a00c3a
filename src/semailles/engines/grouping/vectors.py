"""Static word vectors, when somebody installed some: one more view of texts, on the scale of the others.

A text is the mean of its words' vectors, rare words weighing more, less what all texts have in common (Arora, Liang, Ma 2017, « A simple but
tough-to-beat baseline for sentence embeddings »).
"""

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from semailles.engines.grouping.alignment import rarity
from semailles.engines.grouping.neighbours import NEAREST, PAIRS_AT_ONCE, ROWS_AT_ONCE, WHOLE_UP_TO
from semailles.engines.grouping.vocabulary import tokens

SHARE = 0.4
FEWEST_TEXTS = 10  # under which nothing tells what they have in common
DECIMALS = 6


class UnreadableVectors(ValueError):
    """Not the word2vec text format; the number of the line says where."""


@dataclass(frozen=True, slots=True, eq=False)
class WordVectors:
    """`row`: lower-case word → its row in `matrix`, one unit vector each, float32."""

    row: Mapping[str, int]
    matrix: np.ndarray


def read_vectors(lines: Iterable[str], wanted: Container[str]) -> WordVectors:
    """The word2vec text format: « count size », then a word and its numbers a line. Only the wanted words (lower case) are kept, the first of each.

    Raises UnreadableVectors.
    """
    numbered = enumerate(lines, start=1)
    size = _size(next(numbered, (1, ""))[1])
    found: dict[str, np.ndarray] = {}
    for number, line in numbered:
        word, _, numbers = line.rstrip().partition(" ")
        if (key := word.lower()) in wanted and key not in found:
            found[key] = _vector(numbers, size, number)
    matrix = np.array(list(found.values()), dtype=np.float32).reshape(-1, size)
    return WordVectors({word: row for row, word in enumerate(found)}, matrix)


def spoken_words(texts: Iterable[str], lang: str) -> frozenset[str]:
    """The words that vectors are wanted for."""
    return frozenset(token.written.lower() for text in texts for token in tokens(text, lang))


def text_vectors(texts: Sequence[str], vectors: WordVectors, lang: str) -> np.ndarray:
    """One unit row for each text, null when none of its words is known."""
    said = [[vectors.row[word] for token in tokens(text, lang) if (word := token.written.lower()) in vectors.row] for text in texts]
    frequency = Counter(row for rows in said for row in set(rows))
    weight = np.array([rarity(frequency[row], len(texts)) for row in range(len(vectors.matrix))])
    bags = sparse.csr_matrix(
        (np.ones(sum(map(len, said))), [row for rows in said for row in rows], np.cumsum([0, *map(len, said)])),
        shape=(len(texts), len(weight)),
    )
    whole = _unit(np.asarray(bags.sign() @ (vectors.matrix * weight[:, None])))
    if len(texts) < FEWEST_TEXTS:
        return whole
    common = np.linalg.svd(whole, full_matrices=False)[2][:1]
    return _unit(whole - whole @ common.T @ common)


def fused(near: sparse.csr_matrix, rows: np.ndarray) -> sparse.csr_matrix:
    """`near` with a SHARE of what vectors (`rows`) say: their cosine takes the likeness that a pair of the same rank has in `near`, none under zero. The diagonal stays.

    Cosines of static vectors have a scale of their own, that differs from one file to another; ranks have none.
    """
    first, second = _pairs(near, rows)
    lexical = np.asarray(near[first, second]).ravel()
    alike = _alike(rows, first, second)
    said = np.where(alike > 0, np.sort(lexical)[_ranks(alike)], 0.0)
    upper = sparse.csr_matrix((np.round((1 - SHARE) * lexical + SHARE * said, 9), (first, second)), shape=near.shape)
    whole = sparse.csr_matrix(upper + upper.T + sparse.diags_array(near.diagonal()))
    whole.eliminate_zeros()
    whole.sort_indices()
    return whole


def auc(high: Sequence[float], low: Sequence[float]) -> float:
    """How often one of `high` is above one of `low`, equals counting half: the area under the ROC curve (Mann, Whitney 1947)."""
    difference = np.asarray(high)[:, None] - np.asarray(low)[None, :]
    return float(np.mean((difference > 0) + 0.5 * (difference == 0)))


def _size(header: str) -> int:
    count, _, size = header.strip().partition(" ")
    if not (count.isdecimal() and size.isdecimal() and int(size) > 0):
        raise UnreadableVectors(1)
    return int(size)


def _vector(numbers: str, size: int, line: int) -> np.ndarray:
    try:
        vector = np.array(numbers.split(" "), dtype=np.float64)
    except ValueError as refused:
        raise UnreadableVectors(line) from refused
    if len(vector) != size or not np.isfinite(vector).all():
        raise UnreadableVectors(line)
    return np.asarray(_unit(vector[None, :])[0])


def _unit(rows: np.ndarray) -> np.ndarray:
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(np.where(norms > 0, rows / np.where(norms > 0, norms, 1.0), 0.0))


def _pairs(near: sparse.csr_matrix, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """All pairs up to WHOLE_UP_TO texts, then those that one view or the other keeps."""
    if len(rows) <= WHOLE_UP_TO:
        first, second = np.triu_indices(len(rows), 1)
        return first, second
    parts = [_nearest(rows, slice(start, start + ROWS_AT_ONCE)) for start in range(0, len(rows), ROWS_AT_ONCE)]
    kept = sparse.csr_matrix(sparse.vstack(parts))
    both = sparse.triu(kept + kept.T + near, 1).tocoo()
    return both.row, both.col


def _alike(rows: np.ndarray, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Cosine of each pair, some at a time."""
    parts = [slice(start, start + PAIRS_AT_ONCE) for start in range(0, len(first), PAIRS_AT_ONCE)]
    found = [np.einsum("ij,ij->i", rows[first[some]], rows[second[some]]) for some in parts]
    return np.round(np.concatenate([np.empty(0), *found]), DECIMALS)


def _nearest(rows: np.ndarray, some: slice) -> sparse.csr_matrix:
    """The NEAREST of these rows, equal ones too."""
    alike = np.round(rows[some] @ rows.T, DECIMALS)
    lowest = np.partition(alike, -NEAREST, axis=1)[:, -NEAREST, None]
    return sparse.csr_matrix(np.where((alike >= lowest) & (alike > 0), alike, 0.0))


def _ranks(values: np.ndarray) -> np.ndarray:
    """The place of each in increasing order, equal ones at the last of theirs."""
    return np.searchsorted(np.sort(values), values, side="right") - 1
