"""Where projects happen."""

import uuid

import pytest
from pytest_django.fixtures import DjangoAssertNumQueries

from semailles.core.models import Person
from semailles.projects.actions import ProjectPlaceEntry, add_place, keep_outside
from semailles.projects.errors import UnknownCommune
from semailles.projects.models import Project, ProjectPlace
from semailles.projects.places import places_of
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
