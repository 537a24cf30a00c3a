"""One file says who may ask what; a route that is not in it, or that answers otherwise, fails."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from tests.web.scene import Scene

from semailles.core.models import Person
from semailles.workshop.models import Membership

MATRIX: dict[str, dict[str, Any]] = tomllib.loads((Path(__file__).parent / "matrix.toml").read_text(encoding="utf-8"))
ANSWERS: dict[str, list[str]] = MATRIX.pop("answers")
ROOT: dict[str, list[str]] = MATRIX.pop("root")
WITHIN: dict[str, dict[str, str]] = {name: MATRIX.pop(name) for name in ("search", "files", "histories")}


def routes(resolver: URLResolver) -> list[str]:
    found = []
    for entry in resolver.url_patterns:
        found += routes(entry) if isinstance(entry, URLResolver) else [_name(entry)]
    return found


def _name(entry: URLPattern) -> str:
    return entry.name or str(entry.pattern)


def address(route: str, scene: Scene) -> str:
    """The route's address on the scene's own things: `args` of the matrix are paths from the scene, or plain values."""
    values = MATRIX[route].get("args", {})
    return reverse(route, kwargs={name: _valued(value, scene) for name, value in values.items()})


def _valued(value: Any, scene: Scene) -> Any:
    if not isinstance(value, str) or not value.startswith("scene."):
        return value
    thing: Any = scene
    for name in value.split(".")[1:]:
        thing = getattr(thing, name)
        thing = thing() if callable(thing) and not isinstance(thing, type) and name in {"first", "get"} else thing
    return thing


def test_every_route_is_in_the_matrix_and_no_other() -> None:
    assert sorted(routes(get_resolver())) == sorted(MATRIX)


@pytest.mark.parametrize("route", sorted(MATRIX))
def test_the_local_person_gets_what_the_matrix_says(route: str, scene: Scene, browser: Client) -> None:
    assert _status(MATRIX[route], scene, browser, address(route, scene)) == MATRIX[route].get("local", 200)


@pytest.mark.parametrize("route", sorted(MATRIX))
def test_a_stranger_gets_what_the_matrix_says(route: str, scene: Scene, browser: Client) -> None:
    """Somebody without any role in this initiative."""
    url = address(route, scene)
    Membership.objects.of(scene.initiative).delete()

    assert _status(MATRIX[route], scene, browser, url) == MATRIX[route].get("stranger", 403)


@pytest.mark.parametrize("route", sorted(route for route, row in MATRIX.items() if row.get("post")))
def test_no_form_goes_through_without_its_secret(route: str, scene: Scene) -> None:
    strict = Client(enforce_csrf_checks=True)

    assert strict.post(address(route, scene), MATRIX[route]["post"]).status_code == 403


def _status(row: dict[str, Any], scene: Scene, browser: Client, url: str) -> int:
    typed = {name: _valued(value, scene) for name, value in row.get("post", {}).items()}
    response = browser.post(url, typed) if row.get("post") is not None else browser.get(url)
    response.close()
    return response.status_code


def test_nobody_enters_a_workspace_without_a_person(browser: Client, db: None) -> None:
    Person.objects.all().delete()

    assert browser.get("/").status_code == 404
