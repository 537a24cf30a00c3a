"""What is printed, for whom, and printing it again."""

import re
from pathlib import Path
from threading import Event as Stop
from uuid import uuid4

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings
from tests.web.scene import Scene

from semailles.core.jobs.worker import work_once
from semailles.core.journal import record
from semailles.core.models import Job, Person
from semailles.intake.actions import keep_idea
from semailles.workshop.models import Membership

HTMX = {"HX-Request": "true"}
QUERIES = 8


@pytest.fixture(autouse=True)
def workspace(settings: Settings, tmp_path: Path) -> Path:
    settings.WORKSPACE = tmp_path
    return tmp_path


def job_said(page: str) -> str:
    found = re.search(r'<div id="job"[^>]*>(.*?)</div>', page, re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", found[1]).split()) if found else ""


def test_nothing_printed_yet_says_so(scene: Scene, browser: Client) -> None:
    page = browser.get("/publier/").content.decode()

    assert "Nothing was printed yet." in page
    assert page.count("No file yet: print once.") == 2


def test_what_was_done_since_the_last_printing_is_told(scene: Scene, local: Person, browser: Client) -> None:
    record("published", scene.initiative, by=local, initiative=scene.initiative, pages=35)
    unchanged = browser.get("/publier/").content.decode()
    keep_idea(scene.idea, by=local)

    changed = browser.get("/publier/").content.decode()

    assert "Nothing has changed: what is printed is what stands." in unchanged
    assert "1 gesture is not in what is printed:" in changed
    assert f"kept “{scene.idea.title}” (idea)" in changed


def test_the_button_pressed_twice_prints_once(scene: Scene, browser: Client) -> None:
    token = str(uuid4())
    for _press in range(2):
        browser.post("/publier/imprimer/", {"token": token})
    Job.objects.update(status="done")

    browser.post("/publier/imprimer/", {"token": token})

    assert Job.objects.count() == 1


def test_one_printing_at_a_time(scene: Scene, browser: Client) -> None:
    for _press in range(2):
        browser.post("/publier/imprimer/", {"token": str(uuid4())})

    assert job_said(browser.get("/publier/").content.decode()) == "The printing waits for its turn. See where it stands"
    assert Job.objects.count() == 1


def test_a_page_that_asks_again_learns_only_what_moved(scene: Scene, browser: Client) -> None:
    browser.post("/publier/imprimer/", {"token": str(uuid4())})
    part = browser.get("/publier/", headers=HTMX).content.decode()
    asks = re.search(r'hx-get="/publier/(\?vu=[^"]+)"', part)
    assert asks
    same = browser.get(f"/publier/{asks[1]}", headers=HTMX)
    Job.objects.update(status="running", holder=uuid4(), step="Printing", done=1, total=3)

    moved = browser.get(f"/publier/{asks[1]}", headers=HTMX)

    assert (same.status_code, moved.status_code) == (204, 200)
    assert "Printing: 1 of 3." in moved.content.decode()


def test_a_failed_printing_says_why(scene: Scene, browser: Client) -> None:
    browser.post("/publier/imprimer/", {"token": str(uuid4())})
    Job.objects.update(status="failed", reason="The disk is full.")

    page = browser.get("/publier/").content.decode()

    assert job_said(page) == "The printing failed. The files of before are unchanged. The disk is full."


@pytest.mark.django_db(transaction=True)
def test_printing_again_writes_the_files_and_shows_them(scene: Scene, browser: Client, workspace: Path) -> None:
    browser.post("/publier/imprimer/", {"token": str(uuid4())})
    work_once(Stop())

    page = browser.get("/publier/").content.decode()
    sent = browser.get("/publier/fichiers/a-verifier.pdf")

    assert job_said(page).startswith("Printed: ")
    assert page.count('<td role="cell" class="num">') == len([*workspace.glob("*.*"), *workspace.glob("data/*")])
    assert b"".join(sent).startswith(b"%PDF-")


def test_a_file_is_sent_inert_and_to_be_kept(scene: Scene, browser: Client, workspace: Path) -> None:
    (workspace / "feuille-de-route.pdf").write_bytes(b"%PDF-")

    sent = browser.get("/publier/fichiers/feuille-de-route.pdf")
    sent.close()

    assert {name: sent[name] for name in ("Content-Disposition", "X-Content-Type-Options", "Content-Security-Policy")} == {
        "Content-Disposition": 'attachment; filename="feuille-de-route.pdf"',
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; sandbox",
    }


def test_a_file_of_the_workspace_that_is_no_output_is_not_found(scene: Scene, browser: Client, workspace: Path) -> None:
    (workspace / "semailles.sqlite3").write_bytes(b"SQLite")

    assert browser.get("/publier/fichiers/semailles.sqlite3").status_code == 404


def test_a_stranger_gets_no_file(scene: Scene, browser: Client, workspace: Path) -> None:
    (workspace / "a-verifier.pdf").write_bytes(b"%PDF-")
    Membership.objects.of(scene.initiative).delete()

    assert browser.get("/publier/fichiers/a-verifier.pdf").status_code == 403


@pytest.mark.parametrize("kept", [1, 3])
def test_more_changes_ask_no_more_queries(
    scene: Scene, local: Person, browser: Client, django_assert_num_queries: DjangoAssertNumQueries, kept: int
) -> None:
    record("published", scene.initiative, by=local, initiative=scene.initiative, pages=35)
    for _rank in range(kept):
        record("framed", scene.initiative, by=local, initiative=scene.initiative)
    browser.get("/publier/")

    with django_assert_num_queries(QUERIES):
        browser.get("/publier/")
