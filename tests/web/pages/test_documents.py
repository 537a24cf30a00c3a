"""What the teams left: the list, one document read, its pages, its file."""

import re
from pathlib import Path

import pytest
import typst
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from selectolax.lexbor import LexborHTMLParser as HTMLParser
from tests.web.scene import Scene

from semailles.core.files import stored_path
from semailles.core.models import Person
from semailles.intake.actions import receive_document
from semailles.intake.models import Document, DocumentVersion, Source
from semailles.intake.readings import read_file
from semailles.projects.actions import NewProject, merge_projects, open_project
from semailles.web.layout.links import to_document, to_passage
from semailles.workshop.models import Initiative

HEDGES = "Replanter des haies le long de la rivière, avec les lycéens du plateau et les chasseurs"
TABLE = "Action;Porteur;Année\nCréer une légumerie partagée;Syndicat de l'Orve;2027\nOuvrir un pédibus;;2028\n"


def _receive(scene: Scene, by: Person, path: str, content: bytes) -> Document:
    receive_document(scene.initiative, path, content, read_file(path, content, known=()), by=by)
    return Document.objects.of(scene.initiative).get(path=path)


def _pdf(*pages: str) -> bytes:
    return typst.compile(b"#set page(width: 300pt, height: 200pt)\n" + "\n#pagebreak()\n".join(pages).encode())


def _texts(page: str, selector: str) -> list[str]:
    return [" ".join(node.text(separator=" ").split()) for node in HTMLParser(page).css(selector)]


@pytest.fixture
def pdf(scene: Scene, local: Person) -> Document:
    return _receive(scene, local, "a-rives/carnet.pdf", _pdf("Une première page, sans rien à faire.", f"- {HEDGES}"))


def test_the_list_says_what_was_read_and_what_could_not(scene: Scene, browser: Client) -> None:
    page = browser.get(reverse("documents")).content.decode()

    assert _texts(page, ".lede") == ["3 documents of 2 teams, 9 passages read, 6 ideas found. One file could not be read."]
    assert _texts(page, ".unread .gist") == ["b-bourgs/vide.txt The file is empty: look for another copy."]
    assert _texts(page, "tbody th") == ["notes.md", "releve.txt", "vide.txt"]
    assert _texts(page, "tbody td:nth-child(2)") == ["md, 5 passages", "txt, 4 passages", "–"]


def test_an_empty_workspace_says_the_next_gesture(initiative: Initiative, browser: Client) -> None:
    page = browser.get(reverse("documents")).content.decode()

    assert (_texts(page, "h1"), _texts(page, ".empty code")) == (["What the teams left"], ["semailles run FOLDER --output OUT"])


