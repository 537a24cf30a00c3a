"""Why the families of a crowd hold: the measures of `evidence`, for all families at once, on the links of the nearest alone."""

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from semailles.engines.grouping.neighbours import strongest

NEAREST = 5
LINKS_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Scene:
    """One row for each text: who stands near whom, its team and its family (numbers)."""

    near: sparse.csr_matrix
    team: np.ndarray
    family: np.ndarray


@dataclass(frozen=True, slots=True)
class Evidence:
    """One row for each family but `centrality`, one for each text; `links`: rows of the texts, strongest first, as many as are shown of each family."""

    size: np.ndarray
    teams: np.ndarray
    medoid: np.ndarray
    cohesion: np.ndarray
    joined: np.ndarray
    balance: np.ndarray
    is_mutual: np.ndarray
    centrality: np.ndarray
    links: sparse.coo_matrix


def whole_near(near: sparse.csr_matrix, which: np.ndarray) -> sparse.csr_matrix:
    """From texts that differ to all texts, `which` of them each is: the first that says it stands for it, and each that says it again stands by the one before."""
    order = np.argsort(which, kind="stable")
    first = order[np.searchsorted(which[order], np.arange(near.shape[0]))]
    again = np.flatnonzero(np.diff(which[order]) == 0)
    upper = sparse.triu(near, 1).tocoo()
    rows, columns = np.concatenate([first[upper.row], order[again]]), np.concatenate([first[upper.col], order[again + 1]])
    values = np.concatenate([upper.data, np.ones(len(again))])
    links = sparse.coo_matrix((values, (rows, columns)), shape=(len(which), len(which)))
    whole = sparse.csr_matrix(links + links.T)
    whole.sort_indices()
    return whole


def evidence(scene: Scene, reach: sparse.csr_matrix) -> Evidence:
    """`reach`: each row's nearest."""
    count = int(scene.family.max()) + 1
    links = sparse.triu(scene.near, 1).tocoo()
    inner = scene.family[links.row] == scene.family[links.col]
    one, other, weight = links.row[inner], links.col[inner], np.asarray(links.data[inner])
    size = np.bincount(scene.family, minlength=count)
    spoken = _per_team(scene, count)
    centrality = np.bincount(one, weight, len(scene.family)) + np.bincount(other, weight, len(scene.family))
    return Evidence(
        size=size,
        teams=(spoken > 0).sum(axis=1),
        medoid=_first_of_each(scene.family, np.lexsort((-np.round(centrality, 6), scene.family))),
        cohesion=np.round(
            np.where(size > 1, np.bincount(scene.family, _best(one, other, weight, len(scene.family)), count) / size, 1.0), 4
        ),
        joined=_joined(scene, spoken, one, other, weight),
        balance=_balance(spoken),
        is_mutual=_mutual(scene, reach, count),
        centrality=centrality,
        links=_strongest_links(scene, one, other, weight),
    )


def _per_team(scene: Scene, count: int) -> np.ndarray:
    """How many texts of each team stand in each family."""
    teams = int(scene.team.max()) + 1
    return np.bincount(scene.family * teams + scene.team, minlength=count * teams).reshape(count, teams)


def _best(one: np.ndarray, other: np.ndarray, weight: np.ndarray, count: int) -> np.ndarray:
    best = np.zeros(count)
    np.maximum.at(best, one, weight)
    np.maximum.at(best, other, weight)
    return best


def _joined(scene: Scene, spoken: np.ndarray, one: np.ndarray, other: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """Mean over the teams of their best link with another team."""
    cross = scene.team[one] != scene.team[other]
    place = scene.family * spoken.shape[1] + scene.team
    best = _best(place[one[cross]], place[other[cross]], weight[cross], spoken.size).reshape(spoken.shape)
    return np.asarray(np.round(best.sum(axis=1) / (spoken > 0).sum(axis=1), 4))


def _balance(spoken: np.ndarray) -> np.ndarray:
    """Pielou's evenness; 0 when there is one team only."""
    share = spoken / spoken.sum(axis=1, keepdims=True)
    entropy = -(share * np.log(np.where(share > 0, share, 1.0))).sum(axis=1)
    teams = (spoken > 0).sum(axis=1)
    return np.asarray(np.round(np.where(teams > 1, entropy / np.log(np.maximum(teams, 2)), 0.0), 4))


def _mutual(scene: Scene, reach: sparse.csr_matrix, count: int) -> np.ndarray:
    """Whether two texts of two teams stand each among the nearest of the other."""
    links = reach.minimum(reach.T).tocoo()
    meets = (scene.family[links.row] == scene.family[links.col]) & (scene.team[links.row] != scene.team[links.col])
    return np.bincount(scene.family[links.row[meets]], minlength=count) > 0


def _strongest_links(scene: Scene, one: np.ndarray, other: np.ndarray, weight: np.ndarray) -> sparse.coo_matrix:
    """Between teams first, nearest first."""
    family = scene.family[one]
    order = np.lexsort((other, one, -weight, scene.team[one] == scene.team[other], family))
    starts = np.searchsorted(family[order], family[order])
    kept = order[np.arange(len(order)) - starts < LINKS_SHOWN]
    return sparse.coo_matrix((weight[kept], (one[kept], other[kept])), shape=scene.near.shape)


def _first_of_each(family: np.ndarray, order: np.ndarray) -> np.ndarray:
    return np.asarray(order[np.searchsorted(family[order], np.arange(family.max() + 1))])


def reach_of(near: sparse.csr_matrix) -> sparse.csr_matrix:
    return strongest(near, NEAREST)
