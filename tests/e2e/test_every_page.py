"""Each page, in a real browser: readable by everybody, no wider than its screen, silent."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import get_resolver
from playwright.sync_api import Page
from tests.e2e.addresses import ELSEWHERE, NO_PAGE, addresses
from tests.e2e.conftest import NARROW, WIDE
from tests.web.test_access import routes

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], "resultTypes": ["violations"]}
Opened = Callable[..., Page]
ZOOMED = {"width": 320, "height": 256}  # 1280 × 1024 at 400 %


def faults(page: Page) -> list[str]:
    """What axe finds, and whether one must scroll sideways."""
    found = [
        f"{one['id']}: {node['target']} {node['html'][:120]}"
        for one in Axe().run(page, options=RULES).response["violations"]
        for node in one["nodes"]
    ]
    return [*found, *wider(page)]


def wider(page: Page) -> list[str]:
    by = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [f"{by} px too wide"] if by > 0 else []


def test_every_route_with_a_page_is_visited(example_workspace: Path) -> None:
    visited = set(addresses(example_workspace)) - {"nowhere"}

    assert sorted(visited | NO_PAGE | ELSEWHERE) == sorted(routes(get_resolver()))


@pytest.mark.parametrize("size", [WIDE, pytest.param(NARROW, marks=pytest.mark.full)], ids=["1280", "360"])
def test_every_page_can_be_used_by_everybody(size: dict[str, int], reading_site: str, example_workspace: Path, opened: Opened) -> None:
    page = opened(reading_site, size=size)

    assert _visited(page, reading_site, example_workspace) == {}


@pytest.mark.full
@pytest.mark.parametrize("view", [{"lang": "en"}, {"dark": True}], ids=["en", "night"])
def test_every_page_can_be_used_in_every_view(view: dict[str, object], reading_site: str, example_workspace: Path, opened: Opened) -> None:
    page = opened(reading_site, **view)

    assert _visited(page, reading_site, example_workspace) == {}


@pytest.mark.full
def test_no_page_is_read_sideways_at_400_percent(reading_site: str, example_workspace: Path, opened: Opened) -> None:
    page = opened(reading_site, size=ZOOMED)

    assert _visited(page, reading_site, example_workspace, wider) == {}


def test_a_page_with_faults_is_found(opened: Opened, reading_site: str) -> None:
    page = opened(reading_site)
    page.evaluate('document.querySelector(\'h1\').outerHTML = \'<img src="data:," width="2000" height="9">\'')
    page.evaluate("document.querySelector('img').style.maxInlineSize = 'none'")

    assert {re.sub(r":.*|[0-9]+ ", "", fault) for fault in faults(page)} == {"image-alt", "page-has-heading-one", "px too wide"}


def _visited(page: Page, site: str, out: Path, looked: Callable[[Page], list[str]] = faults) -> dict[str, list[str]]:
    found = {}
    for route, address in addresses(out).items():
        page.goto(site.rstrip("/") + address)
        if wrong := looked(page):
            found[route] = wrong
    return found
