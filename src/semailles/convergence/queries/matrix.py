"""Themes × teams: what each saw, and the blind spots."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Case, Count, F, QuerySet, When, Window
from django.db.models.functions import RowNumber

from semailles.convergence.models import Family, FamilyMember, FamilyMemberQuerySet
from semailles.convergence.queries.families import UNPLACED, theme_sizes
from semailles.intake.models import Idea
from semailles.workshop.models import Initiative, Team, Theme
from semailles.workshop.queries import lettered_teams

FIRST_TITLES = 2
Ideas = QuerySet[Idea, Idea]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one team says of one theme: how many ideas, and the first titles. None: a blind spot."""

    letter: str
    count: int = 0
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A theme seen by each team, in the order of letters; without a theme, ideas still to be placed."""

    theme: Theme | None
    cells: tuple[Cell, ...]

    @property
    def key(self) -> str:
        """What an address calls it."""
        return str(self.theme.public_id) if self.theme else UNPLACED

    @property
    def total(self) -> int:
        return sum(cell.count for cell in self.cells)

    @property
    def blind(self) -> tuple[str, ...]:
        return tuple(cell.letter for cell in self.cells if not cell.count)


@dataclass(frozen=True, slots=True)
class Matrix:
    teams: Mapping[str, Team]
    rows: tuple[Row, ...]

    @property
    def themes(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.theme)

    @property
    def totals(self) -> tuple[Cell, ...]:
        columns = zip(*(row.cells for row in self.rows), strict=True) if self.rows else ()
        return tuple(Cell(column[0].letter, sum(cell.count for cell in column)) for column in columns)

    @property
    def ideas(self) -> int:
        return sum(row.total for row in self.rows)


def matrix(initiative: Initiative) -> Matrix:
    """The largest theme first, what is still to be placed last. In five queries, whatever the ideas."""
    teams = lettered_teams(initiative)
    counts, titles = _counts(initiative), _titles(initiative)
    themes: list[Theme | None] = [*theme_sizes(initiative), None]
    rows = [_row(theme, list(teams.items()), counts, titles) for theme in themes]
    return Matrix(teams, tuple(row for row in rows if row.theme or row.total))


def cell_ideas(initiative: Initiative, theme: Theme | None, letter: str) -> Ideas:
    """Ideas of one team on one theme, the surest first."""
    return placed_ideas(initiative, theme).filter(team__letter=letter)


def placed_ideas(initiative: Initiative, theme: Theme | None) -> Ideas:
    """Ideas that stand in a current family of this theme; without a theme, those still to be placed."""
    families = Family.objects.of(initiative).current()
    held = families.filter(theme=theme) if theme else families.unplaced()
    members = FamilyMember.objects.of(initiative).standing().filter(family__in=held)
    return Idea.objects.of(initiative).filter(pk__in=members.values("idea")).select_related("team").order_by("-score", "pk")


def first_by_team(ideas: Ideas, most: int) -> dict[str, list[Idea]]:
    """The first ideas of each team, by letter, in one query."""
    place = Window(RowNumber(), partition_by=F("team"), order_by=["-score", "pk"])
    found: dict[str, list[Idea]] = defaultdict(list)
    for idea in ideas.annotate(place=place).filter(place__lte=most):
        found[idea.team.letter].append(idea)
    return found


def untranslated(initiative: Initiative) -> list[Idea]:
    """Ideas said in another language, to which nobody gave a title in that of the others: where they meet them could not be computed."""
    ideas = Idea.objects.of(initiative).voiced().foreign(initiative.lang).filter(translated_title="")
    return list(ideas.select_related("team").order_by("team__letter", "number"))


Place = tuple[int | None, int]  # keys of a theme and of a team


def _counts(initiative: Initiative) -> dict[Place, int]:
    rows = _members(initiative).order_by().values_list("held", "idea__team").annotate(Count("pk"))
    return {(theme, team): count for theme, team, count in rows}


def _members(initiative: Initiative) -> FamilyMemberQuerySet:
    """With the theme that holds each; a theme set aside holds nothing."""
    held = Case(When(family__theme__set_aside_on=None, then=F("family__theme")), default=None)
    members: FamilyMemberQuerySet = FamilyMember.objects.of(initiative).standing().annotate(held=held)
    return members


def _titles(initiative: Initiative) -> dict[Place, list[str]]:
    """The first titles of each cell, the surest ideas first."""
    place = Window(RowNumber(), partition_by=[F("held"), F("idea__team")], order_by=["-idea__score", "idea"])
    members = _members(initiative).annotate(place=place).filter(place__lte=FIRST_TITLES)
    found: dict[Place, list[str]] = defaultdict(list)
    for theme, team, title in members.order_by("place").values_list("held", "idea__team", "idea__title"):
        found[theme, team].append(title)
    return found


def _row(theme: Theme | None, teams: Sequence[tuple[str, Team]], counts: Mapping[Place, int], titles: Mapping[Place, list[str]]) -> Row:
    key = theme.pk if theme else None
    places = [(letter, (key, team.pk)) for letter, team in teams]
    return Row(theme, tuple(Cell(letter, counts.get(place, 0), tuple(titles.get(place, ()))) for letter, place in places))
