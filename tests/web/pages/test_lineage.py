"""Opening projects and changing what they are made of, on screen."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.web.scene import Scene
from tests.web.seen import text

from semailles.core.models import Person
from semailles.intake.models import Idea
from semailles.projects.actions import NewProject, open_project, rename_project
from semailles.projects.models import Project

pytestmark = pytest.mark.django_db


def test_a_project_is_opened_from_a_convergence_with_its_draft_and_its_number(scene: Scene, browser: Client) -> None:
    typed = {"title": "Une légumerie pour la vallée", "families": [str(scene.family.public_id)]}

    answer = browser.post("/porter/ouvrir/", typed)

    scene.project.refresh_from_db()
    assert answer["Location"] == f"/porter/{scene.project.number}/"
    assert (scene.project.title, scene.project.is_draft) == ("Une légumerie pour la vallée", False)


def test_a_mark_that_nobody_bears_is_said_and_the_title_stays(scene: Scene, browser: Client) -> None:
    answer = browser.post("/porter/ouvrir/", {"title": "Four à pain", "marks": "Z99"})

    assert answer.status_code == 422
    assert [mark in answer.text for mark in ("No idea bears the mark", "Four à pain")] == [True, True]


def test_a_dropped_project_says_why_and_how_to_take_it_back(scene: Scene, browser: Client) -> None:
    browser.post(f"/porter/{scene.project.number}/abandonner/", {"reason": "personne ne le porte"})

    page = browser.get(f"/porter/{scene.project.number}/origine/").text
    assert [words in page for words in ("personne ne le porte", f"/porter/{scene.project.number}/reprendre/")] == [True, True]


def test_nothing_is_dropped_without_a_reason(scene: Scene, browser: Client) -> None:
    answer = browser.post(f"/porter/{scene.project.number}/abandonner/", {"reason": " "})

    assert answer.status_code == 422
    assert Project.objects.get(pk=scene.project.pk).is_standing


def test_the_page_of_an_idea_says_what_it_became(scene: Scene, browser: Client, local: Person) -> None:
    project = open_project(scene.initiative, NewProject("Haies de l'Orve", ideas=[scene.idea]), by=local)

    assert f'href="/porter/{project.number}/origine/"' in browser.get(f"/recueillir/idees/{scene.idea.public_id}/").text


@pytest.mark.parametrize("count", [1, 3])
def test_the_chain_asks_the_same_questions_whatever_the_ideas(
    scene: Scene, browser: Client, local: Person, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    ideas = list(Idea.objects.of(scene.initiative)[:count])
    project = open_project(scene.initiative, NewProject("Haies", ideas=ideas), by=local)

    browser.get("/porter/ouvrir/")  # what every first page asks once
    with django_assert_num_queries(15):
        browser.get(f"/porter/{project.number}/origine/")


def test_the_chain_says_where_the_decision_stands_and_no_level_before_a_step(scene: Scene, browser: Client) -> None:
    commitment = scene.holder
    Project.objects.filter(pk=scene.project.pk).update(maturity="portée")

    seen = text(browser.get(f"/porter/{scene.project.number}/origine/").content)

    assert f"Commitment: {commitment.actor} carries, no step yet" in seen
    assert "Decision: it is carried; to be proposed now" in seen
    assert "added “Syndicat de l'Orve (carries)”" in text(browser.get("/journal/").content)


def test_a_title_that_another_one_changed_first_is_shown_beside_ours(scene: Scene, browser: Client, local: Person) -> None:
    seen = scene.project.revision
    rename_project(scene.project, "Légumerie de la vallée", revision=seen, by=local)

    answer = browser.post(f"/porter/{scene.project.number}/renommer/", {"title": "Légumerie de l'Orve", "revision": str(seen)})

    assert answer.status_code == 409
    assert [words in text(answer.content) for words in ("Légumerie de la vallée", "Légumerie de l'Orve")] == [True, True]
