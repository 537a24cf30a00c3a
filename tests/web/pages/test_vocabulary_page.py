"""Words that mean the same: found in the documents, confirmed by people, withdrawn with a reason."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.web.scene import Scene
from tests.web.seen import links, text

from semailles.convergence.actions import confirm_equivalence
from semailles.convergence.models import Equivalence
from semailles.core.models import Person
from semailles.intake.actions import receive_document
from semailles.intake.readings import read_file

PAGE, CONFIRM = "/converger/vocabulaire/", "/converger/vocabulaire/confirmer/"
FULL = "association pour le maintien d’une agriculture paysanne"
NOTES = f"""Paniers

Ouvrir une {FULL} (AMAP) près de la gare.

Une SCIC (société coopérative d’intérêt collectif) tiendrait la légumerie.
"""
PAGE_QUERIES = 7


@pytest.fixture
def paniers(scene: Scene, local: Person) -> Scene:
    content = NOTES.encode()
    receive_document(scene.initiative, "a-rives/paniers.txt", content, read_file("a-rives/paniers.txt", content, known=()), by=local)
    return scene


def known() -> list[tuple[str, list[str]]]:
    return list(Equivalence.objects.standing().order_by("said").values_list("said", "forms"))


def test_an_acronym_that_a_document_spells_out_is_suggested_with_its_place(paniers: Scene, browser: Client) -> None:
    page = browser.get(PAGE)

    seen = text(page.content)
    assert f"AMAP = {FULL} paniers.txt, § 2".replace("’", "'") in seen
    assert "SCIC = société coopérative d'intérêt collectif" in seen
    one, address = page.context["suggestions"][0]
    start, end = one.words
    assert (one.acronym.short, one.passage.text[start:end]) == ("AMAP", FULL)
    assert address in links(page.content)


def test_a_suggestion_is_confirmed_and_no_longer_suggested(paniers: Scene, browser: Client) -> None:
    answer = browser.post(CONFIRM, {"said": "AMAP", "forms": FULL}, follow=True)

    assert known() == [("AMAP", [FULL])]
    assert [one.acronym.short for one, _ in answer.context["suggestions"]] == ["SCIC"]
    assert "the next computation will hear these words as one." in text(answer.content)


def test_what_another_tab_withdrew_already_is_said_on_the_page(scene: Scene, browser: Client, local: Person) -> None:
    one = confirm_equivalence(scene.initiative, "AMAP", [FULL], by=local)
    browser.post(f"{PAGE}{one.public_id}/retirer/", {"reason": "Deux choses"})

    answer = browser.post(f"{PAGE}{one.public_id}/retirer/", {"reason": "Autre raison"})

    assert answer.status_code == 422
    assert "was withdrawn already, by" in text(answer.content)


def test_words_are_added_by_hand_one_a_line(scene: Scene, browser: Client) -> None:
    browser.post(CONFIRM, {"said": "cantine", "forms": "restaurant scolaire\nrestauration collective"})

    assert known() == [("cantine", ["restaurant scolaire", "restauration collective"])]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"said": "", "forms": "panier"}, "Give the word."),
        ({"said": "AMAP", "forms": ""}, "Give at least one other way to say it."),
        ({"said": "AMAP", "forms": "amap"}, "Give a word, and at least one other way to write it."),
        ({"said": "panier", "forms": "cageot"}, "is already known"),
    ],
)
def test_what_says_nothing_new_is_refused_in_the_form(
    scene: Scene, browser: Client, local: Person, typed: dict[str, str], sentence: str
) -> None:
    confirm_equivalence(scene.initiative, "caisse", ["cageot"], by=local)

    answer = browser.post(CONFIRM, typed)

    assert (answer.status_code, known()) == (422, [("caisse", ["cageot"])])
    assert sentence in text(answer.content)
    assert answer.context["form"]["said"].value() == typed["said"]


def test_words_are_withdrawn_with_a_reason_and_stay_in_sight(scene: Scene, browser: Client, local: Person) -> None:
    one = confirm_equivalence(scene.initiative, "AMAP", [FULL], by=local)
    address = f"{PAGE}{one.public_id}/retirer/"

    refused = browser.post(address, {"reason": " "})
    answer = browser.post(address, {"reason": "Ici, c’est une épicerie."}, follow=True)

    assert refused.status_code == 422
    assert "Say in a few words why: it stays in the list." in text(refused.content)
    assert known() == []
    assert "“Ici, c'est une épicerie.” withdrawn by somebody on this machine" in text(answer.content)


@pytest.mark.parametrize("more", [0, 3])
def test_more_words_ask_no_more_queries(
    paniers: Scene, browser: Client, local: Person, django_assert_num_queries: DjangoAssertNumQueries, more: int
) -> None:
    for rank in range(1 + more):
        confirm_equivalence(paniers.initiative, f"mot{'wxyz'[rank]}", [f"terme{'wxyz'[rank]}"], by=local)
    browser.get(PAGE)

    with django_assert_num_queries(PAGE_QUERIES):
        page = browser.get(PAGE)

    assert len(page.context["standing"]) == 1 + more
