"""Where projects happen, as read: what a place is today, whether it may lie outside the territory, and the map. Three queries."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from semailles.engines.locating import Degrees, Trace, intercommunalities, kilometres, middles, traces
from semailles.engines.typesetting.charts.cells import Cells, Outline, Spot
from semailles.projects.communes import YEAR, commune_of, departement, names_today
from semailles.projects.errors import UnknownCommune
from semailles.projects.models import Project, ProjectPlace
from semailles.workshop.models import Initiative, Place

_ACRONYM = re.compile(r" \([^)]*\)$")
_HARDLY = 10  # times fewer communes named than in the département that has most: homonyms, asides
LEAST_KM, AROUND, FEWEST_CELLS = 8, 1.5, 4  # how far a close map reaches, at least and in proportion to what the project covers
OFF_KM = 50  # from every commune of the territory: its map does not go that far
FAR_KM = 25  # from the middle of the commune that is written, or from every commune of the territory


@dataclass(frozen=True, slots=True)
class Located:
    """`today`: the commune it is in today, when people call it otherwise. `at`: its point, else the middle of its shape, else of its commune where it is known.

    `is_asked`: nothing else of the territory is near. `is_off`: too far from it to be on its map. `away_km`: how far its point lies from its
    commune, when that cannot be: the middle of the commune is drawn instead.
    """

    place: ProjectPlace
    at: Degrees | None
    today: str = ""
    is_asked: bool = False
    is_off: bool = False
    away_km: int = 0

    @property
    def traces(self) -> tuple[Trace, ...]:
        """Its lines and areas."""
        return tuple(trace for trace in traces(self.place.shape) if len(trace.points) > 1)

    @property
    def has_area(self) -> bool:
        return any(trace.is_area for trace in self.traces)

    @property
    def is_drawn(self) -> bool:
        return self.at is not None and not self.is_off

    @property
    def intercommunality(self) -> str:
        return intercommunalities().get(self.place.insee, "")


def places_of(project: Project) -> list[Located]:
    known = territory_of(project.initiative)
    return [_located(one, known) for one in ProjectPlace.objects.of(project.initiative).standing().filter(project=project)]


def map_of(project: Project, places: Sequence[Located]) -> Cells | None:
    """The communes of the territory, what this project does there marked, where the others happen; None while nothing can be placed."""
    mine = [one for one in places if one.is_drawn]
    if not mine:
        return None
    known = {*territory_of(project.initiative), *(one.place.insee for one in mine)}
    told = _("Schematic map: each cell holds what lies nearest to the middle of its commune. Places of this project: %(places)s.")
    return Cells(
        _("Where the project happens"),
        told % {"places": ", ".join(one.place.label for one in mine)},
        (*_marked(mine), *_others(project, mine, known)),
        ground=_ground(known, {one.place.insee for one in mine}),
        outlines=tuple(_outline(trace) for one in mine if not one.away_km for trace in one.traces),
    )


def nearby(chart: Cells) -> Cells:
    """What lies around the project's own places: a phone, or the margin of a page, shows no whole territory."""
    here = [Degrees(spot.latitude, spot.longitude) for spot in (*chart.spots, *chart.ground) if spot.is_marked]
    if not here:
        return chart
    middle = Degrees(sum(one.latitude for one in here) / len(here), sum(one.longitude for one in here) / len(here))
    reach = max(LEAST_KM, AROUND * max(kilometres(middle, one) for one in here))

    def kept(spots: Iterable[Spot]) -> tuple[Spot, ...]:
        return tuple(one for one in spots if one.is_marked or kilometres(middle, Degrees(one.latitude, one.longitude)) <= reach)

    ground = kept(chart.ground)
    return replace(chart, spots=kept(chart.spots), ground=ground if len(ground) >= FEWEST_CELLS else chart.ground, is_small=True)


def departements_of(initiative: Initiative) -> frozenset[str]:
    return _departements(territory_of(initiative))


