"""Where projects happen, as read: what a place is today, and whether it may lie outside the territory. Three queries."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from semailles.engines.typesetting.charts.cells import Cells, Spot
from semailles.projects.communes import YEAR, commune_of, departement
from semailles.projects.errors import UnknownCommune
from semailles.projects.models import Project, ProjectPlace
from semailles.workshop.models import Initiative, Place


@dataclass(frozen=True, slots=True)
class Located:
    """`today`: the commune it is in today, when people call it otherwise. `is_asked`: nothing else of the territory is in its département."""

    place: ProjectPlace
    today: str = ""
    is_asked: bool = False

    @property
    def has_point(self) -> bool:
        return self.place.latitude is not None and self.place.longitude is not None


def places_of(project: Project) -> list[Located]:
    known = departements_of(project.initiative)
    return [_located(one, known) for one in ProjectPlace.objects.of(project.initiative).standing().filter(project=project)]


def map_of(project: Project, places: Sequence[Located]) -> Cells | None:
    """The points of the process, those of this project marked; None while it has none."""
    mine = [one.place for one in places if one.has_point]
    if not mine:
        return None
    others = ProjectPlace.objects.of(project.initiative).standing().filter(project__in=Project.objects.of(project.initiative).taken_up())
    pointed = others.exclude(project=project).exclude(latitude=None).exclude(longitude=None)
    spots = [*(_spot(one, is_marked=True) for one in mine), *(_spot(one, is_marked=False) for one in pointed)]
    told = _("Schematic map: each cell holds what lies nearest to its point. Places of this project: %(places)s.")
    return Cells(_("Where the project happens"), told % {"places": ", ".join(one.label for one in mine)}, tuple(spots))


def _spot(place: ProjectPlace, *, is_marked: bool) -> Spot:
    group = departement(place.insee) if place.insee else ""
    return Spot(place.label, float(place.latitude or 0), float(place.longitude or 0), group, is_marked)


def _located(place: ProjectPlace, known: frozenset[str]) -> Located:
    if not place.insee:
        return Located(place)
    is_asked = bool(known) and departement(place.insee) not in known and not place.is_outside
    return Located(place, _renamed(place), is_asked)


def _renamed(place: ProjectPlace) -> str:
    try:
        today = commune_of(place.insee).name
    except UnknownCommune:
        return _("no commune of %(year)s") % {"year": YEAR}
    return "" if today.casefold() == place.label.casefold() else today


def departements_of(initiative: Initiative) -> frozenset[str]:
    """Of the communes that the documents or the frame name."""
    codes = Place.objects.of(initiative).exclude(insee="").values_list("insee", flat=True)
    return frozenset(map(departement, codes))
