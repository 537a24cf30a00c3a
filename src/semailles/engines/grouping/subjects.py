"""Themes nobody named: the fields that general knowledge hears in the ideas, spread along neighbours; communities where it hears little."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from semailles.engines.grouping.communities import communities
from semailles.engines.grouping.features import Bag
from semailles.engines.grouping.neighbours import spread
from semailles.engines.grouping.vocabulary import Lexicon

FEWEST, MOST = 6, 14
IDEAS_PER_THEME = 12
SMALLEST = 3
HEARD = 0.6
TOO_LARGE = 0.3
LARGE_PART = 0.15
SPLIT_FROM = 20


@dataclass(frozen=True, slots=True)
class Scores:
    """How much each family speaks of each field."""

    fields: tuple[str, ...]
    of_family: np.ndarray


def subjects(
    spoken: Sequence[Bag], near: sparse.csr_matrix, families: Sequence[Sequence[int]], known: Lexicon, seed: int
) -> list[str | int]:
    """For each family the name of its field, a number for a community that has none, -1 when nothing is heard and nobody is near."""
    if not families:
        return []
    rows = [row for family in families for row in family]
    heard = sum(any(known.fields[concept] for concept in spoken[row]) for row in rows)
    wanted = min(MOST, max(FEWEST, round(len(rows) / IDEAS_PER_THEME)), max(1, len(rows) // 3))
    if heard < HEARD * len(rows):
        return list(communities(near, families, wanted, seed))
    return _split(_chosen(_scores(spoken, near, families, known), families), near, families, seed)


def _scores(spoken: Sequence[Bag], near: sparse.csr_matrix, families: Sequence[Sequence[int]], known: Lexicon) -> Scores:
    fields = tuple(sorted({field for field in known.fields.values() if field}))
    own = np.zeros((len(spoken), len(fields)))
    for row, said in enumerate(spoken):
        for concept in sorted(said):
            if known.fields[concept]:
                own[row, fields.index(known.fields[concept])] += said[concept]
    own /= np.maximum(own.sum(axis=1, keepdims=True), 1.0)
    rare = np.sqrt(np.log((1 + len(spoken)) / (1 + (own > 0).sum(axis=0)))) + 0.3
    whole = spread(own * rare, near)
    return Scores(fields, np.round([whole[list(family)].mean(axis=0) for family in families], 9))


def _chosen(scores: Scores, families: Sequence[Sequence[int]]) -> list[str | int]:
    """Best field of each family. The smallest field gives its families to their next one while there are too many, or it has too few ideas."""
    sizes = np.array([len(family) for family in families])
    open_fields = np.ones(len(scores.fields), dtype=bool)
    smallest = SMALLEST if sizes.sum() >= SMALLEST * FEWEST else 1
    while True:
        best = np.where(open_fields, scores.of_family, -1.0).argmax(axis=1)
        weight = np.bincount(best, weights=sizes, minlength=len(scores.fields))
        used = np.flatnonzero(weight)
        least = int(used[np.lexsort((used, weight[used]))[0]])
        if len(used) <= 1 or (len(used) <= MOST and weight[least] >= smallest):
            break
        open_fields[least] = False
    spoke = scores.of_family.max(axis=1) > 0
    return [scores.fields[field] if says else -1 for field, says in zip(best, spoke, strict=True)]


def _split(chosen: list[str | int], near: sparse.csr_matrix, families: Sequence[Sequence[int]], seed: int) -> list[str | int]:
    """A field that holds too large a part of the debate is several themes."""
    ideas = sum(len(family) for family in families)
    split = list(chosen)
    for field in sorted({name for name in chosen if isinstance(name, str)}):
        own = [number for number, name in enumerate(chosen) if name == field]
        held = sum(len(families[number]) for number in own)
        if held >= SPLIT_FROM and held > TOO_LARGE * ideas:
            parts = communities(near, [families[number] for number in own], round(held / (LARGE_PART * ideas)), seed)
            for number, part in zip(own, parts, strict=True):
                split[number] = f"{field}#{max(part, 0)}"
    return split
