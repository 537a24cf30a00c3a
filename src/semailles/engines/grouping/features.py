"""Views of texts as sparse unit rows: letters, concepts and fields, each a TF-IDF of its own."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain

import numpy as np
from scipy import sparse

from semailles.engines.grouping.vocabulary import Lexicon, Token, tokens, weak_stems
from semailles.engines.words import fold

WEAK_WEIGHT = 0.4
PROPER_WEIGHT = 0.5
LETTERS = (3, 4, 5)
Bag = Mapping[str, float]


class Voice:
    """How much a stem says by itself: little for the words of every workshop, half for a proper name."""

    def __init__(self, texts: Sequence[str], lang: str) -> None:
        self.weak = weak_stems(lang)
        self.proper = proper_names(texts, lang)

    def __call__(self, stem: str) -> float:
        if stem in self.proper:
            return PROPER_WEIGHT
        return WEAK_WEIGHT if stem in self.weak else 1.0


def proper_names(texts: Sequence[str], lang: str) -> frozenset[str]:
    """Stems written with a capital wherever they stand inside a sentence: the name of a place brings no ideas together by itself."""
    high: Counter[str] = Counter()
    low: Counter[str] = Counter()
    for text in texts:
        shouted = text.isupper()
        for rank, token in enumerate(tokens(text, lang)):
            if token.written[0].islower():
                low[token.stem] += 1
            elif rank and not shouted and not token.written.isupper():
                high[token.stem] += 1
    return frozenset(stem for stem in high if not low[stem])


def letter_rows(texts: Sequence[str], voice: Voice, lang: str) -> sparse.csr_matrix:
    """Runs of 3 to 5 letters inside word boundaries: misspellings and derived words keep most of them."""
    spoken = [tokens(text, lang) for text in texts]
    known = {token: rank for rank, token in enumerate(sorted({token for said in spoken for token in said}))}
    runs, weight = _runs(list(known)), np.array([voice(token.stem) for token in known])
    said = _ones([[known[token] for token in said] for said in spoken], len(known))
    heard = sparse.csr_matrix((len(texts), runs.shape[1]))
    for level in np.unique(weight).tolist():
        heard = heard.maximum(level * sparse.csr_matrix(said[:, weight == level] @ runs[weight == level]).sign())
    return unit_rows(by_rarity(heard))


def concept_rows(spoken: Sequence[Bag]) -> sparse.csr_matrix:
    return unit_rows(_weighted(spoken))


def field_rows(spoken: Sequence[Bag], known: Lexicon) -> sparse.csr_matrix:
    return unit_rows(_weighted([_fields(said, known) for said in spoken]))


def unit_rows(matrix: sparse.csr_matrix) -> sparse.csr_matrix:
    norms = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    return sparse.csr_matrix(sparse.diags_array(1.0 / np.where(norms > 0, norms, 1.0)) @ matrix)


def _runs(known: Sequence[Token]) -> sparse.csr_matrix:
    """Runs of each token, in alphabetical order."""
    padded = [f" {fold(token.written)} " for token in known]
    of_token = [{word[start : start + size] for size in LETTERS for start in range(len(word) - size + 1)} for word in padded]
    column = {run: rank for rank, run in enumerate(sorted(set().union(*of_token)))}
    return _ones([[column[run] for run in runs] for runs in of_token], len(column))


def _ones(rows: Sequence[Sequence[int]], width: int) -> sparse.csr_matrix:
    starts = np.cumsum([0, *map(len, rows)])
    columns = np.fromiter(chain.from_iterable(rows), int, starts[-1])
    return sparse.csr_matrix((np.ones(len(columns)), columns, starts), shape=(len(rows), max(1, width)))


def _fields(said: Bag, known: Lexicon) -> dict[str, float]:
    bag: dict[str, float] = {}
    for concept in sorted(said):
        if field := known.fields[concept]:
            bag[field] = bag.get(field, 0.0) + said[concept]
    return bag


def _weighted(bags: Sequence[Bag]) -> sparse.csr_matrix:
    """Columns in alphabetical order, so that nothing depends on who came first."""
    column = {term: rank for rank, term in enumerate(sorted({term for bag in bags for term in bag}))}
    rows = _ones([[column[term] for term in bag] for bag in bags], len(column))
    rows.data = np.fromiter(chain.from_iterable(bag.values() for bag in bags), float, rows.nnz)
    return by_rarity(rows)


def by_rarity(rows: sparse.csr_matrix) -> sparse.csr_matrix:
    rows.sort_indices()
    frequency = np.bincount(rows.indices, minlength=rows.shape[1])
    rows.data *= (np.log((1 + rows.shape[0]) / (1 + frequency)) + 1)[rows.indices]
    return rows
