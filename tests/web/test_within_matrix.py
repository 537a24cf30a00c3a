"""What a page that opens to several roles gives to each: the kinds of things that are found, the files that are sent, the histories, why a job failed."""

from collections.abc import Mapping
from http import HTTPStatus
from uuid import uuid4

import pytest
from django.test import Client
from tests.instance import at, browser_of
from tests.web.scene import Scene, settle
from tests.web.test_access import ANSWERS, WITHIN
from tests.web.test_matrix import ROLES, person_in

from semailles.core import files
from semailles.core.models import Job, Person
from semailles.intake.actions import keep_ideas
from semailles.intake.models import Idea
from semailles.publication.actions import ask_to_print
from semailles.publication.indexing import index_workspace
from semailles.publication.shelf import OUTPUTS
from semailles.web.pages.find.asked import KINDS as FOUND
from semailles.web.pages.journal.things import KINDS as TOLD
from semailles.workshop.folders import folder_of
from semailles.workshop.models import Initiative

pytestmark = pytest.mark.usefixtures("instance")
OUTSIDE = {"stranger": 404, "visitor": 302}
WORDS = {
    "idea": "haies",
    "convergence": "légumerie",
    "theme": "Alimentation",
    "project": "légumerie",
    "actor": "Syndicat",
    "document": "notes",
    "passage": "pédibus",
}


@pytest.fixture
def scene(initiative: Initiative, local: Person) -> Scene:
    return settle(initiative, by=local)


def _open_to(role: str, table: str) -> set[str]:
    return {name for name, opens in WITHIN[table].items() if role in ANSWERS[opens]}


def test_each_kind_of_answer_file_and_history_is_in_the_matrix() -> None:
    known = {"search": set(FOUND), "files": {output.name for output in OUTPUTS}, "histories": set(TOLD)}

    assert {table: set(rows) for table, rows in WITHIN.items()} == known


@pytest.mark.parametrize("role", ROLES)
def test_each_role_finds_the_kinds_of_things_that_the_matrix_says(role: str, scene: Scene, local: Person) -> None:
    keep_ideas(list(Idea.objects.of(scene.initiative)), by=local)
    index_workspace(scene.initiative)
    browser = browser_of(person_in(role, scene))

    found = {
        kind for kind, word in WORDS.items() if 'class="answers"' in _page(browser, at(scene.initiative, f"/aller/?q={word}&genre={kind}"))
    }

    assert found == _open_to(role, "search")


@pytest.mark.parametrize("role", ROLES)
def test_each_role_is_sent_the_files_that_the_matrix_says(role: str, scene: Scene) -> None:
    folder = folder_of(scene.initiative)
    for output in OUTPUTS:
        (folder / output.name).parent.mkdir(parents=True, exist_ok=True)
        (folder / output.name).write_bytes(b"printed")
    browser = browser_of(person_in(role, scene))

    sent = {output.name: _status(browser, at(scene.initiative, f"/publier/fichiers/{output.name}")) for output in OUTPUTS}

    assert sent == _expected(role, "files")


@pytest.mark.parametrize("role", ROLES)
def test_each_role_reads_the_histories_that_the_matrix_says(role: str, scene: Scene) -> None:
    things = {
        "document": scene.document,
        "idee": scene.idea,
        "convergence": scene.family,
        "acteur": scene.actor,
        "projet": scene.project,
        "engagement": scene.commitment,
        "groupe": scene.group,
    }
    browser = browser_of(person_in(role, scene))

    read = {kind: _status(browser, at(scene.initiative, f"/journal/{kind}/{thing.public_id}/")) for kind, thing in things.items()}

    assert read == _expected(role, "histories")


@pytest.mark.parametrize("role", ["coordinator", "shaper", "holder", "worker", "steering", "reader"])
def test_why_a_printing_failed_is_told_to_those_who_read_the_workspace(role: str, scene: Scene, local: Person) -> None:
    ask_to_print(scene.initiative, token=uuid4(), by=local)
    Job.objects.update(status="failed", reason="The folder /srv/orve is full.")

    page = _page(browser_of(person_in(role, scene)), at(scene.initiative, "/publier/"))

    assert ("The printing failed." in page, "/srv/orve" in page) == (True, role in {"coordinator", "shaper"})


@pytest.mark.parametrize("role", ["coordinator", "reader", "stranger"])
def test_nobody_gets_a_file_by_its_digest_alone(role: str, scene: Scene) -> None:
    """A file is asked of the thing that it proves or holds, whose rule says to whom it is sent."""
    digest = files.keep(b"Nous financerons.")  # proves the commitment of the scene
    browser = browser_of(person_in(role, scene))
    guessed = [
        f"/media/{digest}",
        f"/media/{digest[:2]}/{digest}",
        f"/static/{digest}",
        f"/fichiers/{digest}",
        f"/publier/fichiers/{digest}",
    ]
    guessed.append(f"/publier/fichiers/media/{digest[:2]}/{digest}")

    answers = {_status(browser, path) for one in guessed for path in (one, at(scene.initiative, one))}

    assert answers == {404}


def _page(browser: Client, path: str) -> str:
    return browser.get(path).content.decode()


def _status(browser: Client, path: str) -> int:
    answer = browser.get(path)
    answer.close()
    return answer.status_code


def _expected(role: str, table: str) -> Mapping[str, int]:
    opens = _open_to(role, table)
    return {name: HTTPStatus.OK if name in opens else OUTSIDE.get(role, HTTPStatus.FORBIDDEN) for name in WITHIN[table]}
