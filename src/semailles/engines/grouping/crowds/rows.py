"""Texts of a crowd as sparse unit rows: stems, stems that follow each other, concepts. No word is pruned for being frequent."""

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from semailles.engines.grouping.crowds.notions import heard
from semailles.engines.grouping.crowds.words import Content, Words, content
from semailles.engines.grouping.features import PROPER_WEIGHT, WEAK_WEIGHT, by_rarity, unit_rows
from semailles.engines.grouping.vocabulary import lexicon, weak_stems

PAIRS, CONCEPTS = 0.13, 0.15
SUBJECT = 0.02
SUBJECT_FROM = 50  # texts


@dataclass(frozen=True, slots=True)
class Rows:
    """`said`: unit rows, whose products are similarities; `fields`: how much each text speaks of each field of the lexicon, in order."""

    said: sparse.csr_matrix
    fields: sparse.csr_matrix


def rows(words: Words, lang: str) -> Rows:
    """Weights of the three views add up to one; sublinear TF-IDF, the words of every workshop and proper names counting less."""
    known = lexicon(lang)
    carried = content(words, lang)
    concepts = heard(words, known, lang)
    voice = _voices(carried, words, lang)
    weighted = (
        (_stems(carried, voice, words.count), 1 - PAIRS - CONCEPTS),
        (_pairs(carried, voice, words.count), PAIRS),
        (_telling(concepts), CONCEPTS),
    )
    said = sparse.hstack([unit_rows(view) * np.sqrt(share) for view, share in weighted], format="csr", dtype=np.float32)
    return Rows(sparse.csr_matrix(said), concepts @ _field_of(known.fields))


def field_names(lang: str) -> tuple[str, ...]:
    return tuple(sorted({field for field in lexicon(lang).fields.values() if field}))


def _stems(carried: Content, voice: np.ndarray, count: int) -> sparse.csr_matrix:
    counted = _counted(carried.text, carried.stem, count, len(carried.stems))
    counted.data = (1 + np.log(counted.data)) * voice[counted.indices]
    return by_rarity(counted)


def _pairs(carried: Content, voice: np.ndarray, count: int) -> sparse.csr_matrix:
    """Two stems that follow each other in two texts or more, as loud as the quieter of them."""
    near = np.flatnonzero(carried.text[1:] == carried.text[:-1])
    first, second = carried.stem[near], carried.stem[near + 1]
    code, column = np.unique(first * len(carried.stems) + second, return_inverse=True)
    counted = _counted(carried.text[near], column, count, len(code))
    first, second = np.divmod(code, max(1, len(carried.stems)))
    counted.data = np.minimum(voice[first], voice[second])[counted.indices]
    often = np.bincount(counted.indices, minlength=counted.shape[1]) > 1
    return by_rarity(sparse.csr_matrix(counted[:, often]))


def _telling(concepts: sparse.csr_matrix) -> sparse.csr_matrix:
    """A concept that one text out of fifty evokes is a subject, which brings themes together, not ideas."""
    often = np.bincount(concepts.indices, minlength=concepts.shape[1])
    return by_rarity(sparse.csr_matrix(concepts[:, often <= max(SUBJECT_FROM, SUBJECT * concepts.shape[0])]))


def _voices(carried: Content, words: Words, lang: str) -> np.ndarray:
    """How much each stem says by itself. Proper names: never in small letters, and with a capital where no sentence begins."""
    low = np.array([word[0].islower() for word in words.written], bool)[carried.word]
    loud = np.array([word.isupper() for word in words.written], bool)[carried.word]
    inside = np.diff(carried.text, prepend=-1) == 0
    often_low, often_high = (np.bincount(carried.stem[some], minlength=len(carried.stems)) for some in (low, ~low & ~loud & inside))
    weak = weak_stems(lang)
    plain = np.array([WEAK_WEIGHT if stem in weak else 1.0 for stem in carried.stems])
    return np.where((often_high > 0) & (often_low == 0), PROPER_WEIGHT, plain)


def _counted(text: np.ndarray, column: np.ndarray, count: int, width: int) -> sparse.csr_matrix:
    counted = sparse.csr_matrix((np.ones(len(text)), (text, column)), shape=(count, max(1, width)))
    counted.sum_duplicates()
    return counted


def _field_of(fields: dict[str, str]) -> sparse.csr_matrix:
    column = {field: rank for rank, field in enumerate(sorted({field for field in fields.values() if field}))}
    concepts = [concept for concept in sorted(fields) if fields[concept]]
    rank = {concept: number for number, concept in enumerate(sorted(fields))}
    places = [rank[concept] for concept in concepts], [column[fields[concept]] for concept in concepts]
    return sparse.csr_matrix((np.ones(len(concepts)), places), shape=(len(fields), len(column)))
