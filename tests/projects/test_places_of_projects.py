"""Where projects happen."""

import uuid
from decimal import Decimal

import pytest
from pytest_django.fixtures import DjangoAssertNumQueries

from semailles.core.models import Person
from semailles.engines.locating import shape_typed
from semailles.projects.actions import ProjectPlaceEntry, add_place, describe_place, keep_outside
from semailles.projects.communes import communes_like
from semailles.projects.errors import UnknownCommune
from semailles.projects.models import Project, ProjectPlace
from semailles.projects.places import map_of, places_of
from semailles.workshop.errors import StaleEdit
from semailles.workshop.models import Initiative, Place

pytestmark = pytest.mark.django_db


@pytest.fixture
def project(initiative: Initiative) -> Project:
    return Project.objects.create(initiative=initiative, number=1, title="Une légumerie")


def test_a_commune_is_found_by_its_name(project: Project, local: Person) -> None:
    place = add_place(project, ProjectPlaceEntry("corbeil essonnes"), by=local)

    assert (place.label, place.insee, place.insee_year) == ("corbeil essonnes", "91174", 2026)


def test_a_former_commune_is_followed_to_the_one_of_today(project: Project, local: Person) -> None:
    Place.objects.create(initiative=project.initiative, public_id=uuid.uuid4(), name="Corbeil-Essonnes", insee="91174")
    place = add_place(project, ProjectPlaceEntry("Évry"), by=local)

    assert (place.label, place.insee) == ("Évry", "91228")
    assert [one.today for one in places_of(project)] == ["Évry-Courcouronnes"]


def test_a_code_gives_its_name(project: Project, local: Person) -> None:
    assert add_place(project, ProjectPlaceEntry(insee="2a004"), by=local).label == "Ajaccio"


def test_a_former_code_is_followed_too(project: Project, local: Person) -> None:
    place = add_place(project, ProjectPlaceEntry(insee="91182"), by=local)

    assert (place.label, place.insee) == ("Évry-Courcouronnes", "91228")


def test_what_is_typed_suggests_communes_by_name_and_by_code() -> None:
    by_name = [(one.name, one.insee, one.said, one.intercommunality) for one in communes_like("évry", near={"91"})[:1]]
    assert by_name == [("Évry-Courcouronnes", "91228", "Évry", "CA Grand Paris Sud Seine Essonne Sénart")]
    assert [one.name for one in communes_like("Saint Pierre du Perr")] == ["Saint-Pierre-du-Perray"]
    assert [[one.insee for one in communes_like(code)] for code in ("91182", "9122", "00")] == [
        ["91228"],
        ["91223", "91225", "91226", "91228"],
        [],
    ]
    assert communes_like(" ") == []


def test_one_mention_of_a_far_town_is_not_the_territory(project: Project, local: Person) -> None:
    for rank, code in enumerate(["91228", "91174", "91223", "91226", "91021", "91129", "91286", "91330", "91405", "91386", "35021"]):
        Place.objects.create(initiative=project.initiative, public_id=uuid.uuid4(), name=f"Lieu {rank}", insee=code)
    add_place(project, ProjectPlaceEntry(insee="35238"), by=local)

    assert [one.is_asked for one in places_of(project)] == [True]


def test_a_point_far_from_all_is_asked_and_one_far_from_its_commune_too(project: Project, local: Person) -> None:
    Place.objects.create(initiative=project.initiative, public_id=uuid.uuid4(), name="Évry", insee="91228")
    for label, code, north in (("au bord de la Seine", "", "48.62"), ("aux sources", "", "47.4"), ("Évry", "91228", "47.4")):
        add_place(project, ProjectPlaceEntry(label, code, latitude=Decimal(north), longitude=Decimal("2.4")), by=local)

    places = places_of(project)
    assert [(one.is_asked, one.away_km, one.is_off) for one in places] == [(False, 0, False), (True, 0, True), (False, 136, False)]
    chart = map_of(project, places)
    assert chart is not None
    assert [(spot.label, spot.latitude) for spot in chart.spots] == [("au bord de la Seine", 48.62), ("Évry", 48.62684)]


def test_the_map_knows_the_communes_of_the_intercommunalities_at_hand(project: Project, local: Person) -> None:
    add_place(project, ProjectPlaceEntry("Évry", "91228"), by=local)
    chart = map_of(project, places_of(project))

    assert chart is not None
    assert [(spot.label, spot.is_marked) for spot in chart.spots] == [("Évry", True)]
    assert {spot.group for spot in chart.ground} == {"CA Grand Paris Sud Seine Essonne Sénart"}
    assert [spot.label for spot in chart.ground if spot.is_marked] == ["Évry-Courcouronnes"]


def test_two_who_draw_the_same_place_read_both_lines(project: Project, local: Person) -> None:
    place = add_place(project, ProjectPlaceEntry("la lisière", shape=shape_typed("48,62 2,42")), by=local)
    describe_place(place, ProjectPlaceEntry("la lisière", shape=shape_typed("48,62 2,42; 48,6 2,5")), revision=place.revision, by=local)

    with pytest.raises(StaleEdit) as refused:
        describe_place(place, ProjectPlaceEntry("la lisière", shape=None), revision=place.revision, by=local)

    assert [(one.field, one.kept, one.typed) for one in refused.value.conflicts] == [("shape", "48.62, 2.42\n48.6, 2.5", "–")]


def test_a_name_that_several_communes_bear_asks_for_the_code(project: Project, local: Person) -> None:
    with pytest.raises(UnknownCommune, match="93066"):
        add_place(project, ProjectPlaceEntry("Saint-Denis"), by=local)


def test_a_code_that_no_commune_has_is_refused(project: Project, local: Person) -> None:
    with pytest.raises(UnknownCommune, match="99999"):
        add_place(project, ProjectPlaceEntry("Ailleurs", "99999"), by=local)


def test_a_place_that_is_no_commune_stays_as_written(project: Project, local: Person) -> None:
    place = add_place(project, ProjectPlaceEntry("les berges de l'Orve"), by=local)

    assert (place.label, place.insee, place.insee_year) == ("les berges de l'Orve", "", None)


def test_outside_the_territory_is_asked_then_kept(project: Project, local: Person) -> None:
    Place.objects.create(initiative=project.initiative, public_id=uuid.uuid4(), name="Évry", insee="91228")
    near, far = (add_place(project, ProjectPlaceEntry(insee=code), by=local) for code in ("91174", "77288"))

    assert [one.is_asked for one in places_of(project)] == [False, True]
    keep_outside(far, by=local)
    assert [one.is_asked for one in places_of(project)] == [False, False]
    assert list(ProjectPlace.objects.filter(is_outside=True)) == [far]
    assert near.is_outside is False


@pytest.mark.parametrize("many", [1, 3])
def test_places_are_read_in_two_queries(
    many: int, project: Project, local: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(many):
        add_place(project, ProjectPlaceEntry("Courcouronnes"), by=local)

    with django_assert_num_queries(2):
        assert len(places_of(project)) == many
