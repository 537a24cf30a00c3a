"""Planted teams: labelled families dealt over four teams by a known pattern; what of it the engine finds.

Pattern: each family of two ideas or more is given a number of teams at random, from one to four (as many as it has ideas, at most), and its ideas go to these
teams in turn; an idea alone goes to any team. Families are found without their teams, so that one grouping serves all deals.

* Coverage: for each family planted, the most teams that one family found brings together among its ideas, against the number planted. Spearman. It asks nothing of what
  stands there besides; the stricter figure, all teams of the family found that holds most of the ideas, is told beside.
* Beyond chance: 1 - p of the family found of each idea; ideas of families planted on three or four teams against those of families kept by one team. AUC.
  Beside, what the true families would give against families dealt at random: with two to four ideas each, few deals can be told from chance at all.
* On deals at random p must be uniform: Kolmogorov-Smirnov.
"""

import random
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from scipy.stats import kstest, spearmanr
from sklearn.metrics import roc_auc_score

from labelled import Labelled
from semailles.engines.grouping import Grouping, group

TEAMS = "ABCD"
DEALS = 12
WIDE = 3


@dataclass(frozen=True)
class Planted:
    together: float
    covered: float
    auc: float
    auc_of_full_deals: float
    uniformity: float

    def line(self, name: str) -> str:
        return (
            f"  {name:24} coverage, Spearman {self.together:.3f} (whole families {self.covered:.3f})   beyond chance, AUC {self.auc:.3f} (all teams against random deals "
            f"{self.auc_of_full_deals:.3f})   p on random deals, Kolmogorov-Smirnov {self.uniformity:.3f}"
        )


def planted(given: Labelled) -> Planted:
    chance = random.Random(0)  # noqa: S311  # deals for a bench, no secret
    sizes = Counter(given.families)
    shared = [row for row, family in enumerate(given.families) if sizes[family] > 1]
    coverage: list[tuple[int, int, int]] = []
    marks: list[tuple[bool, float]] = []
    full: list[tuple[bool, float]] = []
    random_p: list[float] = []
    for _ in range(DEALS):
        wanted = {family: chance.randint(1, min(len(TEAMS), size)) for family, size in sorted(sizes.items())}
        found = Found(given, _dealt(given, wanted, chance))
        coverage += [(wanted[family], found.brought(rows), found.teams_of(rows)) for family, rows in _rows(given).items() if len(rows) > 1]
        telling = [row for row in shared if wanted[given.families[row]] in (1, *range(WIDE, len(TEAMS) + 1))]
        marks += [(wanted[given.families[row]] >= WIDE, found.beyond(row)) for row in telling]
        everywhere = Found(given, _dealt(given, {family: min(len(TEAMS), size) for family, size in sizes.items()}, chance))
        anywhere = Found(given, [chance.choice(TEAMS) for _ in given.texts])
        full += [(one is everywhere, one.beyond(row)) for one in (everywhere, anywhere) for row in shared]
        random_p += [family.chance for family in anywhere.grouping.families]
    sown, together, covered = zip(*coverage, strict=True)
    return Planted(
        float(spearmanr(sown, together).statistic),
        float(spearmanr(sown, covered).statistic),
        float(roc_auc_score(*zip(*marks, strict=True))),
        float(roc_auc_score(*zip(*full, strict=True))),
        float(kstest(random_p, "uniform").pvalue),
    )


class Found:
    """One deal, grouped."""

    def __init__(self, given: Labelled, teams: Sequence[str]) -> None:
        self.teams = teams
        self.grouping: Grouping = group([replace(text, team=team) for text, team in zip(given.texts, teams, strict=True)], lang=given.lang)
        number = {member: rank for rank, family in enumerate(self.grouping.families) for member in family.members}
        self.family_of = [number[text.id] for text in given.texts]

    def beyond(self, row: int) -> float:
        return self.grouping.families[self.family_of[row]].beyond_chance

    def brought(self, rows: Sequence[int]) -> int:
        """Most teams of these ideas in one family found."""
        teams: dict[int, set[str]] = defaultdict(set)
        for row in rows:
            teams[self.family_of[row]].add(self.teams[row])
        return max(map(len, teams.values()))

    def teams_of(self, rows: Sequence[int]) -> int:
        """Teams in the family found that holds most of these ideas."""
        held = Counter(self.family_of[row] for row in rows)
        most = max(held.values())
        return max(len(self.grouping.families[number].teams) for number, count in held.items() if count == most)


def _rows(given: Labelled) -> dict[str, list[int]]:
    rows: dict[str, list[int]] = defaultdict(list)
    for row, family in enumerate(given.families):
        rows[family].append(row)
    return dict(sorted(rows.items()))


def _dealt(given: Labelled, wanted: dict[str, int], chance: random.Random) -> list[str]:
    teams = [""] * len(given.texts)
    for family, rows in _rows(given).items():
        chosen = chance.sample(TEAMS, wanted[family])
        chance.shuffle(rows)
        for rank, row in enumerate(rows):
            teams[row] = chosen[rank % len(chosen)]
    return teams
