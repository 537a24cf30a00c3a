"""Themes: broad subjects, each family in one. Those people named come first; the rest falls into subjects found."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from semailles.engines.grouping.groups import GivenTheme
from semailles.engines.grouping.neighbours import Blend, sides, spread, views
from semailles.engines.grouping.subjects import Heard, heard_in, subjects
from semailles.engines.grouping.vocabulary import concepts, lexicon

BROAD = Blend(aligned=0.4, letters=0.1, concepts=0.2, fields=0.3)
NEAR_ENOUGH = 0.2
PART = "#"


@dataclass(frozen=True, slots=True)
class Placing:
    """For each family the number of its theme (given ones first, -1: nothing is heard); for each found theme its field, "" when it has none."""

    theme_of: tuple[int, ...]
    fields: tuple[str, ...]


def place(
    texts: Sequence[str], near: sparse.csr_matrix, families: Sequence[Sequence[int]], given: Sequence[GivenTheme], *, lang: str, seed: int
) -> Placing:
    """`near`: similarity of the texts under the BROAD blend."""
    own = _said_of(given, texts, lang) if given else np.zeros((len(texts), 0))
    return placed(own, heard_in([concepts(text, lang) for text in texts], lexicon(lang)), near, families, seed)


def placed(own: np.ndarray, heard: Heard, near: sparse.csr_matrix, families: Sequence[Sequence[int]], seed: int) -> Placing:
    """`own`: similarity of each text to each given theme."""
    given = own.shape[1]
    chosen = _nearest_given(own, near, families) if given else [-1] * len(families)
    rest = [number for number, theme in enumerate(chosen) if theme < 0]
    found = _joined(subjects(heard, near, [families[number] for number in rest], seed), near, families, rest)
    order = {name: rank for rank, name in enumerate(dict.fromkeys(name for name in found if name != -1))}
    for number, name in zip(rest, found, strict=True):
        chosen[number] = given + order[name] if name != -1 else -1
    return Placing(tuple(chosen), tuple(name.partition(PART)[0] if isinstance(name, str) else "" for name in order))


def _said_of(given: Sequence[GivenTheme], texts: Sequence[str], lang: str) -> np.ndarray:
    """Similarity of each text to each given theme, its name and its words read as one more text."""
    named = [" ".join((theme.name, *theme.words)) for theme in given]
    left, right = sides(views([*texts, *named], lang), BROAD)
    return np.asarray((left[: len(texts)] @ right[len(texts) :].T).todense())


def _nearest_given(own: np.ndarray, near: sparse.csr_matrix, families: Sequence[Sequence[int]]) -> list[int]:
    """Similarity of ideas to the themes' names and words (`own`), spread along neighbours, averaged over the family."""
    heard = spread(own, near)
    scores = np.round([heard[list(family)].mean(axis=0) for family in families], 6)
    return [int(row.argmax()) if row.max() >= NEAR_ENOUGH else -1 for row in scores]


def _joined(found: list[str | int], near: sparse.csr_matrix, families: Sequence[Sequence[int]], rest: Sequence[int]) -> list[str | int]:
    """A family of which nothing is heard goes where its nearest placed neighbour is."""
    placed = {row: name for number, name in zip(rest, found, strict=True) if name != -1 for row in families[number]}
    joined = list(found)
    for rank, number in enumerate(rest):
        if found[rank] != -1:
            continue
        links = near[list(families[number])].tocoo()
        ranked = sorted(zip(-links.data, links.col.tolist(), strict=True))
        joined[rank] = next((placed[row] for _, row in ranked if row in placed), -1)
    return joined