def test_the_list_asks_the_same_number_of_queries_whatever_it_holds(
    scene: Scene, browser: Client, local: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    browser.get(reverse("documents"))
    with django_assert_num_queries(11):
        browser.get(reverse("documents"))
    for rank in range(3):
        _receive(scene, local, f"a-rives/suite-{rank}.txt", f"Il faudrait planter {rank + 2} vergers.".encode())

    browser.get(reverse("documents"))
    with django_assert_num_queries(11):
        browser.get(reverse("documents"))


def test_exact_words_are_highlighted_where_they_stand(scene: Scene, browser: Client) -> None:
    source = Source.objects.of(scene.initiative).select_related("passage__version__document").order_by("pk")[0]

    page = browser.get(to_passage(source)).content.decode()

    assert "".join(node.text() for node in HTMLParser(page).css("mark.sought")) == source.quote
    assert [node.id for node in HTMLParser(page).css(".here")] == [f"p-{source.passage.rank}"]
    assert _texts(page, ".came a") == ["A1 Créer une légumerie partagée pour les cantines de la vallée"]


@pytest.mark.parametrize(
    "asked", ["passage=999", "passage=-1", "passage=abc", "passage=0&debut=90000&fin=3", "ecran=99", "page=7", "version=zz", "passage=²"]
)
def test_an_address_that_asks_for_what_is_not_there_opens_the_document(asked: str, scene: Scene, browser: Client) -> None:
    response = browser.get(f"{to_document(scene.document)}?{asked}")

    assert (response.status_code, _texts(response.content.decode(), "h1")) == (200, ["notes.md"])


def test_a_pdf_shows_each_page_beside_its_words(pdf: Document, browser: Client) -> None:
    source = Source.objects.of(pdf.initiative).filter(passage__version__document=pdf).select_related("passage__version__document").get()

    tree = HTMLParser(browser.get(to_passage(source)).content.decode())

    assert [image.attributes["src"] for image in tree.css(".facsimile img")] == [f"{to_document(pdf)}pages/{n}.png" for n in (1, 2)]
    assert [len(figure.css("rect")) for figure in tree.css(".facsimile")] == [0, 2]


def test_a_picture_is_asked_once(pdf: Document, browser: Client) -> None:
    url = f"{to_document(pdf)}pages/2.png"
    first = browser.get(url)
    again = browser.get(url, HTTP_IF_NONE_MATCH=first["ETag"])

    assert (first.content[:4], first["Content-Type"], first["Cache-Control"]) == (b"\x89PNG", "image/png", "private, no-cache")
    assert (again.status_code, again.content, again["Content-Security-Policy"]) == (304, b"", "default-src 'none'; sandbox")


@pytest.mark.parametrize("page", ["3.png", "0.png", "2.svg", "2.gif"])
def test_a_picture_that_does_not_exist_is_not_found(page: str, pdf: Document, browser: Client) -> None:
    assert browser.get(f"{to_document(pdf)}pages/{page}").status_code == 404


def test_a_table_is_a_table(scene: Scene, browser: Client, local: Person) -> None:
    sheet = _receive(scene, local, "a-rives/actions.csv", TABLE.encode())

    page = browser.get(f"{to_document(sheet)}?passage=1").content.decode()

    assert _texts(page, "article thead th") == ["Row", "Action", "Porteur", "Année"]
    assert [re.sub(r" A\d+$", "", cell) for cell in _texts(page, "article tr.here > *")] == ["3", "Ouvrir un pédibus", "", "2028"]


def test_the_file_is_given_as_it_was_received(scene: Scene, browser: Client) -> None:
    response = browser.get(reverse("original", args=[scene.document.public_id]))

    assert b"".join(response).decode().startswith("# Manger ici\n")  # type: ignore[call-overload]  # a streamed response
    headers = ("Content-Disposition", "Content-Type", "X-Content-Type-Options", "Content-Security-Policy")
    assert [response[name] for name in headers] == [
        'attachment; filename="notes.md"',
        "application/octet-stream",
        "nosniff",
        "default-src 'none'; sandbox",
    ]


def test_a_file_that_is_gone_is_said_in_one_sentence(scene: Scene, browser: Client, pdf: Document) -> None:
    for version in DocumentVersion.objects.of(scene.initiative):
        stored_path(version.sha256).unlink(missing_ok=True)

    asked = browser.get(reverse("original", args=[scene.document.public_id]))
    page = browser.get(to_document(pdf)).content.decode()

    sentence = (
        "The file a-rives/notes.md is no longer in the workspace: put it back in your folder and run again. What was read in it is kept."
    )
    assert (asked.status_code, _texts(asked.content.decode(), ".lede")) == (409, [sentence])
    assert (_texts(page, ".facts .late"), _texts(page, "figure")) == (
        ["The file itself is no longer in the workspace: only what was read in it is left."],
        [],
    )


def test_the_words_of_an_earlier_version_are_still_there(scene: Scene, browser: Client, local: Person) -> None:
    source = Source.objects.of(scene.initiative).select_related("passage__version__document").order_by("pk")[0]
    _receive(scene, local, scene.document.path, "# Tout autre chose\n\nRien à faire.\n".encode())
    source.passage.version.refresh_from_db()

    page = browser.get(to_passage(source)).content.decode()

    assert "".join(node.text() for node in HTMLParser(page).css("mark.sought")) == source.quote
    assert _texts(page, ".versions a") == ["the version that counts", "earlier version"]
    assert _texts(page, ".versions [aria-current]") == ["earlier version"]


def test_a_long_document_is_read_in_parts(scene: Scene, browser: Client, local: Person) -> None:
    text = "\n\n".join(f"Le paragraphe numéro {rank} raconte la rivière et ses moulins." for rank in range(320))
    long = _receive(scene, local, "a-rives/long.txt", text.encode())

    page = browser.get(f"{to_document(long)}?passage=200").content.decode()

    assert (HTMLParser(page).css_first("article p").id, len(HTMLParser(page).css("article p"))) == ("p-150", 150)
    assert [link.attributes["href"] for link in HTMLParser(page).css(".pager a")][:2] == ["?ecran=1", "?ecran=3"]


def test_hostile_words_stay_words(scene: Scene, browser: Client, local: Person) -> None:
    cell = "<script>alert(1)</script> \u202egnort\u202c " + "x" * 200_000
    hostile = _receive(scene, local, "a-rives/<img src=x onerror=1>.csv", f'Action;Note\n{cell};"<b>non</b>"\nAutre;rien\n'.encode())

    page = browser.get(f"{to_document(hostile)}?passage=0").content.decode()

    assert (page.count("<script"), page.count("<img"), page.count("<b>")) == (4, 0, 0)
    assert len(page) < 40_000
    assert _texts(page, "h1") == ["<img src=x onerror=1>.csv"]


def test_a_document_of_another_initiative_is_not_found(scene: Scene, browser: Client, local: Person, tmp_path: Path) -> None:
    from semailles.workshop.actions import open_initiative

    elsewhere = open_initiative("Ailleurs", by=local)
    content = b"Il faudrait un verger."
    receive_document(elsewhere, "x/a.txt", content, read_file("a.txt", content, known=()), by=local)
    document = Document.objects.of(elsewhere).get()

    found = [browser.get(url).status_code for url in (to_document(document), reverse("original", args=[document.public_id]))]
    assert found == [404, 404]


def test_a_document_says_which_projects_its_ideas_feed(scene: Scene, browser: Client, local: Person) -> None:
    source = Source.objects.of(scene.initiative).filter(idea=scene.idea).select_related("passage__version__document").get()
    other = open_project(scene.initiative, NewProject("Cuisine centrale", ideas=[scene.idea]), by=local)
    merge_projects(other, scene.project, "même cuisine", by=local)

    page = browser.get(to_passage(source)).content.decode()

    assert _texts(page, ".found .became")[0] == "feeds 1. Créer une légumerie partagée pour les cantines de la vallée"
    assert _texts(page, "#became") == ["What became of it"]
    assert len(_texts(page, "#became + ul > li")) == 2
