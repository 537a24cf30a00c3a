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
class Heard:
    """How much each text, or each family, speaks of each field."""

    fields: tuple[str, ...]
    much: np.ndarray


def heard_in(spoken: Sequence[Bag], known: Lexicon) -> Heard:
    fields = tuple(sorted({field for field in known.fields.values() if field}))
    much = np.zeros((len(spoken), len(fields)))
    for row, said in enumerate(spoken):
        for concept in sorted(said):
            if known.fields[concept]:
                much[row, fields.index(known.fields[concept])] += said[concept]
    return Heard(fields, much)


def subjects(heard: Heard, near: sparse.csr_matrix, families: Sequence[Sequence[int]], seed: int) -> list[str | int]:
    """For each family the name of its field, a number for a community that has none, -1 when nothing is heard and nobody is near."""
    if not families:
        return []
    rows = [row for family in families for row in family]
    speak = int(heard.much[rows].any(axis=1).sum())
    wanted = min(MOST, max(FEWEST, round(len(rows) / IDEAS_PER_THEME)), max(1, len(rows) // 3))
    if speak < HEARD * len(rows):
        return list(communities(near, families, wanted, seed))
    return _split(_chosen(_of_families(heard, near, families), families), near, families, seed)


def _of_families(heard: Heard, near: sparse.csr_matrix, families: Sequence[Sequence[int]]) -> Heard:
    own = heard.much / np.maximum(heard.much.sum(axis=1, keepdims=True), 1.0)
    rare = np.sqrt(np.log((1 + len(own)) / (1 + (own > 0).sum(axis=0)))) + 0.3
    whole = spread(own * rare, near)
    return Heard(heard.fields, np.round([whole[list(family)].mean(axis=0) for family in families], 9))


def _chosen(heard: Heard, families: Sequence[Sequence[int]]) -> list[str | int]:
    """Best field of each family. The smallest field gives its families to their next one while there are too many, or it has too few ideas."""
    sizes = np.array([len(family) for family in families])
    open_fields = np.ones(len(heard.fields), dtype=bool)
    smallest = SMALLEST if sizes.sum() >= SMALLEST * FEWEST else 1
    while True:
        best = np.where(open_fields, heard.much, -1.0).argmax(axis=1)
        weight = np.bincount(best, weights=sizes, minlength=len(heard.fields))
        used = np.flatnonzero(weight)
        least = int(used[np.lexsort((used, weight[used]))[0]])
        if len(used) <= 1 or (len(used) <= MOST and weight[least] >= smallest):
            break
        open_fields[least] = False
    spoke = heard.much.max(axis=1) > 0
    return [heard.fields[field] if says else -1 for field, says in zip(best, spoke, strict=True)]


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
