"""How much of what one text says is said by another, word for word or in words of the same concept.

Each word of a text looks for its best counterpart in the other text (soft alignment, after Rus and Lintean's greedy matching, 2012): the
same stem counts one, a shared concept less, and less when the concept is common. With the best counterparts of every word of the corpus
gathered per text, all alignments are one sparse product, so that some thousands of texts cost seconds.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from semailles.engines.grouping.vocabulary import LONGEST_TERM, Lexicon, Saying, key, lexicon, sayings

PATIENCE = 3.0
STOP_WEIGHT = 0.3
Unit = tuple[str, tuple[tuple[str, float], ...]]


@dataclass(frozen=True, slots=True)
class Aligned:
    """`said`: weight of each unit in each text, over the whole of it; `heard`: how well each text answers each unit."""

    said: sparse.csr_matrix
    heard: sparse.csr_matrix


def align(texts: Sequence[str], weight: Mapping[str, float], lang: str) -> Aligned:
    """`said @ heard.T` at (a, b): the share of `a` that `b` says too, in [0, 1]; PATIENCE keeps very short texts from agreeing on one word."""
    spoken = [units(text, lexicon(lang), lang) for text in texts]
    number = {unit: rank for rank, unit in enumerate(sorted({unit for said in spoken for unit in said}))}
    rarity = _concept_rarity(spoken)
    answers = _answers(number, rarity)
    said_rows, heard_rows = [], []
    for said in spoken:
        total = sum(_unit_weight(unit, weight) for unit in said) + PATIENCE
        said_rows.append(_summed({}, [(number[unit], _unit_weight(unit, weight) / total) for unit in said]))
        heard_rows.append(_best([answers[number[unit]] for unit in said]))
    return Aligned(_matrix(said_rows, len(number)), _matrix(heard_rows, len(number)))
