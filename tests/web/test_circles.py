"""What is planted in the workspace stays in the facilitator's circle: every page that members may open is read for it, whatever it is made of."""

import io
import zipfile
from html import unescape
from typing import Any
from urllib.parse import unquote_plus, urlencode

import pypdfium2
import pytest
from django.test import Client
from pytest_django.fixtures import Settings
from tests.instance import at, browser_of, member
from tests.keeping import made_once
from tests.web.scene import DAY, Scene, settle
from tests.web.seen import links
from tests.web.test_access import MATRIX, address

from semailles.core.models import Person
from semailles.intake.actions import keep_ideas, receive_document
from semailles.intake.models import Claim, Idea, Passage
from semailles.intake.readings import read_file
from semailles.projects.models import Holding
from semailles.publication.gathering import gather
from semailles.publication.indexing import index_workspace
from semailles.web.layout.links import to_actor, to_family, to_idea
from semailles.workshop.enums import Role
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


def _addresses(scene: Scene) -> dict[str, str]:
    """Every page that is read, on the scene's own things, and some on what was planted."""
    ideas, actors = Idea.objects.of(scene.initiative), Actor.objects.of(scene.initiative)
    unkept = ideas.get(title__contains=UNKEPT[0])
    return {route: address(route, scene) for route in READ} | {
        "the person": to_actor(actors.get(name__contains=PERSON[0])),
        "who is said committed": to_actor(actors.get(name="Fonds des Moulins")),
        "the idea that nobody kept": to_idea(unkept),
        "its family": to_family(unkept.families.get()),
        "ideas of every state": "/recueillir/idees/?etat=all",
        **{f"looking for {word}": f"/aller/?{urlencode({'q': word})}" for word in (*PERSON, *UNKEPT)},
        **{f"actors called {word}": f"/acteurs/?{urlencode({'q': word})}" for word in PERSON},
    }


def test_what_is_planted_is_told_to_whoever_coordinates(planted: Scene, browser: Client) -> None:
    told = _told(_read(_addresses(planted), browser))

    assert {word for _, word in told} == {word for words in PLANTED.values() for word in words}


@pytest.mark.parametrize(
    "role",
    [
        Role.HOLDER,
        Role.READER,
        None,
        pytest.param(Role.WORKER, marks=pytest.mark.full),
        pytest.param(Role.STEERING, marks=pytest.mark.full),
    ],
)
def test_nothing_planted_reaches_a_wider_circle(role: Role | None, planted: Scene, browser: Client, local: Person) -> None:
    addresses = _addresses(planted)
    Holding.objects.create(initiative=planted.initiative, project=planted.project, person=local, since=DAY)
    Membership.objects.of(planted.initiative).delete()
    if role:
        Membership.objects.create(initiative=planted.initiative, person=local, role=role)

    pages = _read(addresses, browser)

    assert {(route, word) for route, word in _told(pages) if not _was_typed(route, word)} == set()
    assert (role is None) == (pages.keys() & {"ideas", "project", "convergence", "actors", "map-workbook", "sheet-print"} == set())


def _was_typed(route: str, word: str) -> bool:
    """A page says again what its reader asked."""
    return route in {f"looking for {word}", f"actors called {word}"}


def test_a_member_of_an_instance_is_led_to_no_page_of_the_workspace(planted: Scene, instance: Settings) -> None:
    reader = browser_of(member(planted.initiative, Role.READER))

    page = reader.get(at(planted.initiative, f"/porter/{planted.project.number}/"))

    led = links(page.content)
    assert at(planted.initiative, "/recueillir/idees/") in led
    assert [url for url in led if "/documents/" in url or url == at(planted.initiative, "/recueillir/")] == []
    assert [word for word in (*PERSON, *CONTACT, *UNKEPT) if word in _seen(page)] == []
