"""Going to anything by a few letters, and the search that an address shares."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from selectolax.lexbor import LexborHTMLParser as HTMLParser
from tests.web.scene import Scene

from semailles.core.models import Person
from semailles.intake.actions import keep_ideas, receive_document, set_idea_aside
from semailles.intake.models import Idea, Passage
from semailles.intake.readings import read_file
from semailles.publication.indexing import index_workspace
from semailles.web.pages.find.views import PER_PAGE
from semailles.workshop.models import Membership

DIALOG_QUERIES, PAGE_QUERIES = 10, 8


@pytest.fixture
def indexed(scene: Scene) -> Scene:
    index_workspace(scene.initiative)
    return scene


def _texts(page: str, selector: str) -> list[str]:
    return [" ".join(node.text(separator=" ").split()) for node in HTMLParser(page).css(selector)]


def _asked(browser: Client, **wanted: str) -> str:
    return browser.get(reverse("find"), wanted).content.decode()


def test_nothing_typed_says_how_to_ask(indexed: Scene, browser: Client) -> None:
    assert "A few letters are enough. What is noted on paper works too: A12 for an idea, 4 for a sheet." in _asked(browser)


def test_answers_lead_to_their_pages_with_what_was_typed_marked(indexed: Scene, browser: Client) -> None:
    page = _asked(browser, q="haie")

    assert "<mark>haies</mark>" in page
    assert 'href="/recueillir/idees/' in page


def test_what_is_shown_of_a_passage_is_an_exact_extract(indexed: Scene, browser: Client) -> None:
    [shown] = [node.text() for node in HTMLParser(_asked(browser, q="pédibus", genre="passage")).css(".answers .what")]

    texts = Passage.objects.of(indexed.initiative).values_list("text", flat=True)
    assert [shown.strip("…") in text for text in texts].count(True) == 1


def test_no_answer_says_what_to_try(indexed: Scene, browser: Client) -> None:
    page = _asked(browser, q="zzz")

    assert "No answer" in page
    assert "Nothing holds “zzz”. Try one word only, or its beginning; what was read may say it otherwise." in page


def test_the_dialog_gets_its_part_and_the_number_of_answers(indexed: Scene, browser: Client) -> None:
    part = browser.get("/aller/", {"q": "haie"}, headers={"HX-Request": "true"}).content.decode()

    assert "<html" not in part
    assert '<div hx-swap-oob="innerHTML:#found-count">2 answers</div>' in part


def test_the_dialog_leads_to_all_the_answers(indexed: Scene, browser: Client) -> None:
    part = browser.get("/aller/", {"q": "l"}, headers={"HX-Request": "true"}).content.decode()
    found = re.search(r"#found-count\">(\d+) answers", part)

    assert found
    assert _texts(part, "p.sm a") == ["See all the answers, by team, by theme, by place"]
    assert HTMLParser(part).css_first("p a").attributes["href"] == "/aller/?q=l"  # type: ignore[union-attr]  # it is there
    assert _texts(_asked(browser, q="l"), "#answers") == [f"{found[1]} answers"]


def test_one_kind_of_thing_may_be_chosen(indexed: Scene, browser: Client) -> None:
    page = _asked(browser, q="légumerie", genre="project")

    assert page.count('class="what"') == page.count('href="/porter/1/"') == 1


def test_each_choice_shows_the_number_of_its_answers_and_an_address_shares_it(indexed: Scene, browser: Client) -> None:
    page = _asked(browser, q="légumerie")
    kinds = [node.attributes["href"] for node in HTMLParser(page).css("nav.sections a")]
    options = _texts(page, "#equipe option")

    assert options == ["all teams", f"A · Les rives ({_count(browser, equipe='A')})", f"B · Les bourgs ({_count(browser, equipe='B')})"]
    for address, said in zip(kinds, _texts(page, "nav.sections .number"), strict=True):
        assert _texts(browser.get(f"/aller/{address}").content.decode(), "#answers")[0].split()[0] == said


def _count(browser: Client, **wanted: str) -> str:
    return _texts(_asked(browser, q="légumerie", **wanted), "#answers")[0].split()[0]


def test_choices_that_nothing_answers_say_so_and_lead_back(indexed: Scene, browser: Client) -> None:
    page = _asked(browser, q="haie", equipe="B")

    assert _texts(page, ".empty .lede") == ["Nothing holds “haie” under these choices."]
    assert _texts(page, "#equipe option[selected]") == ["B · Les bourgs (0)"]
    assert 'href="?q=haie">Look everywhere</a>' in page


@pytest.mark.parametrize("name", ["genre", "equipe", "theme", "lieu", "etat"])
def test_a_choice_that_does_not_exist_finds_nothing_and_breaks_nothing(indexed: Scene, browser: Client, name: str) -> None:
    response = browser.get(reverse("find"), {"q": "haie", name: "n'importe quoi"})

    assert (response.status_code, _texts(response.content.decode(), "#answers")) == (200, ["No answer"])


def test_an_idea_set_aside_is_found_with_its_reason(indexed: Scene, browser: Client, local: Person) -> None:
    idea = Idea.objects.of(indexed.initiative).get(title__startswith="Replanter")
    set_idea_aside(idea, "Un exemple venu d'ailleurs", by=local)
    index_workspace(indexed.initiative)

    page = _asked(browser, q="haie", etat="set_aside")

    assert _texts(page, ".answers .fate") == ["Set aside: “Un exemple venu d’ailleurs”"]
    assert _texts(page, "#etat option") == ["all states", "set aside (1)"]


def test_who_does_not_coordinate_neither_finds_nor_counts_whole_passages(indexed: Scene, browser: Client, local: Person) -> None:
    keep_ideas(list(Idea.objects.of(indexed.initiative).filter(title__startswith="Replanter")), by=local)
    index_workspace(indexed.initiative)
    before = _texts(_asked(browser, q="haie"), "nav.sections a")
    Membership.objects.of(indexed.initiative).filter(person=local).update(role="reader")

    after = _asked(browser, q="haie")

    assert (before, _texts(after, "nav.sections a")) == (["Everything 2", "Ideas 1", "Passages 1"], ["Everything 1", "Ideas 1"])
    assert _texts(after, "#answers") == ["1 answer"]


def test_many_answers_come_page_after_page(scene: Scene, browser: Client, local: Person) -> None:
    _bring_hedges(scene, PER_PAGE + 3, by=local)

    first, second = _asked(browser, q="haie", genre="passage"), _asked(browser, q="haie", genre="passage", page="2")

    assert [len(HTMLParser(page).css(".answers li")) for page in (first, second)] == [PER_PAGE, 4]
    assert _texts(first, ".title .soft") == [f"from 1 to {PER_PAGE}, the closest first"]
    assert "?q=haie&amp;genre=passage&amp;page=2" in first


def test_what_is_typed_is_never_code(indexed: Scene, browser: Client) -> None:
    page = _asked(browser, q='"><script>alert(1)</script>', equipe='"><script>')

    assert "<script>alert" not in page
    assert '"><script>' not in page


@pytest.mark.parametrize("rows", [1, 3])
def test_one_answer_and_three_ask_the_same_number_of_queries(
    rows: int, scene: Scene, browser: Client, local: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    _bring_hedges(scene, rows - 1, by=local)
    asked = {"q": "haie", "genre": "passage"}
    assert len(HTMLParser(_asked(browser, **asked)).css(".answers li")) == rows

    with django_assert_num_queries(PAGE_QUERIES):
        browser.get(reverse("find"), asked)


@pytest.mark.parametrize("question", ["haie", "légumerie cantine Orve maraîchers", "e"])
def test_many_answers_ask_no_more_than_one_query_a_kind(
    indexed: Scene, browser: Client, django_assert_max_num_queries: DjangoAssertNumQueries, question: str
) -> None:
    browser.get("/aller/")

    with django_assert_max_num_queries(DIALOG_QUERIES):
        browser.get("/aller/", {"q": question}, headers={"HX-Request": "true"})


def _bring_hedges(scene: Scene, number: int, *, by: Person) -> None:
    for rank in range(number):
        path, content = f"a-rives/haie-{rank}.txt", f"Il y a {rank + 2} haies sur le coteau.".encode()
        receive_document(scene.initiative, path, content, read_file(path, content, known=()), by=by)
    index_workspace(scene.initiative)
