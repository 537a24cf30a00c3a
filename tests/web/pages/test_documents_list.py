"""The list of documents: chosen by team, state and kind, in several orders, with the number that each choice leaves."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from selectolax.lexbor import LexborHTMLParser as HTMLParser
from tests.web.scene import Scene

from semailles.core.models import Person
from semailles.intake.actions import receive_document
from semailles.intake.actions.depositing import GivenFile, deposit_files
from semailles.intake.actions.rereading import ask_to_read_again
from semailles.intake.models import Document
from semailles.intake.readings import read_file
from semailles.web.pages.documents.views import PER_PAGE
from semailles.workshop.actions import open_initiative
from semailles.workshop.models import Initiative

QUERIES = 11
ROWS = "table.shelf tbody th"


def _texts(page: str, selector: str) -> list[str]:
    return [" ".join(node.text(separator=" ").split()) for node in HTMLParser(page).css(selector)]


def _asked(browser: Client, **wanted: str) -> str:
    return browser.get(reverse("documents"), wanted).content.decode()


def _receive(initiative: Initiative, by: Person, path: str, content: bytes) -> Document:
    return receive_document(initiative, path, content, read_file(path, content, known=()), by=by).document


@pytest.mark.parametrize(
    ("wanted", "rows"),
    [
        ({}, ["notes.md", "releve.txt", "vide.txt"]),
        ({"equipe": "B"}, ["releve.txt", "vide.txt"]),
        ({"etat": "unreadable"}, ["vide.txt"]),
        ({"genre": "md"}, ["notes.md"]),
        ({"equipe": "B", "etat": "read"}, ["releve.txt"]),
        ({"equipe": "A", "genre": "txt"}, []),
        ({"equipe": "<b>", "etat": "zz"}, []),
    ],
)
def test_documents_are_chosen_by_team_state_and_kind(scene: Scene, browser: Client, wanted: dict[str, str], rows: list[str]) -> None:
    assert _texts(_asked(browser, **wanted), ROWS) == rows


def test_each_choice_says_how_many_documents_it_leaves(scene: Scene, browser: Client) -> None:
    page = _asked(browser, equipe="B")

    assert _texts(page, "#equipe option") == ["all teams", "A · Les rives (1)", "B · Les bourgs (2)"]
    assert _texts(page, "#etat option") == ["all states", "read (1)", "refused (1)"]
    assert _texts(page, "#genre option") == ["all formats", "none was recognised (1)", "txt (1)"]


def test_nothing_that_answers_leads_back_to_the_whole_list(scene: Scene, browser: Client) -> None:
    page = _asked(browser, equipe="A", genre="txt")

    assert _texts(page, ".empty .lede") == ["No document answers these choices."]
    assert _texts(page, ".empty a") == ["Show all"]


def test_the_order_may_be_chosen(scene: Scene, browser: Client, local: Person) -> None:
    _receive(scene.initiative, local, "a-rives/zz.txt", b"Un constat.")

    assert _texts(_asked(browser, tri="date"), ROWS)[0] == "zz.txt A"
    assert _texts(_asked(browser, tri="ideas"), ROWS)[:2] == ["notes.md A", "releve.txt B"]


def test_what_waits_to_be_read_is_shown_and_counted(scene: Scene, browser: Client, local: Person) -> None:
    ask_to_read_again(scene.initiative, [scene.document], by=local)
    given = GivenFile("suite.md", b"- Ouvrir un verger.\n")
    deposit_files(scene.initiative, [given], folder="collines", key=scene.document.public_id, by=local)

    page = _asked(browser, etat="waiting")

    assert (_texts(page, ROWS), _texts(page, "#waiting"), _texts(page, ".plainlist .file")) == (
        ["notes.md"],
        ["One file waits to be read"],
        ["collines/suite.md"],
    )
    assert "waiting to be read (2)" in _texts(page, "#etat option")


def test_long_lists_come_in_pages(initiative: Initiative, browser: Client, local: Person) -> None:
    for rank in range(PER_PAGE + 2):
        _receive(initiative, local, f"a/{rank:03}.txt", f"Un constat, {rank}.".encode())

    pages = [_texts(_asked(browser, page=number), ROWS) for number in ("1", "2")]

    assert [len(rows) for rows in pages] == [PER_PAGE, 2]
    assert pages[1] == ["100.txt", "101.txt"]


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("wanted", [{}, {"tri": "date"}])
def test_one_document_and_three_ask_the_same_number_of_queries(
    rows: int, wanted: dict[str, str], db: None, browser: Client, local: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    initiative = open_initiative("Vallée", by=local)
    for rank in range(rows):
        _receive(initiative, local, f"equipe-{rank}/n.txt", f"Il faudrait planter {rank + 2} vergers.".encode())
    assert len(_texts(_asked(browser, **wanted), ROWS)) == rows

    with django_assert_num_queries(QUERIES):
        _asked(browser, **wanted)
