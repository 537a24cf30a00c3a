"""Pages that say what went wrong, and the ways out."""

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory
from tests.web.scene import Scene
from tests.web.seen import text

from semailles.core.troubles import Trouble
from semailles.web.layout.troubles import told
from semailles.web.pages.errors.views import broken
from semailles.workshop.models import Initiative, Membership


def words(response: HttpResponse) -> str:
    return " ".join(text(response.content).split())


NOWHERE = ("/nulle-part/", "/porter/999/")


@pytest.mark.parametrize("address", NOWHERE)
def test_an_address_that_leads_nowhere_keeps_the_reader_in_the_process(scene: Scene, browser: Client, address: str) -> None:
    page = browser.get(address)

    assert page.status_code == 404
    assert "Nothing is sown here" in page.content.decode()
    assert page.content.decode().count('class="verb"') == 7
    assert 'href="/aller/"' in page.content.decode()


@pytest.mark.parametrize(("address", "status"), [("/nulle-part/", 404), ("/", 403), ("/porter/", 403)])
def test_a_stranger_learns_nothing_from_an_error(scene: Scene, browser: Client, address: str, status: int) -> None:
    Membership.objects.of(scene.initiative).delete()

    page = browser.get(address)

    assert page.status_code == status
    assert scene.initiative.name.encode() not in page.content.replace(b"&#x27;", b"'").replace("’".encode(), b"'")
    assert b'class="verb"' not in page.content


def test_a_form_that_waited_too_long_keeps_the_ways_out(scene: Scene) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies["langue"] = "en"

    page = strict.post("/publier/imprimer/", {})

    assert page.status_code == 403
    assert "This form has to be sent again" in page.content.decode()
    assert 'href="/journal/"' in page.content.decode()


def test_a_workspace_without_a_process_says_how_to_make_one(browser: Client, db: None) -> None:
    page = browser.get("/")

    assert page.status_code == 404
    assert "semailles run FOLDER --output OUT" in page.content.decode()


def test_a_bug_is_said_without_asking_anything_more(rf: RequestFactory) -> None:
    """No database, no context: what failed once must not fail here."""
    page = broken(rf.get("/"))

    assert page.status_code == 500
    assert "The program made a mistake" in page.content.decode()


def test_a_page_that_the_machine_refuses_speaks_of_no_form(rf: RequestFactory) -> None:
    """Nothing was sent; and while the database does not answer, nothing that was saved can be read either."""
    full, gone = (told(rf.get("/porter/"), trouble) for trouble in (Trouble.NO_ROOM, Trouble.GONE))

    assert (full.status_code, gone.status_code) == (507, 503)
    assert words(full) == (
        "This page could not be made · Semailles There is no room left on the disk of this machine: everything can be read, nothing can be saved "
        "until some is made. Error 507 This page could not be made There is no room left on the disk of this machine, and this page needs some while "
        "it is made. Nothing is lost. Open it again in a moment. 1 Back to the dashboard Everything that was saved can be read."
    )
    assert words(gone) == (
        "This page could not be made · Semailles Error 503 This page could not be made The database does not answer: no page can be made. "
        "Nothing is lost. Open it again in a moment."
    )


def test_nobody_is_told_that_the_workspace_is_empty_when_it_is_not(scene: Scene, browser: Client) -> None:
    Membership.objects.of(scene.initiative).delete()

    assert Initiative.objects.exists()
    assert "semailles run" not in browser.get("/nulle-part/").content.decode()
