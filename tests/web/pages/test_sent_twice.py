"""A double click, « back », a browser that tries again: one thing, and the same way on."""

import re
from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.web.scene import Scene
from tests.web.seen import text

from semailles.core.models import TakenForm
from semailles.projects.models import Comment

KEY = "22222222-2222-4222-8222-222222222222"
ONCE = re.compile(r'name="sent_once" value="([0-9a-f-]{36})"')


def address(scene: Scene) -> str:
    return reverse("remark-add", args=[scene.project.number])


def send(browser: Client, scene: Scene, words: str = "Qui appelle la mairie ?", key: str = KEY) -> HttpResponse:
    return browser.post(address(scene), {"text": words, "sent_once": key})  # type: ignore[return-value]  # as a browser reads it


def remarks() -> list[str]:
    return list(Comment.objects.filter(text__startswith="Qui").values_list("text", flat=True))


def test_every_form_of_a_page_names_its_page(scene: Scene, browser: Client) -> None:
    first, second = (ONCE.findall(browser.get(address(scene)).content.decode()) for _ in range(2))

    assert (len(first) > 1, len(set(first)), set(first) == set(second)) == (True, 1, False)


def test_the_same_form_sent_twice_is_taken_once_with_the_same_way_on(scene: Scene, browser: Client) -> None:
    first, second = send(browser, scene), send(browser, scene)

    assert (first.status_code, second.status_code, second["Location"]) == (302, 302, first["Location"])
    assert "nothing was done twice" in text(browser.get(second["Location"]).content)
    assert remarks() == ["Qui appelle la mairie ?"]


def test_the_page_before_may_say_something_else_and_then_the_same_again(scene: Scene, browser: Client) -> None:
    for words in ("Qui vient ?", "Qui part ?", "Qui vient ?", "Qui vient ?"):
        send(browser, scene, words)

    assert remarks() == ["Qui vient ?", "Qui part ?", "Qui vient ?"]


def test_a_form_that_came_back_with_its_faults_may_be_sent_again(scene: Scene, browser: Client) -> None:
    refused, taken = send(browser, scene, ""), send(browser, scene)

    assert (refused.status_code, taken.status_code, remarks()) == (422, 302, ["Qui appelle la mairie ?"])


def test_a_form_that_names_no_page_is_taken_each_time(scene: Scene, browser: Client) -> None:
    for _ in range(2):
        browser.post(address(scene), {"text": "Qui appelle la mairie ?"})

    assert remarks() == ["Qui appelle la mairie ?"] * 2


def test_what_the_first_sending_made_impossible_answers_as_the_first(scene: Scene, browser: Client) -> None:
    """The name of an actor is taken, by this very form."""
    typed = {"name": "Filature de l'Orve", "kind": "organisation", "sent_once": KEY}

    first, second = browser.post("/acteurs/ajouter/", typed), browser.post("/acteurs/ajouter/", typed)

    assert (first.status_code, second.status_code, second["Location"]) == (302, 302, first["Location"])


def test_a_server_that_died_before_it_answered_says_so_and_gives_the_words_back(scene: Scene, browser: Client) -> None:
    send(browser, scene)
    TakenForm.objects.update(answer="", at=timezone.now() - timedelta(minutes=1))

    again = browser.post(
        address(scene), {"text": "Qui appelle la mairie ?", "sent_once": KEY}, headers={"Referer": "http://testserver/porter/"}
    )

    assert (again.status_code, again["Location"], remarks()) == (302, "/porter/", ["Qui appelle la mairie ?"])
    assert "the machine stopped before it answered" in text(browser.get("/porter/").content)


def test_what_was_taken_is_forgotten_after_two_days_and_says_nothing_of_anybody(scene: Scene, browser: Client) -> None:
    send(browser, scene)
    row = TakenForm.objects.get()
    TakenForm.objects.update(at=timezone.now() - timedelta(days=3))
    send(browser, scene, key="33333333-3333-4333-8333-333333333333")

    assert (len(row.form), len(row.words), row.answer) == (64, 64, f"{reverse('project', args=[scene.project.number])}#remarks")
    assert not TakenForm.objects.filter(pk=row.pk).exists()
    assert TakenForm.objects.get().words != row.words  # of the same words: nobody tries words on what is kept


@pytest.mark.parametrize("key", ["", "none", "../../etc"])
def test_a_key_that_is_none_is_passed_over(scene: Scene, browser: Client, key: str) -> None:
    assert (send(browser, scene, key=key).status_code, TakenForm.objects.count()) == (302, 0)
