"""Texts → one sparse matrix of unit rows: words, letters, concepts and fields, each a TF-IDF of its own, blended."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from semailles.engines.grouping.vocabulary import Lexicon, concepts, lexicon, tokens, weak_stems
from semailles.engines.words import fold

WEAK_WEIGHT = 0.3
PROPER_WEIGHT = 0.4
PAIR_WEIGHT = 0.5
LETTERS = (3, 4, 5)
Bag = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Blend:
    """Weight of each view of a text in the similarity."""

    words: float = 1.0
    letters: float = 0.4
    concepts: float = 1.0
    fields: float = 0.15


def blended(texts: Sequence[str], blend: Blend, lang: str) -> sparse.csr_matrix:
    """Rows of length one; a row times another is their similarity in [0, 1]. A text without any word has an empty row."""
    known, proper = lexicon(lang), proper_names(texts, lang)
    spoken = [concepts(text, known, lang) for text in texts]
    views = (
        (blend.words, [word_bag(text, lang, proper) for text in texts]),
        (blend.letters, [letter_bag(text, lang, proper) for text in texts]),
        (blend.concepts, spoken),
        (blend.fields, [field_bag(said, known) for said in spoken]),
    )
    parts = [unit_rows(weighted(bags)) * math.sqrt(weight) for weight, bags in views if weight]
    return unit_rows(sparse.hstack(parts, format="csr"))


def word_bag(text: str, lang: str, proper: frozenset[str]) -> dict[str, float]:
    stems = [token.stem for token in tokens(text, lang)]
    weak = weak_stems(lang)
    count = Counter(stems)
    bag = {stem: _damped(times) * _say(stem, weak, proper) for stem, times in count.items()}
    for first, second in zip(stems, stems[1:], strict=False):
        bag[f"{first} {second}"] = PAIR_WEIGHT * min(bag[first], bag[second])
    return bag


def letter_bag(text: str, lang: str, proper: frozenset[str]) -> dict[str, float]:
    weak = weak_stems(lang)
    bag: dict[str, float] = {}
    for token in tokens(text, lang):
        say = _say(token.stem, weak, proper)
        padded = f" {fold(token.written)} "
        for size in LETTERS:
            for start in range(len(padded) - size + 1):
                gram = padded[start : start + size]
                bag[gram] = max(say, bag.get(gram, 0.0))
    return bag


def field_bag(spoken: Bag, known: Lexicon) -> dict[str, float]:
    bag: dict[str, float] = {}
    for concept, surety in spoken.items():
        field = known.fields[concept]
        if field:
            bag[field] = bag.get(field, 0.0) + surety
    return {field: _damped(times) for field, times in bag.items()}


def proper_names(texts: Sequence[str], lang: str) -> frozenset[str]:
    """Stems written with a capital wherever they stand inside a sentence: places and people bring no meaning together by themselves."""
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


def weighted(bags: Sequence[Bag]) -> sparse.csr_matrix:
    """Smoothed IDF as usual: log((1 + n) / (1 + df)) + 1. Columns in alphabetical order, so that nothing depends on who came first."""
    vocabulary = {term: column for column, term in enumerate(sorted({term for bag in bags for term in bag}))}
    frequency = Counter(term for bag in bags for term in bag)
    idf = {term: math.log((1 + len(bags)) / (1 + frequency[term])) + 1 for term in vocabulary}
    rows, columns, values = [], [], []
    for row, bag in enumerate(bags):
        for term in sorted(bag):
            rows.append(row)
            columns.append(vocabulary[term])
            values.append(bag[term] * idf[term])
    return sparse.csr_matrix((values, (rows, columns)), shape=(len(bags), max(1, len(vocabulary))), dtype=np.float64)


def unit_rows(matrix: sparse.csr_matrix) -> sparse.csr_matrix:
    norms = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    return sparse.csr_matrix(sparse.diags_array(1.0 / np.where(norms > 0, norms, 1.0)) @ matrix)


def _damped(times: float) -> float:
    return 1 + math.log(times) if times >= 1 else times


def _say(stem: str, weak: frozenset[str], proper: frozenset[str]) -> float:
    if stem in proper:
        return PROPER_WEIGHT
    return WEAK_WEIGHT if stem in weak else 1.0
