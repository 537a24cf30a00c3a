"""The one act of this engine: texts and their teams in, themes and explained families out."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from semailles.engines.grouping import evidence
from semailles.engines.grouping.agglomeration import Pair
from semailles.engines.grouping.chance import balance, chances
from semailles.engines.grouping.confidence import Sureness
from semailles.engines.grouping.families import BLENDS, same_ideas
from semailles.engines.grouping.groups import Constraints, Family, GivenTheme, Grouping, Link, Strength, Text, Theme
from semailles.engines.grouping.neighbours import similarities, strongest, views
from semailles.engines.grouping.themes import BROAD, Placing, place
from semailles.engines.grouping.titles import Namer

NEAREST = 5
NO_CONSTRAINTS = Constraints()


@dataclass(frozen=True, slots=True)
class Scene:
    """What every family is described from: the texts in canonical order, who stands near whom, and the names."""

    texts: Sequence[Text]
    near: sparse.csr_matrix
    mutual: sparse.csr_matrix
    sureness: Sureness
    namer: Namer


def group(
    texts: Sequence[Text], *, given: Sequence[GivenTheme] = (), constraints: Constraints = NO_CONSTRAINTS, lang: str = "fr", seed: int = 0
) -> Grouping:
    """Every text in exactly one family, alone if need be. Rows are sorted first: the order they come in changes nothing.

    Constraints that name unknown ids are ignored: the idea they corrected is no longer there.
    """
    ordered = sorted(texts, key=lambda text: (text.text, text.team, text.id))
    if not ordered:
        return Grouping(themes=_empty_themes(given), families=())
    written = [text.text for text in ordered]
    *nears, broad = similarities(views(written, lang), [*BLENDS, BROAD])
    near = nears[0]
    found = same_ideas(nears, _pairs(ordered, constraints.together), _pairs(ordered, constraints.apart))
    members, reach = found.families, strongest(near, NEAREST)
    placing = place(written, broad, members, given, lang=lang, seed=seed)
    scene = Scene(ordered, near, sparse.csr_matrix(reach.minimum(reach.T)), found.sureness, Namer(written, lang))
    chance = chances(reach, members, [text.team for text in ordered], seed)
    themes, number = _themes(scene, members, placing, given)
    families = [_family(scene, rows, number[theme], p) for rows, theme, p in zip(members, placing.theme_of, chance.tolist(), strict=True)]
    return Grouping(themes=themes, families=tuple(sorted(families, key=_strongest_first)))


def _pairs(ordered: Sequence[Text], pairs: Sequence[tuple[str, str]]) -> list[Pair]:
    row = {text.id: rank for rank, text in enumerate(ordered)}
    return [(row[first], row[second]) for first, second in pairs if first in row and second in row and first != second]


def _empty_themes(given: Sequence[GivenTheme]) -> tuple[Theme, ...]:
    return tuple(Theme(theme.name, tuple(theme.words), (), is_given=True) for theme in given)


def _themes(
    scene: Scene, members: Sequence[Sequence[int]], placing: Placing, given: Sequence[GivenTheme]
) -> tuple[tuple[Theme, ...], dict[int, int]]:
    """Themes largest first, and the place of each in that order. A given theme stands even when empty: people see that nobody spoke of it."""
    rows: dict[int, list[int]] = defaultdict(list)
    for family, theme in zip(members, placing.theme_of, strict=True):
        rows[theme] += family
    themes: dict[int, Theme] = {}
    scene.namer.given.update(theme.name.casefold() for theme in given)
    for theme in sorted((set(rows) | set(range(len(given)))) - {-1}, key=lambda theme: (-len(rows[theme]), theme)):
        ids = tuple(sorted(scene.texts[row].id for row in rows[theme]))
        named = theme < len(given)
        title = given[theme].name if named else scene.namer.theme_title(rows[theme], placing.fields[theme - len(given)])
        themes[theme] = Theme(title, scene.namer.terms(rows[theme]), ids, is_given=named)
    return tuple(themes.values()), {theme: place for place, theme in enumerate(themes)} | {-1: -1}


def _family(scene: Scene, rows: Sequence[int], theme: int, chance: float) -> Family:
    inner = np.asarray(scene.near[rows][:, rows].todense())
    of_row = [scene.texts[row].team for row in rows]
    by_id = sorted(rows, key=lambda row: scene.texts[row].id)
    teams = tuple(sorted(set(of_row)))
    links = evidence.ranked_pairs(inner, of_row)[: evidence.LINKS_SHOWN]
    joined = evidence.joined(inner, of_row)
    return Family(
        title=scene.namer.family_title(rows, inner.sum(axis=1)),
        medoid=scene.texts[rows[evidence.medoid(inner)]].id,
        members=tuple(scene.texts[row].id for row in by_id),
        teams=teams,
        theme=theme,
        terms=scene.namer.terms(rows),
        links=tuple(_link(scene, rows[first], rows[second], float(inner[first, second])) for first, second in links),
        cohesion=evidence.cohesion(inner),
        joined=joined,
        chance=chance,
        balance=balance(of_row),
        strength=evidence.strength(joined, len(teams), is_mutual=_is_mutual(scene, rows)) if len(teams) > 1 else None,
        confidences=tuple(scene.sureness.confidences[row] for row in by_id),
        doubtful=tuple(scene.texts[row].id for row in by_id if scene.sureness.doubtful[row]),
    )


def _link(scene: Scene, first: int, second: int, score: float) -> Link:
    return Link(scene.texts[first].id, scene.texts[second].id, round(score, 4), scene.namer.shared_words(first, second))


def _is_mutual(scene: Scene, rows: Sequence[int]) -> bool:
    """Whether two ideas of two teams stand each among the nearest of the other."""
    links = scene.mutual[rows][:, rows].tocoo()
    return any(scene.texts[rows[a]].team != scene.texts[rows[b]].team for a, b in zip(links.row.tolist(), links.col.tolist(), strict=True))


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
