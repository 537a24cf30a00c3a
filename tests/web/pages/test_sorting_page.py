"""The board of sorting, by plain forms: each gesture leads to the next idea."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from selectolax.lexbor import LexborHTMLParser as HTMLParser
from tests.web.scene import Scene

from semailles.core.models import Job, Person
from semailles.intake.actions import keep_ideas, receive_document
from semailles.intake.marks import give_marks
from semailles.intake.models import Idea
from semailles.intake.readings import read_file
from semailles.workshop.actions import open_initiative
from semailles.workshop.models import Initiative

CANTEEN = "Créer une légumerie partagée pour les cantines de la vallée"


def _board(browser: Client, url: str = "", **headers: str) -> HTMLParser:
    return HTMLParser(browser.get(url or reverse("sort"), headers=headers).content.decode())


def _text(page: HTMLParser, selector: str) -> str:
    node = page.css_first(selector)
    return " ".join(node.text(separator=" ").split()) if node else ""


def _decide(browser: Client, gesture: str, *ideas: Idea, query: str = "", **typed: str) -> HTMLParser:
    data = {"gesture": gesture, "ideas": [str(idea.public_id) for idea in ideas], **typed}
    return HTMLParser(browser.post(reverse("sort-decide") + query, data, follow=True).content.decode())


@pytest.fixture
def ideas(scene: Scene) -> list[Idea]:
    return list(Idea.objects.of(scene.initiative).order_by("team", "number"))


def test_the_first_idea_that_nobody_sorted_is_read_with_its_page(scene: Scene, browser: Client, ideas: list[Idea]) -> None:
    page = _board(browser)

    assert (_text(page, "#reading"), _text(page, ".queue .here .n")) == (CANTEEN, "1")
    assert _text(page, ".origin mark.sought").startswith(CANTEEN)
    assert _text(page, ".progress strong") == "0"


def test_a_gesture_leads_to_the_next_idea(scene: Scene, browser: Client, ideas: list[Idea]) -> None:
    page = _decide(browser, "keep", ideas[0])

    ideas[0].refresh_from_db()
    assert (ideas[0].state, _text(page, "#reading"), _text(page, ".progress strong")) == ("kept", ideas[1].title.replace("'", "’"), "1")
    assert CANTEEN in _text(page, ".said")


def test_what_is_set_aside_says_why_and_without_why_nothing_is_done(scene: Scene, browser: Client, ideas: list[Idea]) -> None:
    refused = _decide(browser, "aside", ideas[0])
    _decide(browser, "aside", ideas[0], reason="It exists already", other="la mairie l’a ouverte en 2019")

    ideas[0].refresh_from_db()
    assert _text(refused, "[role=alert]") == "Say in a few words why this is set aside."
    assert (ideas[0].state, ideas[0].set_aside_reason) == ("set_aside", "la mairie l’a ouverte en 2019")


def test_a_duplicate_is_named_by_one_of_the_nearest_or_by_its_mark(scene: Scene, browser: Client, ideas: list[Idea]) -> None:
    near = _board(browser, f"{reverse('sort')}?idee={ideas[0].public_id}").css("input[name=of]")
    _decide(browser, "duplicate", ideas[0], of=near[0].attributes["value"] or "")
    _decide(browser, "duplicate", ideas[2], mark="a2")
    unknown = _decide(browser, "duplicate", ideas[3], mark="Z99")

    for idea in ideas:
        idea.refresh_from_db()
    assert len(near) <= 5
    assert (str(ideas[0].merged_into.public_id), ideas[2].merged_into) == (near[0].attributes["value"], ideas[1])  # type: ignore[union-attr]  # it is one
    assert (_text(unknown, "[role=alert]"), ideas[3].state) == ("No idea bears the mark “Z99”.", "suggested")


def test_one_gesture_takes_all_that_are_chosen_and_is_undone_whole(scene: Scene, browser: Client, ideas: list[Idea]) -> None:
    page = _decide(browser, "later", *ideas[:3])
    off = [idea.state for idea in Idea.objects.of(scene.initiative).order_by("team", "number")][:3]
    back = _decide(browser, "undo")

    assert (off, _text(page, "#reading")) == (["later"] * 3, ideas[3].title.replace("'", "’"))
    assert _text(back, "#reading") == CANTEEN
    assert Idea.objects.of(scene.initiative).filter(state="later").count() == 0


def test_with_nothing_to_undo_it_is_said(scene: Scene, browser: Client) -> None:
    assert _text(_decide(browser, "undo"), "[role=alert]") == "There is no gesture of yours left to undo."


def test_when_all_is_sorted_the_convergences_are_made_again(scene: Scene, browser: Client, ideas: list[Idea], local: Person) -> None:
    keep_ideas(ideas[1:], by=local)

    page = _decide(browser, "keep", ideas[0])

    assert Job.objects.filter(kind="gather").count() == 1
    assert _text(page, ".finished a") == "See where the teams meet"


def test_what_was_asked_stays_asked_from_one_idea_to_the_next(scene: Scene, browser: Client, ideas: list[Idea]) -> None:
    of_b = [idea for idea in ideas if idea.team.letter == "B"]

    page = _decide(browser, "keep", of_b[0], query="?equipe=B")

    assert _text(page, "#reading") == of_b[1].title.replace("'", "’")
    assert [node.text() for node in page.css(".queue .team")] == [f"B{idea.number}" for idea in of_b]


def test_a_choice_without_answer_says_so(scene: Scene, browser: Client) -> None:
    page = _board(browser, f"{reverse('sort')}?etat=kept")

    assert _text(page, ".reading .lede") == "No idea answers to this choice."


def test_with_scripts_the_board_alone_is_sent(scene: Scene, browser: Client, ideas: list[Idea]) -> None:
    data = {"gesture": "keep", "ideas": str(ideas[0].public_id)}
    answer = browser.post(reverse("sort-decide"), data, headers={"HX-Request": "true"})

    page = HTMLParser(answer.content.decode())
    assert (answer.status_code, page.css_first("header"), _text(page, "#reading")) == (200, None, ideas[1].title.replace("'", "’"))
    assert answer.headers["HX-Push-Url"] == f"{reverse('sort')}?idee={ideas[1].public_id}"


def test_other_words_are_written_and_the_quote_stays(scene: Scene, browser: Client, ideas: list[Idea]) -> None:
    url = reverse("idea-reword", kwargs={"public_id": ideas[0].public_id})
    typed = {"title": "Une légumerie", "text": "Une légumerie à quatre.", "kind": "projet", "revision": "0"}
    done = browser.post(f"{url}?retour=trier", typed)
    late = browser.post(url, typed | {"title": "La légumerie"})

    ideas[0].refresh_from_db()
    assert (done["Location"], ideas[0].title) == (f"{reverse('sort')}?idee={ideas[0].public_id}", "Une légumerie")
    assert (late.status_code, "La légumerie" in late.content.decode()) == (409, True)


def test_an_idea_is_split_line_by_line(scene: Scene, browser: Client, ideas: list[Idea]) -> None:
    url = reverse("idea-split", kwargs={"public_id": ideas[0].public_id})
    refused = browser.post(url, {"parts": "Une seule ligne"})
    browser.post(url, {"parts": "Créer une légumerie partagée\nTrois maraîchers la portent"})

    parts = Idea.objects.of(scene.initiative).filter(split_from=ideas[0]).order_by("number")
    assert (refused.status_code, "Give two titles at least" in refused.content.decode()) == (422, True)
    assert [(part.title, part.sources.get().quote) for part in parts] == [
        ("Créer une légumerie partagée", "Créer une légumerie partagée"),
        ("Trois maraîchers la portent", ideas[0].sources.get().quote),
    ]


def test_an_idea_is_written_from_the_words_of_a_document(scene: Scene, browser: Client) -> None:
    typed = {
        "document": str(scene.document.public_id),
        "words": "le long de l'Orve",
        "title": "Un chemin le long de l’Orve",
        "kind": "projet",
    }
    refused = browser.post(reverse("idea-write"), typed | {"words": "le long de la Seine"})
    browser.post(reverse("idea-write"), typed)

    idea = Idea.objects.of(scene.initiative).get(title="Un chemin le long de l’Orve")
    assert (refused.status_code, "does not stand in this passage" in refused.content.decode()) == (422, True)
    assert (idea.state, idea.sources.get().quote) == ("kept", "le long de l'Orve")


@pytest.mark.parametrize("size", [1, 3])
def test_a_longer_queue_asks_no_more_queries(
    size: int, db: None, browser: Client, local: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    initiative: Initiative = open_initiative("Vallée", by=local)
    text = "".join(f"- Créer une légumerie pour les {rank} cantines.\n" for rank in range(2, 2 + size)).encode()
    receive_document(initiative, "a/n.md", text, read_file("n.md", text, known=()), by=local)
    give_marks(initiative, by=local)
    browser.get(reverse("sort"))

    with django_assert_num_queries(20 if size > 1 else 19):
        browser.get(reverse("sort"))
