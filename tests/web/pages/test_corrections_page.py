"""All the corrections: who did what, why, and the way back."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.web.scene import Scene
from tests.web.seen import text

from semailles.convergence.actions import move_idea, rename_family
from semailles.convergence.models import Correction, Family, FamilyMember
from semailles.core.models import Person

PAGE = "/converger/corrections/"
PAGE_QUERIES = 8


def undo(correction: Correction) -> str:
    return f"{PAGE}{correction.public_id}/annuler/"


def test_nothing_was_corrected_yet(scene: Scene, browser: Client) -> None:
    assert "Nobody has corrected the map yet" in text(browser.get(PAGE).content)


def test_each_correction_says_who_what_and_why(scene: Scene, browser: Client, local: Person) -> None:
    rename_family(scene.family, "Des champs aux cantines", by=local, reason="Le titre dit le chemin")

    seen = text(browser.get(PAGE).content)

    assert f"local renamed “{scene.family.title}”: “Des champs aux cantines” “Le titre dit le chemin”" in seen
    assert "1 correction stands" in seen


def test_a_correction_is_undone_and_its_line_stays(scene: Scene, browser: Client, local: Person) -> None:
    idea = scene.family.ideas.order_by("pk")[0]
    correction = move_idea(idea, to=None, by=local)

    answer = browser.post(undo(correction), follow=True)

    assert FamilyMember.objects.get(idea=idea, family__is_current=True).family == scene.family
    seen = text(answer.content)
    assert "Undone: these ideas stand as they did before that gesture." in seen
    assert "undone by somebody on this machine on" in seen
    assert "0 corrections stand" in seen


def test_what_was_changed_since_is_refused_beside_its_line(scene: Scene, browser: Client, local: Person) -> None:
    first = rename_family(scene.family, "Un", by=local)
    rename_family(scene.family, "Deux", by=local)

    answer = browser.post(undo(first))

    assert answer.status_code == 409
    refused = {line.correction: line.refused for line in answer.context["lines"] if line.refused}
    assert list(refused) == [first]
    assert "undo that first." in refused[first]
    assert Family.objects.get(pk=scene.family.pk).title == "Deux"


def test_my_last_corrections_are_undone_one_after_the_other(scene: Scene, browser: Client, local: Person) -> None:
    rename_family(scene.family, "Un", by=local)
    rename_family(scene.family, "Deux", by=local)

    browser.post(f"{PAGE}annuler/")
    browser.post(f"{PAGE}annuler/")
    none_left = browser.post(f"{PAGE}annuler/")

    assert Family.objects.get(pk=scene.family.pk).title == scene.family.title
    assert none_left.status_code == 409
    assert "There is no correction of yours left to undo." in text(none_left.content)


@pytest.mark.parametrize("more", [1, 3])
def test_more_corrections_ask_no_more_queries(
    scene: Scene, browser: Client, local: Person, django_assert_num_queries: DjangoAssertNumQueries, more: int
) -> None:
    for rank in range(more):
        rename_family(scene.family, f"Titre {rank}", by=local)
    browser.get(PAGE)

    with django_assert_num_queries(PAGE_QUERIES):
        page = browser.get(PAGE)

    assert len(page.context["lines"]) == more