def territory_of(initiative: Initiative) -> frozenset[str]:
    """Codes of the communes that the documents or the frame name."""
    return frozenset(Place.objects.of(initiative).exclude(insee="").values_list("insee", flat=True))


def _departements(known: Iterable[str]) -> frozenset[str]:
    """Those that count: « Paris » named once does not make it part of the territory."""
    named = Counter(map(departement, known))
    return frozenset(one for one, count in named.items() if count * _HARDLY > max(named.values()))


def _marked(places: Iterable[Located]) -> list[Spot]:
    return [_spot(one.place.label, at, one.place.insee, is_marked=True) for one in places if (at := one.at)]


def _others(project: Project, mine: Sequence[Located], known: set[str]) -> list[Spot]:
    """One for each spot where other projects happen, unless this one is already there."""
    rows = ProjectPlace.objects.of(project.initiative).standing().filter(project__in=Project.objects.of(project.initiative).taken_up())
    taken = {one.at for one in mine}
    found = {at: one for one in rows.exclude(project=project) if (at := _at(one)) and at not in taken and not _is_far(at, known, OFF_KM)}
    return [_spot(one.label, at, one.insee, is_marked=False) for at, one in found.items()]


def _ground(known: Iterable[str], marked: set[str]) -> tuple[Spot, ...]:
    """Every commune drawn of the intercommunalities that `known` communes are in."""
    groups = {intercommunalities().get(insee) for insee in known} - {None}
    drawn = [insee for insee in middles() if intercommunalities().get(insee) in groups]
    return tuple(_spot(names_today()[insee], middles()[insee], insee, is_marked=insee in marked) for insee in drawn)


def _spot(label: str, at: Degrees, insee: str, *, is_marked: bool) -> Spot:
    group = _ACRONYM.sub("", intercommunalities().get(insee, "")) or (departement(insee) if insee else "")
    return Spot(label, at.latitude, at.longitude, group, is_marked)


def _outline(trace: Trace) -> Outline:
    return Outline(tuple((one.latitude, one.longitude) for one in trace.points), trace.is_area)


def _located(place: ProjectPlace, known: frozenset[str]) -> Located:
    today = _renamed(place) if place.insee else ""
    at, away = _at(place), _away(place)
    at = middles()[place.insee] if away else at
    is_asked = not place.is_outside and _may_lie_outside(place, known)
    return Located(place, at, today, is_asked=is_asked, is_off=_is_far(at, known, OFF_KM), away_km=away)


def _at(place: ProjectPlace) -> Degrees | None:
    return _point(place) or middles().get(place.insee)


def _point(place: ProjectPlace) -> Degrees | None:
    if place.latitude is not None and place.longitude is not None:
        return Degrees(float(place.latitude), float(place.longitude))
    return next((trace.middle for trace in traces(place.shape)), None)


def _may_lie_outside(place: ProjectPlace, known: frozenset[str]) -> bool:
    """A commune: no other of its département is in the territory. A point: every commune of the territory whose place is known is far."""
    if place.insee:
        return bool(known) and departement(place.insee) not in _departements(known)
    return _is_far(_point(place), known, FAR_KM)


def _is_far(at: Degrees | None, known: Iterable[str], limit: float) -> bool:
    """From every commune of the territory whose place is known."""
    near = [middles()[insee] for insee in known if insee in middles()]
    return at is not None and bool(near) and min(kilometres(at, one) for one in near) > limit


def _away(place: ProjectPlace) -> int:
    at, middle = _point(place), middles().get(place.insee)
    far = kilometres(at, middle) if at and middle else 0
    return round(far) if far > FAR_KM else 0


def _renamed(place: ProjectPlace) -> str:
    try:
        today = commune_of(place.insee).name
    except UnknownCommune:
        return _("no commune of %(year)s") % {"year": YEAR}
    return "" if today.casefold() == place.label.casefold() else today
