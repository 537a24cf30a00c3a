"""Actors go out as a table, and come in after a look."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings
from tests.web.scene import Scene
from tests.web.seen import text

from semailles.core.identifiers import actor_id
from semailles.workshop.models import Actor

TABLE = "nom,type,sigle,courriel\nCantine du Bourg,,CDB,a@b.example\nFonds des Moulins,,FDM,\nHalle,institut,,\n"


@pytest.fixture(autouse=True)
def _on_that_day(settings: Settings) -> None:
    settings.TODAY = date(2027, 3, 10)


def given(content: str | bytes) -> dict[str, SimpleUploadedFile]:
    return {"file": SimpleUploadedFile("liste.csv", content.encode() if isinstance(content, str) else content)}


def test_nothing_is_written_before_somebody_says_so(scene: Scene, browser: Client) -> None:
    before = Actor.objects.count()

    seen = browser.post("/acteurs/importer/", given(TABLE))
    kept = Actor.objects.count()
    written = browser.post("/acteurs/importer/ecrire/", {"sealed": seen.context["sealed"]}, follow=True)
    again = browser.post("/acteurs/importer/", given(TABLE))

    said = text(seen.content)
    assert "Nothing is written yet. 1 new, 1 changed, 1 left out" in said
    assert "liste.csv: these columns mean nothing here and were left out: courriel." in said
    assert "institut” is not a type: write organisation, role or personne." in said
    assert (kept, Actor.objects.count()) == (before, before + 1)
    assert "Imported: 1 new, 1 changed, 0 unchanged, 1 left out." in text(written.content)
    assert "There is nothing to write." in text(again.content)


def test_what_was_exported_comes_back_unchanged(scene: Scene, browser: Client) -> None:
    Actor.objects.filter(name="Fonds des Moulins").update(note="=1+1", territory="Amont")

    table = browser.get("/acteurs/exporter/")
    seen = browser.post("/acteurs/importer/", given(table.content))

    lines = table.content.decode("utf-8-sig").splitlines()
    assert table["Content-Disposition"] == 'attachment; filename="acteurs.csv"'
    assert lines[0] == "nom;type;college;alias;territoire;sigle;note"
    assert "Fonds des Moulins;organisation;;;Amont;;'=1+1" in lines
    assert scene.contact.email not in table.content.decode()
    assert {str(row.state) for row in seen.context["rows"]} == {"unchanged"}
    assert len(seen.context["rows"]) == 4


def test_more_actors_than_two_thousand_come_back_unchanged(scene: Scene, browser: Client) -> None:
    fields = {"initiative": scene.initiative, "kind": "organisation", "is_given": True}
    Actor.objects.bulk_create(Actor(public_id=actor_id(f"Moulin {rank}"), name=f"Moulin {rank}", **fields) for rank in range(2001))

    seen = browser.post("/acteurs/importer/", given(browser.get("/acteurs/exporter/").content))

    assert {str(row.state) for row in seen.context["rows"]} == {"unchanged"}
    assert len(seen.context["rows"]) == 2005


def test_what_is_no_table_of_actors_is_said(scene: Scene, browser: Client) -> None:
    for content, sentence in (
        ("Fonds des Moulins\n", "The first line must name the columns"),
        ("nom\n" + "x\n" * 10_001, "More than 10000 lines"),
        ("nom\n" + "x" * 3_000_000, "heavier than a list of actors can be"),
    ):
        page = browser.post("/acteurs/importer/", given(content))
        assert (page.status_code, sentence in text(page.content)) == (422, True)
    silent, forged = browser.post("/acteurs/importer/"), browser.post("/acteurs/importer/ecrire/", {"sealed": "x:y:z"}, follow=True)
    assert (silent.status_code, "Choose the table to import." in text(silent.content)) == (422, True)
    assert "Nothing was written." in text(forged.content)


@pytest.mark.parametrize("more", [1, 3])
def test_more_lines_ask_no_more_queries(
    scene: Scene, browser: Client, django_assert_num_queries: DjangoAssertNumQueries, more: int
) -> None:
    content = "nom\n" + "".join(f"Moulin {rank}\n" for rank in range(more))
    browser.post("/acteurs/importer/", given(content))

    with django_assert_num_queries(7):
        page = browser.post("/acteurs/importer/", given(content))

    assert len(page.context["rows"]) == more
