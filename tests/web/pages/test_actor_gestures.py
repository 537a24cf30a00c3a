"""What people do with actors on screen, without any script."""

from datetime import date

import pytest
from django.test import Client
from pytest_django.fixtures import Settings
from tests.web.scene import Scene
from tests.web.seen import links, text

from semailles.intake.models import Mention
from semailles.web.layout.links import to_passage
from semailles.workshop.actions import merge_actors, name_actor
from semailles.workshop.models import Actor, Likeness, Membership

WRITTEN = {
    "name": "Fonds des Moulins neufs",
    "kind": "organisation",
    "college": "les Institutions",
    "acronym": "FMN",
    "territory": "Amont",
    "note": "",
}


@pytest.fixture(autouse=True)
def _on_that_day(settings: Settings) -> None:
    settings.TODAY = date(2027, 3, 10)


def one(scene: Scene, name: str) -> Actor:
    return Actor.objects.of(scene.initiative).get(name=name)


def test_an_actor_is_mended_on_its_page(scene: Scene, browser: Client) -> None:
    address = f"/acteurs/{one(scene, 'Fonds des Moulins').public_id}/"

    form = browser.get(f"{address}modifier/")
    mended = browser.post(f"{address}modifier/", {**WRITTEN, "revision": "0"}, follow=True)
    stale = browser.post(f"{address}modifier/", {**WRITTEN, "acronym": "FDM", "revision": "0"})

    assert 'value="Fonds des Moulins"' in form.content.decode()
    seen = text(mended.content)
    assert "Fonds des Moulins neufs” is written." in seen
    assert "College Institution Acronym FMN Territory Amont Spellings FMN Fonds des Moulins" in seen
    assert (stale.status_code, "Somebody saved this while you were writing." in text(stale.content)) == (409, True)
    assert 'name="revision" value="1"' in stale.content.decode()


def test_an_actor_is_added_by_hand_once(scene: Scene, browser: Client) -> None:
    added = browser.post("/acteurs/ajouter/", WRITTEN, follow=True)
    taken = browser.post("/acteurs/ajouter/", {**WRITTEN, "name": "syndicat de l'orve", "acronym": ""})

    assert "Given by people: no document names it yet." in text(added.content)
    assert (taken.status_code, "is already a name of “Syndicat de l'Orve”" in text(taken.content)) == (422, True)


def test_what_is_no_actor_leaves_the_list_and_comes_back(scene: Scene, browser: Client) -> None:
    growers = one(scene, "maraîchers")
    address = f"/acteurs/{growers.public_id}/"

    silent = browser.post(f"{address}ecarter/", {"reason": ""})
    aside = browser.post(f"{address}ecarter/", {"reason": "un métier"}, follow=True)
    listed, kept = browser.get("/acteurs/"), browser.get("/acteurs/ecartes/")
    back = browser.post(f"{address}remettre/", follow=True)

    assert silent.status_code == 422
    assert "Somebody said that this is no actor." in text(aside.content)
    assert ("Maraîchers" in text(listed.content), "1 name set aside" in text(listed.content)) == (False, True)
    assert "Maraîchers un métier, 10 March 2027 Put back" in text(kept.content)
    assert "Maraîchers 3 mentions in the documents of 2 teams." in text(back.content)


def test_who_may_only_read_sees_no_gesture(scene: Scene, browser: Client) -> None:
    fund, union = one(scene, "Fonds des Moulins"), one(scene, "Syndicat de l'Orve")
    Likeness.objects.create(initiative=scene.initiative, actor=fund, into=union, reason="part")
    before = browser.get("/acteurs/").content.decode()
    Membership.objects.of(scene.initiative).update(role="reader")
    Actor.objects.filter(pk=fund.pk).update(note="Répond par courrier.")

    listed, page = browser.get("/acteurs/"), browser.get(f"/acteurs/{fund.public_id}/")

    assert ("/acteurs/rapprocher/" in before, "/acteurs/ajouter/" in before) == (True, True)
    assert ("One name holds the other." in before, "One name holds the other." in text(listed.content)) == (True, False)
    assert [part in listed.content.decode() for part in ("/acteurs/rapprocher/", "/acteurs/ajouter/")] == [False, False]
    assert [link for link in links(page.content) if link.startswith(f"/acteurs/{fund.public_id}")] == []
    assert "Répond par courrier." not in text(page.content)
    assert [browser.get(url).status_code for url in (f"/acteurs/{fund.public_id}/modifier/", "/acteurs/exporter/")] == [403, 403]


