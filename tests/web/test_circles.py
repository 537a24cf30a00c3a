"""What is planted in the workspace stays in the facilitator's circle: every page that members may open is read for it, whatever it is made of."""

import io
import zipfile
from html import unescape
from typing import Any
from urllib.parse import unquote_plus

import pypdfium2
import pytest
from django.test import Client
from tests.keeping import made_once
from tests.web.scene import Scene, settle
from tests.web.test_access import MATRIX, address

from semailles.core.models import Person
from semailles.intake.actions import keep_ideas, receive_document
from semailles.intake.models import Claim, Idea, Passage
from semailles.intake.readings import read_file
from semailles.publication.gathering import gather
from semailles.publication.indexing import index_workspace
from semailles.workshop.models import Actor, Initiative, Membership

INTERVIEW = """# Entretien

- Créer une légumerie partagée pour les cantines de la vallée, comme le demande Mme Ysaline Corvoisier, joignable à y.corvoisier@orve.example.
- Ouvrir un observatoire des hérons cendrés au moulin de Mme Corvoisier.

Mme Ysaline Corvoisier préside le Syndicat de l'Orve. Le Fonds des Moulins a décidé de financer la légumerie.
"""
KEPT, SAID = "légumerie", "Le Fonds des Moulins a décidé de financer la légumerie."
PERSON = ("Corvoisier", "Ysaline")
CONTACT = ("y.corvoisier@orve.example", "secretariat@moulins.example", "01 00 00 00 00")
UNKEPT = ("hérons",)
CONTRADICTION = ("the sources disagree", "The sources disagree", "Settle a contradiction", "two sources disagree", "a décidé de financer")
PLANTED = {"person": PERSON, "contact": CONTACT, "nobody kept": UNKEPT, "contradiction": CONTRADICTION}
READ = sorted(route for route, row in MATRIX.items() if row.get("post") is None)


Answer = Any  # what a test's browser gives is read here, whether it comes whole or in pieces


def _planted(initiative: Initiative, by: Person) -> Scene:
    scene = settle(initiative, by=by)
    content = INTERVIEW.encode()
    receive_document(initiative, "a-rives/entretien.md", content, read_file("a-rives/entretien.md", content, known=()), by=by)
    gather(initiative, by=by)
    _told_otherwise(initiative)
    keep_ideas(list(Idea.objects.of(initiative).filter(text__icontains=KEPT)), by=by)
    index_workspace(initiative)
    return scene


def _told_otherwise(initiative: Initiative) -> None:
    """The interview says decided what the budget says to be confirmed."""
    fund = Actor.objects.of(initiative).get(name="Fonds des Moulins")
    passage = Passage.objects.of(initiative).get(text__contains=SAID)
    start = passage.text.index(SAID)
    words = {"start": start, "end": start + len(SAID), "quote": SAID, "surface": fund.name}
    Claim.objects.create(initiative=initiative, passage=passage, actor=fund, role="finance", level="décidé", weight=1, **words)


@pytest.fixture
def planted(initiative: Initiative, local: Person) -> Scene:
    return made_once(_planted, initiative, local)


def _seen(response: Answer) -> str:
    """All that an answer holds, its addresses too, whatever its format."""
    content = b"".join(response) if response.streaming else response.content
    if content.startswith(b"%PDF"):
        return _printed(content)
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            content = b"\n".join(parts.read(name) for name in parts.namelist())
    return unquote_plus(unescape(content.decode("utf-8", "replace")))


def _printed(content: bytes) -> str:
    pages = list(pypdfium2.PdfDocument(content))
    return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pages)


def _read(addresses: dict[str, str], browser: Client) -> dict[str, str]:
    """What each page tells, of those that open."""
    found = {}
    for route, url in addresses.items():
        response = browser.get(url)
        if response.status_code == 200:
            found[route] = _seen(response)
        response.close()
    return found


def _told(pages: dict[str, str]) -> set[tuple[str, str]]:
    words = [word for several in PLANTED.values() for word in several]
    return {(route, word) for route, page in pages.items() for word in words if word in page}


def test_what_is_planted_is_told_to_whoever_coordinates(planted: Scene, browser: Client) -> None:
    told = _told(_read({route: address(route, planted) for route in READ}, browser))

    assert {what for what, words in PLANTED.items() if {word for _, word in told}.intersection(words)} == set(PLANTED)


def test_nothing_planted_reaches_members_of_a_wider_circle(planted: Scene, browser: Client) -> None:
    addresses = {route: address(route, planted) for route in READ}
    Membership.objects.of(planted.initiative).update(role="reader")

    pages = _read(addresses, browser)

    assert _told(pages) == set()
