"""Contacts on screen: for those who run the process, and nowhere else."""

from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings
from tests.web.scene import Scene
from tests.web.seen import text

from semailles.core.journal import journal_of
from semailles.core.models import SearchEntry
from semailles.publication.indexing import index_workspace
from semailles.publication.outputs import write_outputs
from semailles.workshop.models import Contact, Membership

REACHED = "secretariat@moulins.example"
WRITTEN = {
    "name": "=HYPERLINK(1)",
    "position": "accueil",
    "email": "accueil@moulins.example",
    "phone": "",
    "purpose": "rendre les clés",
    "ends_on": "31/05/2027",
}


@pytest.fixture(autouse=True)
def _on_that_day(settings: Settings) -> None:
    settings.TODAY = date(2027, 3, 10)


def test_a_contact_is_added_mended_and_erased(scene: Scene, browser: Client) -> None:
    actor = f"/acteurs/{scene.contact.actor.public_id}/"

    form = browser.get(f"{actor}contacts/ajouter/")
    late = browser.post(f"{actor}contacts/ajouter/", {**WRITTEN, "ends_on": "1/3/2027"})
    added = browser.post(f"{actor}contacts/ajouter/", WRITTEN, follow=True)
    one = f"/acteurs/contacts/{Contact.objects.get(position='accueil').public_id}/"
    mended = browser.post(one, {**WRITTEN, "phone": "02 00 00 00 00", "revision": "0"}, follow=True)
    stale = browser.post(one, {**WRITTEN, "phone": "03 00 00 00 00", "revision": "0"})
    erased = browser.post(f"{one}effacer/", follow=True)

    assert "Why is this asked? To reach this actor during the process, and for nothing else." in text(form.content)
    assert (late.status_code, "is gone" in text(late.content)) == (422, True)
    assert "accueil accueil@moulins.example rendre les clés, until 31 May 2027" in text(added.content)
    assert "02 00 00 00 00" in text(mended.content)
    assert stale.status_code == 409
    assert ("The contact is erased for good." in text(erased.content), "accueil@" in text(erased.content)) == (True, False)


def test_what_is_past_is_to_be_erased_in_sight(scene: Scene, browser: Client) -> None:
    Contact.objects.update(ends_on=date(2027, 3, 9))

    listed, page = browser.get("/acteurs/contacts/"), browser.get(f"/acteurs/{scene.contact.actor.public_id}/")
    erased = browser.post("/acteurs/contacts/effacer/", follow=True)

    assert "1 contact is to be erased: the day that was given has gone by." in text(listed.content)
    assert "until 9 March 2027 to be erased" in text(page.content)
    assert "1 contact is erased for good. " in text(erased.content)
    assert "None is written." in text(erased.content)


def test_contacts_go_out_in_their_own_file_alone(scene: Scene, browser: Client) -> None:
    browser.post(f"/acteurs/{scene.contact.actor.public_id}/contacts/ajouter/", WRITTEN)

    file = browser.post("/acteurs/contacts/exporter/")

    assert file["Content-Disposition"] == 'attachment; filename="contacts.csv"'
    assert file.content.decode("utf-8-sig").splitlines() == [
        "acteur;nom;fonction;courriel;telephone;finalite;jusqu_au",
        "Fonds des Moulins;;secrétariat;secretariat@moulins.example;01 00 00 00 00;convenir des ateliers;2027-05-31",
        "Fonds des Moulins;'=HYPERLINK(1);accueil;accueil@moulins.example;;rendre les clés;2027-05-31",
    ]
    assert journal_of(scene.initiative.public_id).lines[0].sentence == "exported the contacts (2)"


def test_no_print_no_table_and_no_search_holds_a_contact(scene: Scene, tmp_path: Path) -> None:
    write_outputs(scene.initiative, tmp_path, on=date(2027, 3, 10), warnings=())
    index_workspace(scene.initiative)

    words = [REACHED, "01 00 00 00 00", "convenir des ateliers"]
    written = [path for path in tmp_path.rglob("*") if path.is_file() and path.suffix in {".json", ".csv", ".geojson"}]
    assert len(written) > 5
    assert [(path.name, word) for path in written for word in words if word in path.read_text(encoding="utf-8")] == []
    assert [entry.title for entry in SearchEntry.objects.all() if any(word in f"{entry.title} {entry.body}" for word in words)] == []


def test_who_may_only_read_sees_no_contact(scene: Scene, browser: Client) -> None:
    page = f"/acteurs/{scene.contact.actor.public_id}/"
    before = browser.get(page)
    Membership.objects.of(scene.initiative).update(role="reader")

    after, listed = browser.get(page), browser.get("/acteurs/")

    assert [REACHED in seen.content.decode() for seen in (before, after)] == [True, False]
    assert "/acteurs/contacts/" not in listed.content.decode()
    assert [browser.get("/acteurs/contacts/").status_code, browser.post("/acteurs/contacts/exporter/").status_code] == [403, 403]


@pytest.mark.parametrize("more", [0, 2])
def test_more_contacts_ask_no_more_queries(
    scene: Scene, browser: Client, django_assert_num_queries: DjangoAssertNumQueries, more: int
) -> None:
    for rank in range(more):
        browser.post(f"/acteurs/{scene.actor.public_id}/contacts/ajouter/", {**WRITTEN, "name": f"guichet {rank}"})
    browser.get("/acteurs/contacts/")

    with django_assert_num_queries(5):
        page = browser.get("/acteurs/contacts/")

    assert len(page.context["contacts"]) == 1 + more
