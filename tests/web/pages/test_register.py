"""The register, what is held about somebody, and its erasure on screen."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from tests.instance import member
from tests.web.scene import DAY, Scene

from semailles.core.models import Person, PersonalLink
from semailles.publication.persons import apply_retention
from semailles.workshop.enums import Role
from semailles.workshop.models import Actor, Contact, Initiative

QUERIES = 15


def headings(page: str) -> list[str]:
    return re.findall(r"<h2[^>]*>(.*?)</h2>", page)


def give(initiative: Initiative, by: Person, rank: int, *, days: int = 30) -> PersonalLink:
    now = timezone.now() - timedelta(days=400)
    person = Person.objects.create(name=f"Invitée {rank}")
    ends = now + timedelta(days=400 + days)
    link = {"purpose": "read", "person": person, "given_by": by, "given_at": now, "ends_at": ends, "sent_to": f"i{rank}@exemple.test"}
    return PersonalLink.objects.create(initiative_id=initiative.public_id, digest=f"{rank:064}", **link)


def test_the_register_says_what_is_held_and_how_much_of_it(scene: Scene, browser: Client) -> None:
    scene.somebody  # noqa: B018  # asked for, it is there

    page = browser.get("/registre/").content.decode()

    counts = re.findall(r'<td role="cell" class="num" data-label="today">(\d+)</td>', page)
    assert (headings(page), counts) == (
        ["Purposes", "Links that were given", "Who takes part", "Who is named in the documents"],
        ["1", "1", "1", "1", "0", "0", "0", "3"],
    )


@pytest.mark.parametrize("size", [1, 3])
def test_more_links_and_people_ask_no_more_queries(
    initiative: Initiative, local: Person, browser: Client, django_assert_num_queries: DjangoAssertNumQueries, size: int
) -> None:
    for rank in range(size):
        give(initiative, local, rank)
        member(initiative, Role.SHAPER, f"Membre {rank}")
    browser.get("/registre/")

    with django_assert_num_queries(QUERIES):
        page = browser.get("/registre/").content.decode()

    assert page.count("@exemple.test</td>") == size


def test_what_is_held_about_somebody_is_on_one_page(scene: Scene, browser: Client) -> None:
    page = browser.get(f"/registre/acteurs/{scene.somebody.public_id}/").content.decode()

    kinds = re.findall(r"<summary>(.*?) <span", page)
    assert {"Actor", "Lines of the journal"} <= set(kinds)


def test_an_organisation_has_no_such_page(scene: Scene, browser: Client) -> None:
    assert browser.get(f"/registre/acteurs/{scene.commitment.actor.public_id}/").status_code == 404


def test_somebody_is_erased_only_when_it_is_sure(scene: Scene, browser: Client) -> None:
    actor = scene.somebody
    address = f"/registre/acteurs/{actor.public_id}/"

    unsure = browser.post(address, {"also": ""})
    sure = browser.post(address, {"also": "la Dédé\n", "is_sure": "on"})

    assert (unsure.status_code, sure.status_code, sure["Location"]) == (422, 302, "/registre/")
    assert Actor.objects.get(pk=actor.pk).name.startswith("Personne effacée ")
    assert browser.get(address).status_code == 404


def test_an_account_is_not_erased_by_a_coordinator(initiative: Initiative, browser: Client) -> None:
    paul = member(initiative, Role.SHAPER, "Paul Hersant")

    page = browser.get(f"/registre/personnes/{paul.public_id}/").content.decode()

    assert "Erase for good" not in page
    assert "Somebody with an account erases it themselves" in page


def test_somebody_without_account_is_erased_with_their_links(initiative: Initiative, local: Person, browser: Client) -> None:
    link = give(initiative, local, 1)
    assert link.person

    answer = browser.post(f"/registre/personnes/{link.person.public_id}/", {"also": "", "is_sure": "on"})

    assert (answer.status_code, PersonalLink.objects.get().sent_to) == (302, "")
    assert Person.objects.get(pk=link.person.pk).name.startswith("Personne effacée ")


def test_somebody_of_another_initiative_has_no_page_here(scene: Scene, browser: Client) -> None:
    stranger = Person.objects.create(name="Passante")

    assert browser.get(f"/registre/personnes/{stranger.public_id}/").status_code == 404


def test_what_has_served_its_time_goes(scene: Scene, local: Person) -> None:
    recent, old = (give(scene.initiative, local, rank, days=days) for rank, days in enumerate((30, -399)))
    day = (timezone.now() + timedelta(days=1)).date()

    apply_retention(scene.initiative, on=day, by=local)
    kept = Contact.objects.of(scene.initiative).count()
    apply_retention(scene.initiative, on=scene.contact.ends_on + timedelta(days=1), by=local)

    recent.refresh_from_db()
    old.refresh_from_db()
    assert (scene.contact.ends_on > DAY, kept, Contact.objects.of(scene.initiative).count()) == (True, 1, 0)
    assert (recent.sent_to, old.sent_to) == ("i0@exemple.test", "")
