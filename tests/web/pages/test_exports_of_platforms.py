"""An export of another platform on screen: its document, one of its ideas."""

from threading import Event as Flag
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from selectolax.lexbor import LexborHTMLParser as HTMLParser
from tests.engines.exchange.exports import DECIDIM_NEW, as_csv
from tests.web.scene import Scene

from semailles.core.audience import Audience
from semailles.core.jobs.worker import work_once
from semailles.core.models import Person
from semailles.core.search import find
from semailles.intake.actions import keep_idea, receive_document
from semailles.intake.actions.depositing import GivenFile, deposit_files
from semailles.intake.actions.wording import Part, split_idea
from semailles.intake.marks import give_marks
from semailles.intake.models import Document, Idea
from semailles.intake.readings import read_file
from semailles.publication.indexing import index_workspace
from semailles.web.layout.links import to_document, to_idea

PATH = "a-rives/propositions.csv"
SHUTTLE = {
    "id": 12,
    "title/fr": "Une navette le dimanche",
    "body/fr": "La navette relierait la gare au marché.",
    "author/name": "Anne Kerdoncuff",
    "component/id": 7,
    "votes": 41,
    "comments": 1,
    "url": "https://participer.exemple.fr/proposals/12",
    "address": "Place du Marché",
    "latitude": 48.6,
    "longitude": 2.4,
    "published_at": "2024-05-02T10:00:00Z",
    "state": "accepted",
}


def _texts(page: str, selector: str) -> list[str]:
    return [" ".join(node.text(separator=" ").split()) for node in HTMLParser(page).css(selector)]


def _give(scene: Scene, by: Person, *rows: dict[str, object]) -> None:
    content = as_csv(DECIDIM_NEW, *rows)
    receive_document(scene.initiative, PATH, content, read_file(PATH, content, known=()), by=by)
    give_marks(scene.initiative, by=by)


@pytest.fixture
def shuttle(scene: Scene, local: Person) -> Idea:
    _give(scene, local, SHUTTLE, {"id": 13, "component/id": 7})
    found: Idea = Idea.objects.of(scene.initiative).get(title="Une navette le dimanche")
    return found


def test_the_document_says_whose_export_it_is_and_which_rows_are_missing(scene: Scene, shuttle: Idea, browser: Client) -> None:
    page = browser.get(to_document(Document.objects.of(scene.initiative).get(path=PATH))).content.decode()

    assert _texts(page, ".export h2") == ["Export: Decidim"]
    assert _texts(page, ".export li") == ["Row 3 has neither title nor text: nothing was taken from it."]


def test_the_page_of_deposits_says_how_many_rows_are_missing(scene: Scene, browser: Client, local: Person) -> None:
    given = GivenFile("propositions.csv", as_csv(DECIDIM_NEW, SHUTTLE, {"id": 13, "component/id": 7}))
    deposit_files(scene.initiative, [given], folder="a-rives", key=uuid4(), by=local)
    while work_once(Flag()):
        pass

    assert _texts(browser.get(reverse("deposit")).content.decode(), ".fates p") == ["1 idea 1 row to look at"]


def test_an_idea_says_where_it_stood(shuttle: Idea, browser: Client) -> None:
    page = browser.get(to_idea(shuttle)).content.decode()

    terms = _texts(page, "[aria-labelledby='stood-1'] dt")
    said = dict(zip(terms, _texts(page, "[aria-labelledby='stood-1'] dd"), strict=True))
    assert said["Author there"] == "Anne Kerdoncuff never printed"
    assert said["Place there"] == "Place du Marché · 48.60000, 2.40000"
    assert said["Counted there"].startswith("41 supports, 1 comment, in the export received on ")
    assert said["Written there"] == "2 May 2024"
    (link,) = HTMLParser(page).css("[aria-labelledby='stood-1'] a")
    assert (link.attributes["href"], link.attributes["rel"]) == ("https://participer.exemple.fr/proposals/12", "noopener noreferrer")


def test_a_part_of_it_says_so_too(shuttle: Idea, browser: Client, local: Person) -> None:
    part = split_idea(shuttle, [Part("Une navette"), Part("Un arrêt au marché")], by=local)[0]

    assert _texts(browser.get(to_idea(part)).content.decode(), "#stood-1") == ["Where it stood before: Decidim"]


def test_an_idea_that_came_from_nowhere_else_says_nothing(scene: Scene, browser: Client) -> None:
    idea = Idea.objects.of(scene.initiative).select_related("team").earliest("pk")

    assert _texts(browser.get(to_idea(idea)).content.decode(), "#stood-1") == []


def test_the_page_asks_as_much_for_many_rows_as_for_one(
    scene: Scene, shuttle: Idea, browser: Client, local: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    address = to_document(Document.objects.of(scene.initiative).get(path=PATH))
    with django_assert_num_queries(20):
        browser.get(address)

    _give(
        scene, local, SHUTTLE, *({**SHUTTLE, "id": rank, "title/fr": f"Navette {rank}"} for rank in (20, 21)), {"id": 22, "component/id": 7}
    )

    with django_assert_num_queries(20):
        browser.get(address)


def test_nobody_but_the_facilitator_finds_an_author(scene: Scene, shuttle: Idea, local: Person) -> None:
    named = {**SHUTTLE, "id": 14, "title/fr": "Un four à pain", "body/fr": "Anne Kerdoncuff prêterait son four."}
    _give(scene, local, SHUTTLE, named)
    keep_idea(shuttle, by=local)
    index_workspace(scene.initiative)

    def kinds(words: str, reader: Audience) -> list[str]:
        return [found.kind for found in find(scene.initiative.public_id, words, reader=reader)]

    assert kinds("Kerdoncuff", Audience.WORKING) == []
    assert kinds("navette dimanche", Audience.WORKING) == ["idea"]
    assert "passage" in kinds("Kerdoncuff", Audience.FACILITATOR)
