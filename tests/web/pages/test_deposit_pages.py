"""The page where files are given, and those that say whose a document is and what changed in it."""

import zipfile
from io import BytesIO
from threading import Event as Flag
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import get_resolver, reverse
from pytest_django import DjangoAssertNumQueries
from selectolax.lexbor import LexborHTMLParser as HTMLParser
from tests.web.scene import Scene

from semailles.core.jobs.worker import work_once
from semailles.core.models import Job, Person
from semailles.intake.models import Document
from semailles.workshop.actions import open_initiative

NOTES = "- Créer une légumerie partagée pour les cantines.\n"


def _text(page: HTMLParser, selector: str) -> str:
    node = page.css_first(selector)
    return " ".join(node.text(separator=" ").split()) if node else ""


def _give(browser: Client, *given: tuple[str, bytes], **typed: str) -> HTMLParser:
    files = [SimpleUploadedFile(name, content) for name, content in given]
    asked = {"key": str(uuid4()), "new_team": "collines", "given": files, **typed}
    page = HTMLParser(browser.post(reverse("deposit"), asked, follow=True).content.decode())
    while work_once(Flag()):
        pass
    return page


def test_files_are_given_and_followed_to_their_end(scene: Scene, browser: Client) -> None:
    waiting = _give(browser, ("notes.md", NOTES.encode()), ("vide.pdf", b""))

    page = HTMLParser(browser.get(reverse("deposit-follow")).content.decode())
    assert (_text(waiting, "#deposits [role=status]"), _text(page, "#deposits [role=status]")) == ("0 of 2 looked at", "2 of 2 looked at")
    assert [" ".join(line.text(separator=" ").split()) for line in page.css(".fates > li")] == [
        "collines/notes.md 1 idea read",
        "collines/vide.pdf The file is empty: look for another copy. Try again collines/vide.pdf refused",
    ]
    assert [job.kind for job in Job.objects.order_by("pk")] == ["deposit", "deposit", "gather"]


def test_an_archive_says_what_of_it_could_not_be_read_and_why(scene: Scene, browser: Client) -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for rank in range(6):
            archive.writestr(f"{rank}.zip", b"PK")
    _give(browser, ("lot.zip", out.getvalue()))

    page = HTMLParser(browser.get(reverse("deposit-follow")).content.decode())

    assert (_text(page, ".fates .gist > p"), _text(page, ".fates .state")) == ("Nothing in it could be read. 6 files inside", "refused")
    assert [" ".join(line.text(separator=" ").split()) for line in page.css(".fates .gist li")] == [
        *(
            f"collines/lot.zip/{rank}.zip An archive inside an archive is not opened: take it out, and give it by itself."
            for rank in range(5)
        ),
        "1 other file that could not be read",
    ]


def test_every_page_answers_between_the_reading_of_a_new_team_and_its_gathering(scene: Scene, browser: Client) -> None:
    asked = {"key": str(uuid4()), "new_team": "coteaux neufs", "given": SimpleUploadedFile("n.md", NOTES.encode())}
    browser.post(reverse("deposit"), asked)
    work_once(Flag())

    names = sorted(name for name in get_resolver().reverse_dict if isinstance(name, str) and not get_resolver().reverse_dict[name][0][0][1])
    answers = {name: browser.get(reverse(name)).status_code for name in names}

    assert "dashboard" in answers
    assert {name: code for name, code in answers.items() if code >= 500} == {}


def test_nothing_chosen_is_said_and_what_was_typed_stays(scene: Scene, browser: Client) -> None:
    answer = browser.post(reverse("deposit"), {"key": str(uuid4()), "new_team": "collines"})

    page = HTMLParser(answer.content.decode())
    assert (answer.status_code, page.css_first("[name=new_team]").attributes["value"]) == (422, "collines")  # type: ignore[union-attr]  # it is there
    assert "Choose at least one file to give." in _text(page, "#faults")


def test_the_places_of_dropped_files_say_their_teams(scene: Scene, browser: Client) -> None:
    files = [SimpleUploadedFile("n.md", NOTES.encode()), SimpleUploadedFile("m.md", b"- Ouvrir un cafe a la gare du bourg.\n")]
    asked = {"key": str(uuid4()), "given": files, "paths": ["atelier/collines/n.md", "atelier/plaine/m.md"]}
    browser.post(reverse("deposit"), asked)
    while work_once(Flag()):
        pass

    found = Document.objects.of(scene.initiative).filter(is_deposited=True).values_list("path", flat=True)
    assert list(found) == ["collines/n.md", "plaine/m.md"]


def test_whose_a_document_is_is_written_and_shown(scene: Scene, browser: Client) -> None:
    url = reverse("document-describe", kwargs={"public_id": scene.document.public_id})
    typed = {"team": str(scene.document.team.public_id), "author": "Groupe des rives", "dated_on": "2 mars 2027", "diffusion": "groupes"}
    faulty = browser.post(url, typed | {"dated_on": "31 avril 2027"})
    done = browser.post(url, typed)

    facts = _text(HTMLParser(browser.get(done["Location"]).content.decode()), ".facts")
    assert (faulty.status_code, done.status_code) == (422, 302)
    assert "Groupe des rives" in facts
    assert "working groups" in facts


def test_a_document_of_one_version_has_nothing_to_compare(scene: Scene, browser: Client) -> None:
    assert browser.get(reverse("document-compare", kwargs={"public_id": scene.document.public_id})).status_code == 404


@pytest.mark.parametrize("size", [1, 3])
def test_more_files_ask_no_more_queries(
    size: int, db: None, browser: Client, local: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    open_initiative("Vallée", by=local)
    _give(browser, *((f"n{rank}.md", NOTES.replace("une", str(rank)).encode()) for rank in range(size)))

    with django_assert_num_queries(15):
        browser.get(reverse("deposit-follow"))
