"""Each role × each route, on one's own things and on those of others: the matrix says who gets through, and nobody else does."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from django.http import Http404, HttpResponse
from django.test import Client
from django.urls import ResolverMatch, resolve
from selectolax.lexbor import LexborHTMLParser as HTMLParser
from tests.instance import account, at, browser_of, member
from tests.web.scene import Scene, settle
from tests.web.test_access import ANSWERS, MATRIX, address

from semailles.core.models import Person
from semailles.projects.models import Holding, Project
from semailles.web.layout.access import opens
from semailles.workshop.actions import open_initiative
from semailles.workshop.enums import BodyKind, Role
from semailles.workshop.models import Body, Initiative, Mandate, Membership

pytestmark = pytest.mark.usefixtures("instance")
DAY = date(2015, 3, 2)
ROLES = ANSWERS["everybody"]
THROUGH, REFUSED, NOTHING_THERE, SIGN_IN = "gets through", "refused", "nothing there", "signs in"
OTHERWISE = {"stranger": NOTHING_THERE, "visitor": SIGN_IN}
PUBLIC = ("front", "contribute")  # whether they open to visitors is a choice of the initiative: tested with it
Named = Mapping[str, str]


@pytest.fixture
def scene(initiative: Initiative, local: Person) -> Scene:
    scene = settle(initiative, by=local)
    Project.objects.filter(pk=scene.project.pk).update(group=scene.group)
    return scene


@pytest.fixture
def addresses(scene: Scene) -> Named:
    return {route: address(route, scene) for route in MATRIX}


def person_in(role: str, scene: Scene) -> Person | None:
    if role == "visitor":
        return None
    if role == "stranger":
        return account("Une inconnue")
    person = member(scene.initiative, Role(role.partition(" ")[0]), role)
    elsewhere = role.endswith("elsewhere")
    if role.startswith("holder"):
        _let_hold(scene, person, elsewhere=elsewhere)
    if role.startswith("worker"):
        _seat(scene, person, elsewhere=elsewhere)
    return person


def _let_hold(scene: Scene, person: Person, *, elsewhere: bool) -> None:
    owned = {"initiative": scene.initiative, "taken_up_on": DAY}
    project = Project.objects.create(**owned, number=99, title="Un autre projet") if elsewhere else scene.project
    Holding.objects.create(initiative=scene.initiative, project=project, person=person, since=DAY)


def _seat(scene: Scene, person: Person, *, elsewhere: bool) -> None:
    other = {"initiative": scene.initiative, "name": "Un autre groupe", "kind": BodyKind.WORKING_GROUP}
    body = Body.objects.create(**other) if elsewhere else scene.group
    Mandate.objects.create(initiative=scene.initiative, body=body, name=person.name, person=person)


def _let_in(route: str) -> list[str]:
    return ANSWERS[MATRIX[route].get("opens", "coordinating")]


def _answer(route: str, path: str, person: Person | None, scene: Scene, browser: Client) -> str:
    """A page that opens is not read here; one that does not is really asked."""
    match = resolve(path)
    if _opens(match, person or Person(name="une visiteuse"), scene.initiative):
        return THROUGH
    response = _asked(route, at(scene.initiative, path), browser)
    if response.status_code == 302:
        return SIGN_IN if response["Location"].startswith("/compte/login/") else response["Location"]
    return {403: REFUSED, 404: NOTHING_THERE}.get(response.status_code, str(response.status_code))


def _opens(match: ResolverMatch, person: Person, initiative: Initiative) -> bool:
    try:
        return opens(match.func, person, initiative, match.kwargs)
    except Http404:
        return False


def _asked(route: str, url: str, browser: Client) -> HttpResponse:
    response: Any = browser.post(url, {}) if MATRIX[route].get("post") is not None else browser.get(url)
    return response


@pytest.mark.parametrize("role", ROLES)
def test_each_role_gets_what_the_matrix_says(role: str, scene: Scene, addresses: Named) -> None:
    person = person_in(role, scene)
    browser = browser_of(person)
    asked = [route for route in MATRIX if route not in PUBLIC or person]

    answers = {route: _answer(route, addresses[route], person, scene, browser) for route in asked}

    refused = OTHERWISE.get(role, REFUSED)
    assert answers == {route: THROUGH if role in _let_in(route) else refused for route in asked}


def test_whoever_coordinates_elsewhere_reaches_nothing_of_this_one_by_its_names(scene: Scene, addresses: Named) -> None:
    """Each thing of the scene asked under the address of another initiative, by somebody who has every right there."""
    elsewhere = open_initiative("Plateau", by=account("Administration", administers=True))
    browser = browser_of(member(elsewhere, Role.COORDINATOR))
    of_a_thing = [route for route, row in MATRIX.items() if any(str(one).startswith("scene.") for one in row.get("args", {}).values())]

    answers = {route: _asked(route, at(elsewhere, addresses[route]), browser).status_code for route in of_a_thing}

    assert {route: status for route, status in answers.items() if status != 404} == {}


def test_whoever_loses_their_last_role_loses_every_page(scene: Scene, addresses: Named) -> None:
    person = person_in("holder", scene)
    browser = browser_of(person)
    before = browser.get(at(scene.initiative, addresses["project-identity"])).status_code

    Membership.objects.of(scene.initiative).filter(person=person).delete()

    assert (before, browser.get(at(scene.initiative, addresses["project-identity"])).status_code) == (200, 404)


def test_a_holder_writes_the_identity_of_the_project_and_leaves_its_group(scene: Scene, addresses: Named) -> None:
    browser = browser_of(person_in("holder", scene))

    answer = browser.post(
        at(scene.initiative, addresses["project-identity"]), {"tagline": "Des légumes d'ici", "revision": "0", "group": ""}
    )

    project = Project.objects.get(pk=scene.project.pk)
    assert (answer.status_code, project.tagline, project.group) == (302, "Des légumes d'ici", scene.group)


@pytest.mark.parametrize("role", ["shaper", "holder", "steering", "reader"])
def test_pages_show_only_gestures_and_pages_that_open(role: str, scene: Scene, addresses: Named) -> None:
    person = person_in(role, scene)
    assert person is not None
    browser, root = browser_of(person), at(scene.initiative, "")
    read = [route for route, row in MATRIX.items() if role in _let_in(route) and row.get("post") is None]

    shut: dict[str, list[str]] = {}
    for route in read:
        response = _asked(route, at(scene.initiative, addresses[route]), browser)
        paths = _led_to(response, root)
        response.close()
        if found := sorted(path for path in paths if not _opens(resolve(path), person, scene.initiative)):
            shut[route] = found
    assert shut == {}


def _led_to(response: Any, root: str) -> set[str]:
    """Where the links and the forms of a page lead in the initiative."""
    if response.streaming or not response["Content-Type"].startswith("text/html"):
        return set()
    page = HTMLParser(response.content)
    found = [node.attributes.get("href") for node in page.css("a[href]")] + [
        node.attributes.get("action") for node in page.css("form[action]")
    ]
    return {path.partition("#")[0].partition("?")[0].removeprefix(root) for path in found if path and path.startswith(f"{root}/")}
