"""A partition told to people: titles, terms, and the evidence of each family."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from semailles.engines.grouping import evidence
from semailles.engines.grouping.chance import balance, chances
from semailles.engines.grouping.confidence import Sureness
from semailles.engines.grouping.groups import Family, Grouping, Link, Strength, Text, Theme
from semailles.engines.grouping.placing import Theming
from semailles.engines.grouping.titles import Namer


@dataclass(frozen=True, slots=True)
class Scene:
    """What every family is described from: the texts in canonical order, who stands near whom, and the names.

    `reach`: each row's nearest; `mutual`: those of them that are nearest to each other.
    """

    texts: Sequence[Text]
    near: sparse.csr_matrix
    reach: sparse.csr_matrix
    namer: Namer
    seed: int

    @property
    def mutual(self) -> sparse.coo_matrix:
        return self.reach.minimum(self.reach.T).tocoo()

    def inner(self, rows: Sequence[int]) -> sparse.csr_matrix:
        """Who stands near whom among these rows, in order."""
        near, number = self.near, {row: rank for rank, row in enumerate(rows)}
        columns, likeness, ends = list[int](), list[float](), [0]
        for start, end in zip(near.indptr[list(rows)].tolist(), near.indptr[[row + 1 for row in rows]].tolist(), strict=True):
            for column, value in zip(near.indices[start:end].tolist(), near.data[start:end].tolist(), strict=True):
                if column in number:
                    columns.append(number[column])
                    likeness.append(value)
            ends.append(len(columns))
        return sparse.csr_matrix((np.array(likeness, float), columns, ends), shape=(len(rows), len(rows)))


@dataclass(frozen=True, slots=True)
class Draft:
    """A partition before it is told: rows, key and theme of each family; how sure each row of the corpus is; titles that are taken."""

    families: Sequence[Sequence[int]]
    keys: Sequence[str]
    theming: Theming
    sureness: Sureness
    taken: Iterable[str] = ()


def described(scene: Scene, draft: Draft) -> Grouping:
    teller = Teller(scene, _meeting(scene, draft.families), draft, scene.namer.afresh((*draft.taken, *draft.theming.named)))
    return teller.told(chances(scene.reach, draft.families, [text.team for text in scene.texts], scene.seed).tolist())


def _meeting(scene: Scene, families: Sequence[Sequence[int]]) -> frozenset[int]:
    """First rows of the families where two ideas of two teams stand each among the nearest of the other."""
    first = {row: rows[0] for rows in families for row in rows}
    links, texts = scene.mutual, scene.texts
    met = ((a, b) for a, b in zip(links.row.tolist(), links.col.tolist(), strict=True) if a in first and first[a] == first.get(b))
    return frozenset(first[a] for a, b in met if texts[a].team != texts[b].team)


@dataclass(frozen=True, slots=True)
class Teller:
    """`meeting`: see `_meeting`."""

    scene: Scene
    meeting: frozenset[int]
    draft: Draft
    namer: Namer

    def told(self, chance: Sequence[float]) -> Grouping:
        themes, number = self._themes()
        each = zip(self.draft.families, self.draft.keys, self.draft.theming.told, chance, strict=True)
        families = [self._family(rows, key, number[theme], p) for rows, key, theme, p in each]
        return Grouping(themes=themes, families=tuple(sorted(families, key=_strongest_first)))

    def _themes(self) -> tuple[tuple[Theme, ...], dict[int, int]]:
        """Themes largest first, and the place of each in that order. A given theme stands even when empty: people see that nobody spoke of it."""
        theming = self.draft.theming
        rows: dict[int, list[int]] = defaultdict(list)
        for family, theme in zip(self.draft.families, theming.told, strict=True):
            rows[theme] += family
        themes: dict[int, Theme] = {}
        for theme in sorted((set(rows) | set(range(len(theming.given)))) - {-1}, key=lambda theme: (-len(rows[theme]), theme)):
            ids = tuple(sorted(self.scene.texts[row].id for row in rows[theme]))
            title = self._theme_title(rows[theme], theme)
            themes[theme] = Theme(title, self.namer.terms(rows[theme]), ids, is_given=theme < len(theming.given))
        return tuple(themes.values()), {theme: place for place, theme in enumerate(themes)} | {-1: -1}

    def _theme_title(self, rows: Sequence[int], theme: int) -> str:
        named = self.draft.theming.named
        return named[theme] if theme < len(named) else self.namer.theme_title(rows, self.draft.theming.fields[theme - len(named)])

    def _family(self, rows: Sequence[int], key: str, theme: int, chance: float) -> Family:
        scene, sure = self.scene, self.draft.sureness
        inner = scene.inner(rows)
        of_row = [scene.texts[row].team for row in rows]
        by_id = sorted(rows, key=lambda row: scene.texts[row].id)
        teams = tuple(sorted(set(of_row)))
        scored = evidence.ranked_pairs(inner, of_row)[: evidence.LINKS_SHOWN]
        joined = evidence.joined(inner, of_row)
        return Family(
            title=self.namer.family_title(rows, np.asarray(inner.sum(axis=1)).ravel().tolist()),
            medoid=scene.texts[rows[evidence.medoid(inner)]].id,
            members=tuple(scene.texts[row].id for row in by_id),
            teams=teams,
            theme=theme,
            terms=self.namer.terms(rows),
            links=tuple(self._link(rows[first], rows[second], score) for first, second, score in scored),
            cohesion=evidence.cohesion(inner),
            joined=joined,
            chance=chance,
            balance=balance(of_row),
            strength=evidence.strength(joined, len(teams), is_mutual=rows[0] in self.meeting) if len(teams) > 1 else None,
            confidences=tuple(sure.confidences[row] for row in by_id),
            doubtful=tuple(scene.texts[row].id for row in by_id if sure.doubtful[row]),
            key=key,
        )

    def _link(self, first: int, second: int, score: float) -> Link:
        texts = self.scene.texts
        return Link(texts[first].id, texts[second].id, round(score, 4), self.namer.shared_words(first, second))


STRENGTH_ORDER = {Strength.STRONG: 0, Strength.MEDIUM: 1, Strength.WEAK: 2, None: 3}


def _strongest_first(family: Family) -> tuple[int, int, float, float, int, str]:
    return (
        STRENGTH_ORDER[family.strength],
        -len(family.teams),
        -family.joined,
        -family.cohesion * (len(family.members) > 1),
        -len(family.members),
        family.title,
    )
