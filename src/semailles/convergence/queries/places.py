"""Where an idea could stand: the families that it may be moved to, and the one that the machine would choose."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.db.models import F

from semailles.convergence.models import Family, FamilyMember
from semailles.convergence.queries.nearest import Nearest, nearest_of_each
from semailles.engines.grouping import FAINT
from semailles.intake.models import Idea
from semailles.workshop.models import Initiative

MOST_OFFERED = 400  # families in a list to choose from: any other is reached by the mark of one of its ideas
MOST_ELSEWHERE, LEAST = 2, FAINT / 2  # places, and a score: one common word makes no place

Offered = Sequence[tuple[str, Sequence[Family]]]


@dataclass(frozen=True, slots=True)
class Place:
    """A family where an idea could stand, and the ideas of it that are near, nearest first."""

    family: Family
    beside: tuple[Nearest, ...]

    @property
    def nearest(self) -> Nearest:
        return self.beside[0]


@dataclass(frozen=True, slots=True)
class Choice:
    """`here`: what speaks for the family where an idea stands; `elsewhere`: others that are near enough to be named, nearest first."""

    here: Place | None
    elsewhere: tuple[Place, ...]

    @property
    def is_rather_elsewhere(self) -> bool:
        """The first of the others is clearly near, and nearer than where the idea stands."""
        here, other = (place.nearest.score if place else 0.0 for place in (self.here, next(iter(self.elsewhere), None)))
        return other >= FAINT and other > here

    @property
    def is_near_here(self) -> bool:
        return self.here is not None and self.here.nearest.score >= LEAST


def choice(likely: Iterable[Place], family: Family) -> Choice:
    """Among likely places, for an idea that stands in this family."""
    nearest_first = sorted(likely, key=lambda place: -place.nearest.score)
    here = next((place for place in nearest_first if place.family == family), None)
    elsewhere = [place for place in nearest_first if place is not here and place.nearest.score >= LEAST]
    return Choice(here, tuple(elsewhere[:MOST_ELSEWHERE]))


def offered(family: Family) -> Offered:
    """The other families that stand, by title of their theme (« » without any): those of its own theme first. One query."""
    others = Family.objects.of(family.initiative).current().exclude(pk=family.pk).select_related("theme")
    nearest_first = others.order_by(F("theme__title").asc(nulls_last=True), "rank", "pk")[:MOST_OFFERED]
    ordered = sorted(nearest_first, key=lambda one: one.theme_id != family.theme_id)
    return [(title, list(found)) for title, found in groupby(ordered, key=lambda one: one.theme.title if one.theme else "")]


def family_of(idea: Idea) -> Family | None:
    """Where it stands now."""
    member = (
        FamilyMember.objects.of(idea.initiative).filter(idea=idea, family__is_current=True).select_related("family__initiative").first()
    )
    return member.family if member else None


def likely_places(initiative: Initiative, ideas: Sequence[Idea]) -> dict[int, tuple[Place, ...]]:
    """By key of each idea, the families of the ideas that are nearest to it, the likeliest first. Three queries, whatever the ideas."""
    nearest = nearest_of_each(initiative, ideas)
    near = {one.idea.pk for found in nearest.values() for one in found}
    members = FamilyMember.objects.of(initiative).filter(idea__in=near, family__is_current=True).select_related("family__theme")
    families = {member.idea_id: member.family for member in members}
    return {key: _places(found, families) for key, found in nearest.items()}


def _places(nearest: Iterable[Nearest], families: Mapping[int, Family]) -> tuple[Place, ...]:
    """Likely: all that is near in it, added up; between equals, the family of the nearest idea."""
    beside: dict[Family, list[Nearest]] = defaultdict(list)
    for one in nearest:
        if one.idea.pk in families:
            beside[families[one.idea.pk]].append(one)
    places = [Place(family, tuple(found)) for family, found in beside.items()]
    return tuple(sorted(places, key=lambda place: -sum(one.score for one in place.beside)))
