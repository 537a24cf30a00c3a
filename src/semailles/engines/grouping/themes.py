"""Themes: broad subjects, each family in one. Those people named come first, the rest is found by Leiden on the graph of families."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from graspologic_native import leiden_csr
from scipy import sparse

from semailles.engines.grouping.features import Blend, blended
from semailles.engines.grouping.groups import GivenTheme
from semailles.engines.grouping.neighbours import mutual, similarities, strongest

BLEND = Blend(words=0.7, letters=0.3, concepts=1.0, fields=1.0)
NEAREST = 12
RESOLUTIONS = (0.3, 0.5, 0.7, 0.9, 1.1, 1.4, 1.8, 2.3, 3.0)
FEWEST, MOST = 6, 14
IDEAS_PER_THEME = 12
SPREAD, STEPS = 0.5, 3
NEAR_ENOUGH = 0.06
SMALLEST_FOUND = 2


@dataclass(frozen=True, slots=True)
class Placing:
    """For each family, the number of its theme: given ones first (0, 1, …), then found ones; -1 when nothing is said at all."""

    theme_of: tuple[int, ...]
    found: int


def place(texts: Sequence[str], families: Sequence[Sequence[int]], given: Sequence[GivenTheme], lang: str, seed: int) -> Placing:
    named = [" ".join((theme.name, *theme.words)) for theme in given]
    rows = blended([*texts, *named], BLEND, lang)
    ideas, seeds = rows[: len(texts)], rows[len(texts) :]
    near = similarities(ideas)
    chosen = _nearest_given(ideas, seeds, near, families) if given else np.full(len(families), -1)
    rest = [number for number, theme in enumerate(chosen) if theme < 0]
    found = _found(near, [families[number] for number in rest], seed)
    for number, theme in zip(rest, found, strict=True):
        chosen[number] = theme + len(given) if theme >= 0 else -1
    return Placing(tuple(int(theme) for theme in chosen), max(found, default=-1) + 1)


def _nearest_given(ideas: sparse.csr_matrix, seeds: sparse.csr_matrix, near: sparse.csr_matrix, families: Sequence[Sequence[int]]) -> np.ndarray:
    """Similarity to the theme's name and words, spread along neighbours, averaged over the family."""
    own = np.asarray((ideas @ seeds.T).todense())
    walk = _stochastic(strongest(near, NEAREST))
    heard = own
    for _ in range(STEPS):
        heard = own + SPREAD * (walk @ heard)
    scores = np.array([np.round(heard[list(family)].mean(axis=0), 6) for family in families]).reshape(len(families), seeds.shape[0])
    best = scores.argmax(axis=1)
    return np.where(scores[np.arange(len(families)), best] >= NEAR_ENOUGH, best, -1)


def _stochastic(near: sparse.csr_matrix) -> sparse.csr_matrix:
    total = np.asarray(near.sum(axis=1)).ravel()
    return sparse.csr_matrix(sparse.diags_array(1.0 / np.where(total > 0, total, 1.0)) @ near)


def _found(near: sparse.csr_matrix, families: Sequence[Sequence[int]], seed: int) -> list[int]:
    """Communities of the families' graph, at the resolution whose number of themes is nearest what so many ideas call for."""
    if not families:
        return []
    graph = _family_graph(near, families)
    ideas = sum(len(family) for family in families)
    wanted = min(MOST, max(FEWEST, round(ideas / IDEAS_PER_THEME))) if ideas >= FEWEST * 2 else max(1, ideas // 3)
    tries = [_communities(graph, resolution, seed) for resolution in RESOLUTIONS]
    return min(tries, key=lambda labels: abs(max(labels) + 1 - wanted))


def _family_graph(near: sparse.csr_matrix, families: Sequence[Sequence[int]]) -> sparse.csr_matrix:
    member = [(row, number, 1.0 / len(family)) for number, family in enumerate(families) for row in family]
    rows, numbers, shares = zip(*member, strict=True)
    average = sparse.csr_matrix((shares, (rows, numbers)), shape=(near.shape[0], len(families)))
    between = sparse.csr_matrix(average.T @ near @ average)
    between.setdiag(0)
    between.eliminate_zeros()
    own = strongest(between, NEAREST)
    return sparse.csr_matrix(own.maximum(own.T))


def _communities(graph: sparse.csr_matrix, resolution: float, seed: int) -> list[int]:
    """Labels 0, 1, … by first family; families without any link join no one and form one last theme of leftovers only when all are so."""
    count = graph.shape[0]
    if graph.nnz == 0:
        return [-1] * count
    graph.sort_indices()
    parts = graph.indptr.astype(np.int64), graph.indices.astype(np.int32), np.round(graph.data.astype(np.float64), 9)
    _, label = leiden_csr(*parts, count, resolution=resolution, iterations=10, seed=seed, trials=3)
    linked = np.diff(graph.indptr) > 0
    names: dict[int, int] = {}
    return [names.setdefault(label[node], len(names)) if linked[node] else -1 for node in range(count)]
