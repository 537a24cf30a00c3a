"""An idea said in another language: the matrix says that nothing could be computed, until somebody gives it a title in that of the others."""

import pytest
from django.test import Client
from django.urls import reverse
from tests.web.scene import Scene
from tests.web.seen import text

from semailles.convergence.queries.grouping import suggested_grouping
from semailles.intake.models import Idea

LEFT = "1 idea was said in another language: where it meets the others could not be computed."


@pytest.fixture
def english(scene: Scene) -> Idea:
    idea = Idea.objects.of(scene.initiative).filter(title__startswith="Replanter des haies").get()
    idea.lang, idea.title, idea.text = "en", "Clean the beach", "Clean the beach every spring with the harbour school"
    idea.save(update_fields=["lang", "title", "text"])
    return idea


def test_the_matrix_says_where_nothing_could_be_computed(browser: Client, english: Idea) -> None:
    seen = text(browser.get(reverse("matrix")).content)

    assert f"{LEFT} Give it a title in their language: {english.team.letter}{english.number} Clean the beach" in seen


def test_with_a_title_in_the_language_of_the_others_it_meets_them(scene: Scene, browser: Client, english: Idea) -> None:
    address = reverse("idea-reword", args=[english.public_id])
    typed = {"title": english.title, "text": english.text, "kind": english.kind, "revision": english.revision}

    browser.post(address, typed | {"translated_title": "Créer une légumerie partagée pour les cantines de la vallée"})

    beside = next(found for found in suggested_grouping(scene.initiative).families if str(english.public_id) in found.members)
    told = text(browser.get(reverse("idea", args=[english.public_id])).content)
    assert set(beside.teams) == {"a-rives", "b-bourgs"}
    assert LEFT not in text(browser.get(reverse("matrix")).content)
    assert "Translated title Créer une légumerie partagée pour les cantines de la vallée compared with the others by these words" in told


def test_an_idea_in_the_language_of_all_is_not_asked_for_another_title(scene: Scene, browser: Client) -> None:
    page = browser.get(reverse("idea-reword", args=[scene.idea.public_id]))

    assert page.content.decode().count('name="translated_title"') == 0