def test_a_commitment_bears_the_name_of_the_actor_that_stands(scene: Scene, browser: Client) -> None:
    union = one(scene, "Syndicat de l'Orve")
    merge_actors(one(scene, "Fonds des Moulins"), union, "même siège", by=scene.draft.by)

    listed, shown = browser.get("/demarche/engagements/"), browser.get(f"/demarche/engagements/{scene.commitment.public_id}/")

    assert [("Syndicat de l'Orve" in text(page.content), "Fonds des Moulins" in text(page.content)) for page in (listed, shown)] == [
        (True, False),
        (True, False),
    ]


def test_sixty_mentions_stand_on_two_pages_each_with_its_document(scene: Scene, browser: Client) -> None:
    growers = one(scene, "maraîchers")
    told = Mention.objects.filter(actor=growers).select_related("passage")[0]
    Mention.objects.bulk_create(
        Mention(
            initiative=scene.initiative, passage=told.passage, start=told.start, end=told.end, quote=told.quote, actor=growers, kind="role"
        )
        for _ in range(57)
    )

    first, second = (browser.get(f"/acteurs/{growers.public_id}/?page={number}") for number in (1, 2))

    assert [page.content.decode().count("<mark>maraîchers</mark>") for page in (first, second)] == [50, 10]
    assert "60 mentions" in text(first.content)
    assert "?page=2" in links(first.content)
    shown = [links(page.content) for page in (first, second)]
    for mention in Mention.objects.filter(actor=growers).select_related("passage__version__document"):
        assert any(to_passage(mention) in found for found in shown)


def test_a_name_typed_elsewhere_is_no_way_round(scene: Scene, browser: Client) -> None:
    growers = name_actor(scene.initiative, "maraîchers", by=scene.draft.by)
    browser.post(f"/acteurs/{growers.public_id}/ecarter/", {"reason": "un métier"})

    typed = browser.post("/demarche/engagements/ajouter/", {"actor": "Maraîchers", "role": "porte", "scope": "", "key": ""})

    assert (typed.status_code, "was set aside (un métier)" in text(typed.content)) == (422, True)


def test_a_spelling_is_given_to_another_actor_and_given_back(scene: Scene, browser: Client) -> None:
    growers = one(scene, "maraîchers")
    growers.spellings.create(initiative=scene.initiative, text="jardiniers")
    address = f"/acteurs/{growers.public_id}/ecritures/"

    form = browser.get(address)
    unknown = browser.post(address, {"spelling": "jardiniers", "into": "Personne de connu"})
    given = browser.post(address, {"spelling": "jardiniers", "into": "fonds des moulins"}, follow=True)
    back = browser.post(f"/acteurs/{one(scene, 'Fonds des Moulins').public_id}/ecritures/rendre/", {"spelling": "jardiniers"}, follow=True)

    assert "jardiniers (0 mentions)" in text(form.content)
    assert (unknown.status_code, "No actor is written like this" in text(unknown.content)) == (422, True)
    seen = text(given.content)
    assert "jardiniers” is now “Fonds des Moulins”." in seen
    assert "Spellings that people gave it jardiniers until then taken for Maraîchers Give it back" in seen
    assert "jardiniers” is now “maraîchers”." in text(back.content)


def test_a_spelling_of_nobody_is_taken_off(scene: Scene, browser: Client) -> None:
    growers = one(scene, "maraîchers")
    growers.spellings.create(initiative=scene.initiative, text="jardiniers")

    off = browser.post(f"/acteurs/{growers.public_id}/ecritures/", {"spelling": "jardiniers", "gesture": "off"}, follow=True)

    assert "maraîchers” is no longer looked for as “jardiniers”." in text(off.content)
    assert list(growers.spellings.values_list("text", flat=True)) == []


def test_what_is_written_in_one_way_has_nothing_to_give(scene: Scene, browser: Client) -> None:
    page = browser.get(f"/acteurs/{one(scene, 'Fonds des Moulins').public_id}/ecritures/")

    assert "It is written in one way only" in text(page.content)
