"""Two initiatives in one database: nothing of one is read or written from the other, even under the same public ids."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings
from tests.instance import at, browser_of, member
from tests.neighbour import WORD, neighbour_of
from tests.web.scene import Scene
from tests.web.test_access import MATRIX, _valued, address

from semailles.publication.outputs import ROADMAP
from semailles.publication.transfer.belonging import belongings
from semailles.workshop.enums import Role
from semailles.workshop.folders import folder_of
from semailles.workshop.models import Initiative, Membership

READ = sorted(route for route, row in MATRIX.items() if row.get("post") is None)
WRITTEN = sorted(route for route, row in MATRIX.items() if row.get("post") is not None)
NEW_EACH_TIME = re.compile(rb'(?:csrfmiddlewaretoken"|name="(?:token|key|opened_with|draft_key|sent_once)")[^>]*value="[^"]*"|DTSTAMP:\w+')


def _mounted(routes: list[str], scene: Scene) -> dict[str, str]:
    """Asking for an address may make the thing that it leads to: all of them first."""
    return {route: f"/d/{scene.initiative.slug}{address(route, scene)}" for route in routes}


@contextmanager
def _left_as_it_was() -> Iterator[None]:
    before = transaction.savepoint()
    yield
    transaction.savepoint_rollback(before)


def _pages(addresses: dict[str, str], browser: Client) -> dict[str, tuple[int, bytes]]:
    found = {}
    for route, url in addresses.items():
        with _left_as_it_was():
            answer: Any = browser.get(url)
            content = b"".join(answer.streaming_content) if answer.streaming else answer.content
            found[route] = (answer.status_code, NEW_EACH_TIME.sub(b"", content))
            answer.close()
    return found


def _rows(initiative: Initiative) -> dict[str, list[Any]]:
    return {one.label: list(one.rows(initiative.public_id, using="default").values()) for one in belongings()}


@pytest.mark.full
def test_no_page_says_anything_of_a_neighbour(scene: Scene, instance: None, tmp_path: Path) -> None:
    """Each page is what it was when the initiative stood alone."""
    browser = browser_of(member(scene.initiative, Role.COORDINATOR))
    addresses = _mounted(READ, scene)
    addresses |= {f"seeking in {route}": f"{addresses[route]}?q={WORD}" for route in ("find", "ideas", "documents", "actors", "journal")}
    alone = _pages(addresses, browser)

    neighbour_of(scene.initiative, tmp_path)

    beside = _pages(addresses, browser)
    assert [route for route in addresses if beside[route] != alone[route]] == []


@pytest.mark.full
def test_no_gesture_changes_a_neighbour(scene: Scene, instance: None, tmp_path: Path) -> None:
    browser = browser_of(member(scene.initiative, Role.COORDINATOR))
    addresses = _mounted(WRITTEN, scene)
    neighbour = neighbour_of(scene.initiative, tmp_path)
    before = _rows(neighbour)

    touched = []
    for route, url in addresses.items():
        typed = {name: _valued(value, scene) for name, value in MATRIX[route]["post"].items()}
        with _left_as_it_was():
            browser.post(url, typed).close()
            touched += [route] if _rows(neighbour) != before else []

    assert touched == []


def test_what_is_printed_of_one_initiative_is_not_sent_for_another(
    initiative: Initiative, instance: None, settings: Settings, tmp_path: Path
) -> None:
    settings.WORKSPACE = tmp_path
    other = Initiative.objects.create(public_id=uuid4(), name="Plateau", slug="plateau")
    folder_of(other).mkdir(parents=True)
    (folder_of(other) / ROADMAP).write_bytes(b"%PDF of the plateau")
    here, there = browser_of(member(initiative, Role.COORDINATOR, "Ici")), browser_of(member(other, Role.COORDINATOR, "Ailleurs"))
    asked = reverse("output", args=[ROADMAP])

    answers = [browser.get(at(one, asked)) for browser in (here, there) for one in (initiative, other)]
    for answer in answers:
        answer.close()

    assert [answer.status_code for answer in answers] == [404, 404, 404, 200]


def test_addresses_in_a_page_stay_in_its_initiative(scene: Scene, instance: None, tmp_path: Path) -> None:
    """Also for somebody who goes from one to the other."""
    neighbour = neighbour_of(scene.initiative, tmp_path)
    person = member(scene.initiative, Role.COORDINATOR)
    Membership.objects.create(initiative=neighbour, person=person, role=Role.COORDINATOR)
    browser = browser_of(person)

    led = {
        (one.slug, route): set(re.findall(r"/d/[a-z0-9-]+/", browser.get(at(one, reverse(route))).content.decode()))
        for route in ("dashboard", "documents", "ideas", "actors", "convergences", "projects", "calendar", "publish", "journal")
        for one in (scene.initiative, neighbour)
    }

    assert led == {(slug, route): {f"/d/{slug}/"} for slug, route in led}
