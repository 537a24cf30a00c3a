"""Families as the pages list them: what is read for a page of rows, and nothing else."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from semailles.convergence.models import Family
from semailles.convergence.queries.families import Reach, reaches
from semailles.intake.models import Source
from semailles.intake.queries.ideas import places_of
from semailles.projects.models import Project
from semailles.projects.queries import drawn_from
from semailles.workshop.models import Initiative, Team, Theme


@dataclass(frozen=True, slots=True)
class Line:
    """A family in a list. `source`: where its first idea was said, for families of one team."""

    family: Family
    reach: Reach
    project: Project | None = None
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class ThemeGroup:
    """Convergences of one theme, with the number of ideas that the theme holds in all."""

    theme: Theme | None
    ideas: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class TeamGroup:
    """What one team alone said: the first lines, out of `total`."""

    letter: str
    team: Team
    total: int
    lines: tuple[Line, ...]

    @property
    def left(self) -> int:
        return self.total - len(self.lines)


def lines_of(initiative: Initiative, families: Sequence[Family]) -> list[Line]:
    """In three queries, whatever the families."""
    alone = [family.medoid_id for family in families if not family.strength]
    reached, projects, sources = reaches(initiative, families), drawn_from(initiative, families), places_of(initiative, alone)
    return [
        Line(family, reached.get(family.pk, Reach()), projects.get(family.pk), sources.get(family.medoid_id or 0)) for family in families
    ]


def by_theme(lines: Iterable[Line], sizes: Mapping[Theme, int]) -> list[ThemeGroup]:
    """Lines that come sorted by theme; one whose theme was set aside is to be placed."""
    groups = groupby(lines, key=lambda line: line.family.theme if line.family.theme in sizes else None)
    return [ThemeGroup(theme, sizes[theme] if theme else 0, tuple(found)) for theme, found in groups]


def by_team(lines: Iterable[Line], teams: Mapping[str, Team], counts: Mapping[str, int]) -> list[TeamGroup]:
    """Every team has its place, even if all that it said was said by others too."""
    found: dict[str, list[Line]] = {letter: [] for letter in teams}
    for line in lines:
        if line.family.medoid:
            found[line.family.medoid.team.letter].append(line)
    return [TeamGroup(letter, teams[letter], counts.get(letter, 0), tuple(some)) for letter, some in found.items()]
