"""How much of what one text says is said by another, word for word or in words of the same concept.

Each word of a text looks for its best counterpart in the other one (soft, greedy word alignment): the same stem counts one, a shared
concept less, and less when the concept is common. With the best counterparts of all words of the corpus gathered per text, every
alignment is one sparse product, so that some thousands of texts cost seconds.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import reduce

from scipy import sparse

from semailles.engines.grouping.vocabulary import Unit, units

PATIENCE = 5.0
STOP_WEIGHT = 0.3
COMMON_CONCEPT = 0.75


@dataclass(frozen=True, slots=True)
class Alignment:
    """`said`: the share of each unit in each text; `heard`: how well each text answers each unit."""

    said: sparse.csr_matrix
    heard: sparse.csr_matrix


def align(texts: Sequence[str], say: Callable[[str], float], lang: str) -> Alignment:
    """`said @ heard.T` at (a, b): the share of `a` that `b` says too, in [0, 1]. PATIENCE keeps very short texts from agreeing on one word.

    `say`: how much a stem says by itself, in [0, 1]; its rarity is counted here.
    """
    known, spoken = _numbered([set(units(text, lang)) for text in texts])
    weight = _weights(known, spoken, say)
    answers = _answers(known, spoken)
    said = [_shares({column: weight[column] for column in row}) for row in spoken]
    heard = [reduce(_best, (answers[column] for column in row), dict[int, float]()) for row in spoken]
    return Alignment(_matrix(said, len(known)), _matrix(heard, len(known)))


def rarity(count: int, of: int) -> float:
    """Smoothed IDF as usual: log((1 + n) / (1 + df)) + 1."""
    return math.log((1 + of) / (1 + count)) + 1


def _numbered(spoken: Sequence[AbstractSet[Unit]]) -> tuple[list[Unit], list[list[int]]]:
    """All units in order, and each text by the numbers of its own."""
    known = sorted(set[Unit]().union(*spoken))
    column = {unit: rank for rank, unit in enumerate(known)}
    return known, [sorted(column[unit] for unit in row) for row in spoken]


def _weights(known: Sequence[Unit], spoken: Sequence[Sequence[int]], say: Callable[[str], float]) -> list[float]:
    frequency = Counter(stem for row in spoken for stem in {known[column].stem for column in row})
    return [rarity(frequency[unit.stem], len(spoken)) * say(unit.stem) if unit.stem else STOP_WEIGHT for unit in known]


def _answers(known: Sequence[Unit], spoken: Sequence[Sequence[int]]) -> list[dict[int, float]]:
    """For each unit, the units that answer it (by number) and how well."""
    frequency = Counter(concept for row in spoken for concept in {concept for column in row for concept, _ in known[column].concepts})
    of_stem: dict[str, list[int]] = defaultdict(list)
    of_concept: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for column, unit in enumerate(known):
        of_stem[unit.stem].append(column)
        for concept, surety in unit.concepts:
            of_concept[concept].append((column, surety))
    top = rarity(0, len(spoken))
    worth = {concept: (rarity(count, len(spoken)) / top) ** COMMON_CONCEPT for concept, count in frequency.items()}
    alike = {said: _answer(said, of_concept, worth) for said in {unit.concepts for unit in known}}
    return [alike[unit.concepts] | (dict.fromkeys(of_stem[unit.stem], 1.0) if unit.stem else {}) for unit in known]


def _answer(
    said: Sequence[tuple[str, float]], of_concept: Mapping[str, Sequence[tuple[int, float]]], worth: Mapping[str, float]
) -> dict[int, float]:
    answer: dict[int, float] = {}
    for concept, surety in said:
        for column, other in of_concept[concept]:
            answer[column] = max(answer.get(column, 0.0), min(surety, other) * worth[concept])
    return answer


def _shares(row: dict[int, float]) -> dict[int, float]:
    total = math.fsum(row.values()) + PATIENCE
    return {column: weight / total for column, weight in row.items()}


def _best(heard: dict[int, float], answer: dict[int, float]) -> dict[int, float]:
    for column, value in answer.items():
        if value > heard.get(column, 0.0):
            heard[column] = value
    return heard


def _matrix(rows: Sequence[dict[int, float]], width: int) -> sparse.csr_matrix:
    starts = [0]
    for row in rows:
        starts.append(starts[-1] + len(row))
    columns = [column for row in rows for column in sorted(row)]
    values = [row[column] for row in rows for column in sorted(row)]
    return sparse.csr_matrix((values, columns, starts), shape=(len(rows), max(1, width)), dtype=float)
