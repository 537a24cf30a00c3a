"""Views of texts as sparse unit rows: letters, concepts and fields, each a TF-IDF of its own."""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from scipy import sparse

from semailles.engines.grouping.alignment import rarity
from semailles.engines.grouping.vocabulary import Lexicon, tokens, weak_stems
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
    return unit_rows(_weighted([_letters(text, voice, lang) for text in texts]))


def concept_rows(spoken: Sequence[Bag]) -> sparse.csr_matrix:
    return unit_rows(_weighted(spoken))


def field_rows(spoken: Sequence[Bag], known: Lexicon) -> sparse.csr_matrix:
    return unit_rows(_weighted([_fields(said, known) for said in spoken]))


def unit_rows(matrix: sparse.csr_matrix) -> sparse.csr_matrix:
    norms = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    return sparse.csr_matrix(sparse.diags_array(1.0 / np.where(norms > 0, norms, 1.0)) @ matrix)


def _letters(text: str, voice: Voice, lang: str) -> dict[str, float]:
    bag: dict[str, float] = {}
    for token in tokens(text, lang):
        weight = voice(token.stem)
        padded = f" {fold(token.written)} "
        for size in LETTERS:
            for start in range(len(padded) - size + 1):
                run = padded[start : start + size]
                bag[run] = max(weight, bag.get(run, 0.0))
    return bag


def _fields(said: Bag, known: Lexicon) -> dict[str, float]:
    bag: dict[str, float] = {}
    for concept in sorted(said):
        if field := known.fields[concept]:
            bag[field] = bag.get(field, 0.0) + said[concept]
    return bag


def _weighted(bags: Sequence[Bag]) -> sparse.csr_matrix:
    """Columns in alphabetical order, so that nothing depends on who came first."""
    frequency = Counter(term for bag in bags for term in bag)
    column = {term: rank for rank, term in enumerate(sorted(frequency))}
    weight = {term: rarity(count, len(bags)) for term, count in frequency.items()}
    starts = [0]
    for bag in bags:
        starts.append(starts[-1] + len(bag))
    terms = [term for bag in bags for term in sorted(bag)]
    values = [bag[term] * weight[term] for bag in bags for term in sorted(bag)]
    shape = (len(bags), max(1, len(column)))
    return sparse.csr_matrix((values, [column[term] for term in terms], starts), shape=shape, dtype=float)
