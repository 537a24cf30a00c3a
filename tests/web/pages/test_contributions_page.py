"""What the public proposed is sorted; the coordinator opens the page and closes it."""

import pytest
from django.http import HttpResponse
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.web.pages.proposing import given
from tests.web.scene import Scene
from tests.web.seen import text

from semailles.core.models import Person
from semailles.intake.actions.sorting_contributions import keep_contribution
from semailles.intake.actions.welcoming import WelcomeEntry, describe_welcome
from semailles.intake.models import Contribution, Idea, Welcome
from semailles.workshop.models import Initiative

FRONT, QUEUE, OPENING = "/accueil/", "/recueillir/contributions/", "/demarche/public/"
QUERIES = 9


@pytest.fixture
def welcome(initiative: Initiative, local: Person) -> Welcome:
    entry = WelcomeEntry(is_open=True, takes_ideas=True, words="**Venez**", question="Que manque-t-il ici ?")
    return describe_welcome(initiative, entry, revision=0, by=local)


def decide(browser: Client, *rows: Contribution, **typed: str) -> HttpResponse:
    response = browser.post(f"{QUEUE}decider/", {"contributions": [row.public_id for row in rows], **typed}, follow=True)
    assert isinstance(response, HttpResponse)
    return response


def test_a_contribution_is_kept_from_the_queue(browser: Client, initiative: Initiative, welcome: Welcome) -> None:
    row, _ = given(initiative)
    assert "signed “Une voisine”, for you only" in text(browser.get(QUEUE).content)

    answer = decide(browser, row, gesture="keep")

    assert "Kept: it is an idea of the public now." in text(answer.content)
    assert Idea.objects.get().title == "Une remise à outils"


def test_a_contribution_is_found_to_say_what_another_says(browser: Client, initiative: Initiative, welcome: Welcome, local: Person) -> None:
    told = keep_contribution(given(initiative, "Une remise à outils partagée")[0], by=local)
    row, _ = given(initiative, "Partager une remise à outils")
    assert f'value="{told.public_id}"' in browser.get(QUEUE).content.decode()

    decide(browser, row, gesture="join", of=str(told.public_id))

    row.refresh_from_db()
    assert (row.state, row.idea and row.idea.merged_into) == ("duplicate", told)


def test_unwanted_ones_go_in_one_gesture_and_come_back(browser: Client, initiative: Initiative, welcome: Welcome) -> None:
    first, second = given(initiative, "a")[0], given(initiative, "b")[0]

    assert "2 put apart as unwanted." in text(decide(browser, first, second, gesture="unwanted").content)
    assert "Read it again" in text(browser.get(f"{QUEUE}?etat=spam").content)

    decide(browser, first, gesture="again")
    assert sorted(Contribution.objects.values_list("state", flat=True)) == ["spam", "waiting"]


def test_a_refusal_without_a_word_is_asked_for_one(browser: Client, initiative: Initiative, welcome: Welcome) -> None:
    row, _ = given(initiative)

    answer = decide(browser, row, gesture="refuse", reason=" ")

    assert (answer.status_code, "whoever proposed it reads it" in text(answer.content)) == (409, True)


@pytest.mark.parametrize("count", [1, 3])
def test_the_queue_asks_the_same_questions_for_one_and_for_three(
    browser: Client, initiative: Initiative, welcome: Welcome, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    for rank in range(count):
        given(initiative, f"Idée {rank}")
    browser.get(QUEUE)

    with django_assert_num_queries(QUERIES):
        browser.get(QUEUE)


def test_the_coordinator_opens_and_closes(browser: Client, initiative: Initiative) -> None:
    typed = {"words": "Bonjour", "question": "", "ideas_from": "", "ideas_until": "1/2/2026", "most_ideas": "10", "revision": "0"}

    answer = browser.post(OPENING, {**typed, "is_open": "on", "takes_ideas": "on"}, follow=True)

    assert "The public page is open." in text(answer.content)
    assert "Ideas could be proposed until 1 February 2026" in text(browser.get(FRONT).content)
    closed = browser.post(OPENING, typed, follow=True)
    assert "The public page is closed." in text(closed.content)


def test_the_dashboard_says_that_the_public_waits(browser: Client, scene: Scene, welcome: Welcome) -> None:
    given(scene.initiative)

    assert "Read the idea that the public proposes" in text(browser.get("/").content)
    assert "Read 1 contribution of the public" in text(browser.get("/recueillir/").content)


def test_the_coordinator_erases_the_name_of_who_lost_their_link(browser: Client, initiative: Initiative, welcome: Welcome) -> None:
    row, _ = given(initiative)
    assert "Erase the name of who signed" in text(browser.get(QUEUE).content)

    answer = decide(browser, row, gesture="forget", etat="waiting")

    assert "The name is erased; the idea stays." in text(answer.content)
    row.refresh_from_db()
    assert (row.signed_as, row.title) == ("", "Une remise à outils")
