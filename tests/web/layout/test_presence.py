"""Who gets in where, on an instance; no page answers by default."""

import pytest
from django.urls import get_script_prefix
from tests.instance import account, at, browser_of, member

from semailles.core.models import Person
from semailles.workshop.actions import open_initiative
from semailles.workshop.enums import Role
from semailles.workshop.models import Initiative

pytestmark = pytest.mark.usefixtures("instance")


@pytest.fixture
def administrator(db: None) -> Person:
    return account("Administration", administers=True)


@pytest.fixture
def vale(administrator: Person) -> Initiative:
    return open_initiative("Vallée de l'Orve", by=administrator)


def test_an_initiative_stands_under_its_own_address_and_so_do_its_links(vale: Initiative) -> None:
    page = browser_of(member(vale, Role.COORDINATOR)).get("/d/vallee-de-lorve/porter/")

    assert page.status_code == 200
    assert 'href="/d/vallee-de-lorve/porter/' in page.content.decode()
    assert 'href="/porter/' not in page.content.decode()


def test_links_of_things_lead_into_the_initiative_that_one_reads(vale: Initiative, administrator: Person) -> None:
    """A route is remembered between requests: never with somebody else's address."""
    lorge = open_initiative("Forêt de Lorge", by=administrator)
    browser = browser_of(administrator)

    pages = [browser.get(at(one, "/acteurs/")).content.decode() for one in (vale, lorge, vale)]

    assert ["/d/vallee-de-lorve/" in page for page in pages] == [True, False, True]
    assert ["/d/foret-de-lorge/" in page for page in pages] == [False, True, False]


def test_a_visitor_is_asked_to_sign_in_whether_the_initiative_is_there_or_not(vale: Initiative) -> None:
    answers = [browser_of(None).get(f"/d/{slug}/porter/") for slug in (vale.slug, "nowhere")]

    assert [(one.status_code, one["Location"].partition("?")[0]) for one in answers] == [(302, "/compte/login/")] * 2


def test_who_takes_part_elsewhere_does_not_learn_that_an_initiative_is_there(vale: Initiative, administrator: Person) -> None:
    browser = browser_of(member(open_initiative("Forêt de Lorge", by=administrator), Role.COORDINATOR))

    assert [browser.get(f"/d/{slug}/porter/").status_code for slug in (vale.slug, "nowhere")] == [404, 404]


def test_the_initiatives_pages_are_not_at_the_root(vale: Initiative) -> None:
    assert browser_of(member(vale, Role.COORDINATOR)).get("/porter/").status_code == 404


def test_one_finds_what_one_takes_part_in(vale: Initiative, administrator: Person) -> None:
    open_initiative("Forêt de Lorge", by=administrator)

    page = browser_of(member(vale, Role.COORDINATOR)).get("/").content.decode()

    assert "Vallée de l" in page
    assert "Forêt de Lorge" not in page


def test_an_administrator_opens_an_initiative_and_coordinates_it(administrator: Person) -> None:
    answer = browser_of(administrator).post("/", {"name": "Forêt de Lorge", "lang": "fr"})

    assert (answer.status_code, answer["Location"]) == (302, "/d/foret-de-lorge/")
    assert browser_of(administrator).get("/d/foret-de-lorge/").status_code == 200


def test_two_initiatives_of_one_name_are_told_apart_before_anything_is_shared(vale: Initiative, administrator: Person) -> None:
    answer = browser_of(administrator).post("/", {"name": vale.name, "lang": "fr"})

    assert answer.status_code == 422
    assert "There is already an initiative called" in answer.content.decode()


def test_who_does_not_administer_opens_nothing(vale: Initiative) -> None:
    answer = browser_of(member(vale, Role.COORDINATOR)).post("/", {"name": "Forêt de Lorge", "lang": "fr"})

    assert answer.status_code == 422
    assert not Initiative.objects.filter(name="Forêt de Lorge").exists()


def test_the_address_of_one_request_does_not_stay_for_the_next(vale: Initiative, administrator: Person) -> None:
    browser_of(administrator).get(at(vale, "/porter/"))

    assert get_script_prefix() == "/"


def test_signing_in_by_password_leads_back_where_one_wanted_to_go(vale: Initiative) -> None:
    person = member(vale, Role.COORDINATOR)
    person.set_password("des semences anciennes")
    person.save()
    browser = browser_of(None)

    sign_in = browser.get(at(vale, "/porter/"))["Location"]
    answer = browser.post(sign_in, {"login": person.email, "password": "des semences anciennes", "next": at(vale, "/porter/")})

    assert (answer.status_code, answer["Location"]) == (302, at(vale, "/porter/"))
    assert browser.get(at(vale, "/porter/")).status_code == 200
