"""Families that stand: where teams meet, and what one team alone said."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from uuid import UUID

from django.db.models import Case, Count, Exists, F, IntegerField, OuterRef, Value, When, Window
from django.db.models.functions import RowNumber

from semailles.convergence.models import Family, FamilyMember, FamilyQuerySet
from semailles.engines.words import fold
from semailles.workshop.models import Initiative, Theme
from semailles.workshop.queries.teams import in_order

Families = FamilyQuerySet
TEXTS_KEPT = 1 << 15
UNPLACED = "sans"  # in place of a theme's id: families that have none


def current_families(initiative: Initiative) -> list[Family]:
    """Families that stand, strongest first, with their theme and ideas, and how these stand there, in a fixed number of queries."""
    ideas = "ideas", "ideas__team", "ideas__merged_into", "members"
    return list(
        Family.objects.of(initiative)
        .current()
        .select_related("theme", "medoid__merged_into")
        .prefetch_related(*ideas)
        .order_by("rank", "id")
    )


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader looks for. `theme`: its id, `UNPLACED`, or nothing. `teams`: letters, all of them wanted."""

    words: str = ""
    theme: UUID | str = ""
    teams: tuple[str, ...] = ()
    strength: str = ""

    @property
    def is_anything(self) -> bool:
        return self != NOTHING

    @property
    def seeks_one_team(self) -> bool:
        """Whoever looks for a strength or for several teams looks for convergences only."""
        return not self.strength and len(self.teams) <= 1


NOTHING = Asked()


def convergences(initiative: Initiative, themes: Iterable[Theme], asked: Asked = NOTHING) -> Families:
    """Families of several teams, theme by theme in this order (families without theme at the end), strongest first."""
    found = _asked(Family.objects.of(initiative).current().joining_teams(), initiative, asked)
    return _by_theme(found, [theme.pk for theme in themes]).select_related("theme")


def singulars(initiative: Initiative, asked: Asked = NOTHING) -> Families:
    """What one team alone said, team by team, the surest ideas first."""
    found = _asked(Family.objects.of(initiative).current().of_one_team(), initiative, asked).exclude(medoid=None)
    return found.select_related("theme", "medoid__team").order_by("medoid__team__letter", "-medoid__score", "rank")


def unplaced(initiative: Initiative) -> Families:
    """Families, of one team or more, that no theme holds."""
    return Family.objects.of(initiative).current().unplaced().exclude(medoid=None).select_related("medoid__team").order_by("rank")


def first_of_each_team(found: Families, most: int) -> list[Family]:
    """The first families of each team, in two queries: only keys are sorted."""
    rank = Window(RowNumber(), partition_by=F("medoid__team"), order_by=["-medoid__score", "rank"])
    first = found.order_by().select_related(None).annotate(place=rank).filter(place__lte=most)
    return list(found.filter(pk__in=list(first.values_list("pk", flat=True))))


def count_by_team(found: Families) -> dict[str, int]:
    """By the team's letter."""
    return dict(found.order_by().select_related(None).values_list("medoid__team__letter").annotate(Count("pk")))


def count_by_strength(initiative: Initiative) -> dict[str, int]:
    """By strength; families of one team under an empty one."""
    counted = Family.objects.of(initiative).current().order_by().values_list("strength").annotate(Count("pk"))
    return dict(counted)


@dataclass(frozen=True, slots=True)
class Reading:
    """Convergences that stand, and how many of them people said are right."""

    found: int
    validated: int

    @property
    def left(self) -> int:
        return self.found - self.validated


def reading(initiative: Initiative) -> Reading:
    """How far people read the convergences: the figure of the path, of the dashboard and of the list. One query."""
    joining = Family.objects.of(initiative).current().joining_teams()
    return Reading(**joining.order_by().aggregate(found=Count("pk"), validated=Count("validated_at")))


def count_of_one_team(initiative: Initiative) -> int:
    """What one team alone saw, however many ideas say it: the figure of the dashboard, of the convergences and of the book."""
    return count_by_strength(initiative).get("", 0)


def theme_sizes(initiative: Initiative) -> dict[Theme, int]:
    """Ideas that each standing theme holds, the largest first; a given theme of which nobody spoke comes last."""
    members = FamilyMember.objects.of(initiative).standing().exclude(family__theme=None)
    counted = dict(members.order_by().values_list("family__theme").annotate(Count("pk")))
    themes = [theme for theme in Theme.objects.of(initiative).standing() if theme.is_given or counted.get(theme.pk)]
    themes.sort(key=lambda theme: (-counted.get(theme.pk, 0), theme.title))
    return {theme: counted.get(theme.pk, 0) for theme in themes}


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a family goes: ideas by team letter."""

    by_letter: Mapping[str, int] = field(default_factory=dict)

    @property
    def letters(self) -> tuple[str, ...]:
        return in_order(self.by_letter)

    @property
    def ideas(self) -> int:
        return sum(self.by_letter.values())


def reaches(initiative: Initiative, families: Iterable[Family]) -> dict[int, Reach]:
    """By key of the family, in one query."""
    found: dict[int, dict[str, int]] = defaultdict(dict)
    members = FamilyMember.objects.of(initiative).standing().filter(family__in=[family.pk for family in families])
    for key, letter, count in members.order_by().values_list("family", "idea__team__letter").annotate(Count("pk")):
        found[key][letter] = count
    return {key: Reach(by_letter) for key, by_letter in found.items()}


def theme_reach(theme: Theme) -> Reach:
    """Ideas that each team has on a theme."""
    members = FamilyMember.objects.of(theme.initiative).standing().filter(family__theme=theme)
    return Reach(dict(members.order_by().values_list("idea__team__letter").annotate(Count("pk"))))


def _asked(found: Families, initiative: Initiative, asked: Asked) -> Families:
    for letter in asked.teams:
        found = found.filter(Exists(FamilyMember.objects.filter(family=OuterRef("pk"), idea__team__letter=letter)))
    if asked.theme:
        found = found.unplaced() if asked.theme == UNPLACED else found.filter(theme__public_id=asked.theme)
    if asked.strength:
        found = found.filter(strength=asked.strength)
    return found.filter(pk__in=_saying(initiative, asked.words)) if asked.words.strip() else found


def _saying(initiative: Initiative, words: str) -> list[int]:
    """Families of which an idea says all these words, whatever their accents and capitals."""
    wanted = fold(words).split()
    rows = FamilyMember.objects.of(initiative).standing()
    said = rows.values_list("family", "idea__title", "idea__text")
    return sorted({key for key, title, text in said if all(word in _flat(title) or word in _flat(text) for word in wanted)})


@lru_cache(maxsize=TEXTS_KEPT)
def _flat(text: str) -> str:
    """Whoever filters, filters again: texts are made flat once."""
    return fold(text)


def _by_theme(found: Families, themes: Sequence[int]) -> Families:
    places = [When(theme=key, then=Value(place)) for place, key in enumerate(themes)]
    place = Case(*places, default=Value(len(themes)), output_field=IntegerField())
    placed: Families = found.annotate(theme_place=place).order_by("theme_place", "rank", "pk")
    return placed
