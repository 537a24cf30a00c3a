"""A grouped crowd told to people: all families have a title; terms and links are for the strongest of all and the largest of each theme."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from semailles.engines.grouping.crowds.evidence import Evidence
from semailles.engines.grouping.crowds.families import Found
from semailles.engines.grouping.evidence import strength
from semailles.engines.grouping.groups import Family, GivenTheme, Grouping, Link, Strength, Text, Theme
from semailles.engines.grouping.themes import Placing
from semailles.engines.grouping.titles import Namer

DESCRIBED = 300
OF_EACH_THEME = 5
HEARD_OF_EACH = 8  # members
STRENGTH_ORDER = {Strength.STRONG: 0, Strength.MEDIUM: 1, Strength.WEAK: 2, None: 3}


@dataclass(slots=True)
class Crowd:
    """A grouped crowd before it is told: texts in canonical order, what was found of them, and the p of each family."""

    texts: Sequence[Text]
    given: Sequence[GivenTheme]
    found: Found
    placing: Placing
    seen: Evidence
    chance: Sequence[float]
    lang: str
    members: list[list[int]] = field(init=False)
    order: list[int] = field(init=False)
    strengths: list[Strength | None] = field(init=False)

    def __post_init__(self) -> None:
        order = np.argsort(self.found.family, kind="stable")
        self.members = [part.tolist() for part in np.split(order, np.cumsum(self.seen.size)[:-1])]
        each = zip(self.seen.joined.tolist(), self.seen.teams.tolist(), self.seen.is_mutual.tolist(), strict=True)
        self.strengths = [strength(joined, teams, is_mutual=mutual) if teams > 1 else None for joined, teams, mutual in each]
        self.order = _strongest_first(self.seen, [STRENGTH_ORDER[strong] for strong in self.strengths])


def told(crowd: Crowd) -> Grouping:
    of_theme: dict[int, list[int]] = defaultdict(list)
    for family in crowd.order:
        of_theme[crowd.placing.theme_of[family]].append(family)
    shown = set(crowd.order[:DESCRIBED])
    for families in of_theme.values():
        shown |= set(sorted(families, key=lambda family: (-len(crowd.members[family]), family))[:OF_EACH_THEME])
    teller = _teller(crowd, shown)
    themes, place = teller.themes(of_theme)
    links = teller.links()
    return Grouping(themes, tuple(teller.family(family, place[crowd.placing.theme_of[family]], links[family]) for family in crowd.order))


@dataclass(frozen=True, slots=True)
class Teller:
    """`heard`: for each described family, the numbers that its central members have for the namer, most central first."""

    crowd: Crowd
    namer: Namer
    heard: dict[int, list[int]]
    number: dict[int, int]

    def themes(self, of_theme: dict[int, list[int]]) -> tuple[tuple[Theme, ...], dict[int, int]]:
        """Themes largest first, and the place of each in that order. A given theme stands even when empty."""
        crowd, told = self.crowd, {}
        size = {theme: sum(len(crowd.members[family]) for family in families) for theme, families in of_theme.items()}
        for theme in sorted((set(of_theme) | set(range(len(crowd.given)))) - {-1}, key=lambda theme: (-size.get(theme, 0), theme)):
            heard = [row for family in of_theme[theme] for row in self.heard.get(family, ())]
            named = theme < len(crowd.given)
            title = crowd.given[theme].name if named else self.namer.theme_title(heard, crowd.placing.fields[theme - len(crowd.given)])
            ids = sorted(crowd.texts[row].id for family in of_theme[theme] for row in crowd.members[family])
            told[theme] = Theme(title, self.namer.terms(heard), tuple(ids), is_given=named)
        return tuple(told.values()), {theme: place for place, theme in enumerate(told)} | {-1: -1}

    def links(self) -> dict[int, list[Link]]:
        found: dict[int, list[Link]] = defaultdict(list)
        links, texts = self.crowd.seen.links, self.crowd.texts
        for first, second, score in zip(links.row.tolist(), links.col.tolist(), links.data.tolist(), strict=True):
            if first in self.number and second in self.number:
                words = self.namer.shared_words(self.number[first], self.number[second])
                found[int(self.crowd.found.family[first])].append(Link(texts[first].id, texts[second].id, round(score, 4), words))
        return found

    def family(self, family: int, theme: int, links: Sequence[Link]) -> Family:
        crowd, seen = self.crowd, self.crowd.seen
        texts, found, heard = crowd.texts, crowd.found, self.heard.get(family, [])
        rows = sorted(crowd.members[family], key=lambda row: texts[row].id)
        medoid = texts[seen.medoid[family]]
        centrality = [float(seen.centrality[row]) for row in _central(crowd, family)]
        return Family(
            title=self.namer.family_title(heard, centrality) if heard else self.namer.short_title(medoid.text),
            medoid=medoid.id,
            members=tuple(texts[row].id for row in rows),
            teams=tuple(sorted({texts[row].team for row in rows})),
            theme=theme,
            terms=self.namer.terms(heard) if heard else (),
            links=tuple(links),
            cohesion=float(seen.cohesion[family]),
            joined=float(seen.joined[family]),
            chance=crowd.chance[family],
            balance=float(seen.balance[family]),
            strength=crowd.strengths[family],
            confidences=tuple(found.confidence[rows].tolist()),
            doubtful=tuple(texts[row].id for row, doubt in zip(rows, found.doubtful[rows].tolist(), strict=True) if doubt),
        )


def _teller(crowd: Crowd, shown: set[int]) -> Teller:
    """The namer hears the central members of what is shown, and the two ends of each link: enough to say how a crowd writes."""
    families = sorted(shown)
    central = {family: _central(crowd, family) for family in families}
    linked = [row for ends in (crowd.seen.links.row, crowd.seen.links.col) for row in ends.tolist() if crowd.found.family[row] in shown]
    rows = sorted({row for heard in central.values() for row in heard} | set(linked))
    number = {row: rank for rank, row in enumerate(rows)}
    namer = Namer([crowd.texts[row].text for row in rows], crowd.lang).afresh(theme.name for theme in crowd.given)
    return Teller(crowd, namer, {family: [number[row] for row in heard] for family, heard in central.items()}, number)


def _central(crowd: Crowd, family: int) -> list[int]:
    rows = crowd.members[family]
    return sorted(rows, key=lambda row: (-round(float(crowd.seen.centrality[row]), 6), row))[:HEARD_OF_EACH]


def _strongest_first(seen: Evidence, strengths: Sequence[int]) -> list[int]:
    order = np.lexsort((seen.medoid, -seen.size, -seen.cohesion * (seen.size > 1), -seen.joined, -seen.teams, np.array(strengths)))
    return [int(family) for family in order]
