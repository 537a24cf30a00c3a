"""What an outsider sends to break in: forms without their secret, addresses that lead away, fields that no form has."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.http import HttpRequest
from django.test import Client, RequestFactory
from django.urls import URLPattern, URLResolver, get_resolver
from tests.instance import account, at, browser_of, member
from tests.web.scene import Scene
from tests.web.test_access import MATRIX, _valued, address

from semailles.core.models import Person
from semailles.publication.transfer.belonging import belongings
from semailles.web.layout.mounting import ROOT_URLS
from semailles.web.layout.returning import way_back
from semailles.workshop.actions import open_initiative
from semailles.workshop.enums import Role
from semailles.workshop.models import Initiative, Membership

AWAY = (
    "https://evil.example/",
    "//evil.example/",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "https:evil.example",
    "javascript:alert(1)",
    "/\t/evil.example",
)
FILLED = {"uuid": "0b5e55ed-0000-4000-8000-000000000000", "int": "1"}
TYPED_BESIDE = {
    "initiative": "1",
    "initiative_id": "1",
    "is_administrator": "on",
    "is_active": "",
    "is_local": "on",
    "role": "coordinator",
    "person": "1",
    "person_id": "1",
    "public_id": FILLED["uuid"],
    "set_aside_on": "2013-07-19",
    "validated_on": "2013-07-19",
    "state": "forged",
    "revision": "9",
}
FORGED = {FILLED["uuid"], "2013-07-19", "forged"}
WRITTEN = sorted(route for route, row in MATRIX.items() if row.get("post") is not None)


def addresses(resolver: URLResolver, before: str = "/") -> Iterator[str]:
    """One for each route, its holes filled with what fits them."""
    for entry in resolver.url_patterns:
        here = before + _plain(str(entry.pattern))
        if isinstance(entry, URLPattern):
            yield here
        else:
            yield from addresses(entry, here)


def _plain(pattern: str) -> str:
    filled = re.sub(r"<(?:(\w+):)?\w+>", lambda hole: FILLED.get(hole[1] or "", "x"), re.sub(r"\(\?P<\w+>[^)]*\)", "x", pattern))
    return filled.replace("^", "").replace("$", "").replace("\\Z", "")


@pytest.mark.parametrize(("urlconf", "mount"), [(None, "/d/vallee"), (ROOT_URLS, "")])
def test_nothing_that_is_sent_without_its_secret_is_taken(instance: None, db: None, urlconf: str | None, mount: str) -> None:
    stranger = Client(enforce_csrf_checks=True)
    asked = [f"{mount}{one}" for one in addresses(get_resolver(urlconf))]

    answers = {one: stranger.post(one, {"login": "a@exemple.test", "password": "x"}).status_code for one in asked}

    assert len(answers) > 30
    assert {one: status for one, status in answers.items() if status != 403} == {}


@pytest.mark.parametrize("target", AWAY)
def test_a_page_comes_back_to_no_other_site(target: str, scene: Scene, browser: Client) -> None:
    asked: HttpRequest = RequestFactory().get("/", {"retour": target})
    chosen = browser.post("/preferences/", {"lang": "en", "next": target})

    assert way_back(asked, "/here/") == "/here/"
    assert chosen.headers.get("Location", "/") == "/"


def rows_of(initiative: Initiative) -> dict[str, list[Any]]:
    return {one.label: list(one.rows(initiative.public_id, using="default").values()) for one in belongings()}


def standing() -> dict[str, list[Any]]:
    """Who may do what, and what only a gesture of its own writes."""
    rows = [pair for initiative in Initiative.objects.all() for pair in rows_of(initiative).items()]
    return {
        "roles": sorted(Membership.objects.values_list("person", "initiative", "role")),
        "people": sorted(Person.objects.values_list("pk", "is_administrator", "is_active", "is_local", "password")),
        "initiatives": sorted(Initiative.objects.values_list("pk", "slug")),
        "forged": [label for label, found in rows for row in found if FORGED & set(map(str, row.values()))],
    }


def test_a_field_that_no_form_has_changes_nothing(scene: Scene, instance: None) -> None:
    other = open_initiative("Ailleurs", by=account("Administration", administers=True))
    shaper = browser_of(member(scene.initiative, Role.COORDINATOR))
    asked = {route: at(scene.initiative, address(route, scene)) for route in WRITTEN}
    beside = {**TYPED_BESIDE, "initiative": str(other.pk), "initiative_id": str(other.public_id), "person": str(scene.local.pk)}
    before, elsewhere = standing(), rows_of(other)

    answers = []
    for route, url in asked.items():
        typed = {name: _valued(value, scene) for name, value in MATRIX[route]["post"].items()}
        answers.append(shaper.post(url, {**beside, **typed}).status_code)

    assert (standing(), rows_of(other)) == (before, elsewhere)
    assert answers.count(302) > 30


@pytest.mark.usefixtures("instance")
def test_a_name_that_is_not_ours_is_refused_and_fails_nothing(db: None) -> None:
    """Whoever asks by figures, or by a name that leads here by mistake, has met no bug: nothing is counted as one."""
    elsewhere = {"host": "ailleurs.example"}
    typed = {"draft_key": "22222222-2222-4222-8222-222222222222", "draft_page": "/", "text": "Un verger"}

    asked = [browser_of(None).get(path, headers=elsewhere) for path in ("/", "/healthz", "/d/orve/")]
    sent = browser_of(None).post("/", typed, headers=elsewhere)

    assert [answer.status_code for answer in (*asked, sent)] == [400, 400, 400, 400]
    assert "This request could not be read" in sent.content.decode()
