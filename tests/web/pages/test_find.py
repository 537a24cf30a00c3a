"""Going to anything by a few letters."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.web.scene import Scene

from semailles.publication.indexing import index_workspace

QUERIES = 9


@pytest.fixture
def indexed(scene: Scene) -> Scene:
    index_workspace(scene.initiative)
    return scene


def test_nothing_typed_says_how_to_ask(indexed: Scene, browser: Client) -> None:
    assert (
        "A few letters are enough. What is noted on paper works too: A12 for an idea, 4 for a sheet."
        in browser.get("/aller/").content.decode()
    )


def test_answers_lead_to_their_pages_with_what_was_typed_marked(indexed: Scene, browser: Client) -> None:
    page = browser.get("/aller/", {"q": "haie"}).content.decode()

    assert "<mark>haies</mark>" in page
    assert 'href="/recueillir/idees/' in page


def test_no_answer_says_what_to_try(indexed: Scene, browser: Client) -> None:
    page = browser.get("/aller/", {"q": "zzz"}).content.decode()

    assert "No answer" in page
    assert "Nothing holds “zzz”. Try one word only, or its beginning; what was read may say it otherwise." in page


def test_the_dialog_gets_its_part_and_the_number_of_answers(indexed: Scene, browser: Client) -> None:
    part = browser.get("/aller/", {"q": "haie"}, headers={"HX-Request": "true"}).content.decode()

    assert "<html" not in part
    assert '<div hx-swap-oob="innerHTML:#found-count">2 answers</div>' in part


def test_one_kind_of_thing_may_be_chosen(indexed: Scene, browser: Client) -> None:
    page = browser.get("/aller/", {"q": "légumerie", "genre": "project"}).content.decode()

    assert page.count('class="what"') == page.count('href="/porter/1/"') == 1


def test_what_is_typed_is_never_code(indexed: Scene, browser: Client) -> None:
    page = browser.get("/aller/", {"q": '"><script>alert(1)</script>'}).content.decode()

    assert "<script>alert" not in page


@pytest.mark.parametrize("question", ["haie", "légumerie cantine Orve maraîchers", "e"])
def test_many_answers_ask_no_more_than_one_query_a_kind(
    indexed: Scene, browser: Client, django_assert_max_num_queries: DjangoAssertNumQueries, question: str
) -> None:
    browser.get("/aller/")

    with django_assert_max_num_queries(QUERIES):
        browser.get("/aller/", {"q": question})
