"""The one act of this package: a crowd of texts in, themes and explained families out."""

from collections.abc import Callable, Sequence
from enum import StrEnum

import numpy as np
from scipy import sparse

from semailles.engines.grouping.agglomeration import Pair
from semailles.engines.grouping.chance import chances
from semailles.engines.grouping.crowds.evidence import Scene, evidence, reach_of, whole_near
from semailles.engines.grouping.crowds.families import Found, corrected, found
from semailles.engines.grouping.crowds.near import nearest
from semailles.engines.grouping.crowds.rows import field_names, rows
from semailles.engines.grouping.crowds.telling import Crowd, told
from semailles.engines.grouping.crowds.words import read
from semailles.engines.grouping.groups import GivenTheme, Grouping, Text
from semailles.engines.grouping.subjects import Heard
from semailles.engines.grouping.themes import placed

DEALS = 99


class Step(StrEnum):
    READING = "reading"
    COMPARING = "comparing"
    GATHERING = "gathering"
    TELLING = "telling"


Progress = Callable[[Step, int, int], None]


def silent(step: Step, done: int, total: int) -> None:
    """For callers that tell nobody."""


def group_crowd(
    texts: Sequence[Text],
    given: Sequence[GivenTheme],
    constraints: tuple[list[Pair], list[Pair]],
    *,
    lang: str,
    seed: int,
    tell: Progress = silent,
) -> Grouping:
    """`texts`: in canonical order; `constraints`: rows that people put together, and apart, without contradiction. Every text in exactly one family."""
    count = len(texts)
    tell(Step.READING, 0, count)
    named = [" ".join((theme.name, *theme.words)) for theme in given]
    words, number = read([*(text.text for text in texts), *named])
    which = np.array(number)
    seen = rows(words, lang)
    tell(Step.READING, count, count)
    near = nearest(seen.said[: which[:count].max() + 1], lambda done, total: tell(Step.COMPARING, done, total))
    tell(Step.GATHERING, 0, 1)
    of_text = _found(near, which[:count], constraints, seed)
    scene = Scene(whole_near(near, which[:count]), _numbers([text.team for text in texts]), of_text.family)
    members = np.split(np.argsort(of_text.family, kind="stable"), np.cumsum(np.bincount(of_text.family))[:-1])
    families = [part.tolist() for part in members]
    own = np.asarray((seen.said[which[:count]] @ seen.said[which[count:]].T).todense())
    heard = Heard(field_names(lang), np.asarray(seen.fields[which[:count]].todense()))
    placing = placed(own, heard, scene.near, families, seed)
    tell(Step.GATHERING, 1, 1)
    tell(Step.TELLING, 0, 1)
    reach = reach_of(scene.near)
    chance = chances(reach, families, [text.team for text in texts], seed, most=DEALS).tolist()
    grouping = told(Crowd(texts, given, of_text, placing, evidence(scene, reach), chance, lang))
    tell(Step.TELLING, 1, 1)
    return grouping


def _found(near: sparse.csr_matrix, which: np.ndarray, constraints: tuple[list[Pair], list[Pair]], seed: int) -> Found:
    distinct = found(near, seed)
    family = corrected(distinct.family[which], *constraints)
    return Found(family, distinct.confidence[which], distinct.doubtful[which])


def _numbers(teams: Sequence[str]) -> np.ndarray:
    return np.unique(np.array(teams, dtype=object).astype(str), return_inverse=True)[1]
