"""The ways from one page of convergence to the others: each once, and none that would be refused."""

import pytest
from django.test import Client
from selectolax.lexbor import LexborHTMLParser as HTMLParser
from tests.web.scene import Scene

from semailles.workshop.models import Membership

PAGES = [
    *("/converger/", "/converger/matrice/", "/converger/complements/", "/converger/a-placer/", "/converger/corrections/"),
    *("/converger/carte/", "/converger/vocabulaire/", "/converger/papier/", "/converger/seance/"),
]


def ways(browser: Client, page: str, where: str = "main a") -> list[str]:
    return [str(node.attributes["href"]) for node in HTMLParser(browser.get(page).content).css(where)]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_named_once_among_the_pages_of_convergence(scene: Scene, browser: Client, page: str) -> None:
    found = ways(browser, page, "nav.sections a")

    assert (len(found), page in found) == (10, True)
    assert sorted(found) == sorted(set(found))


@pytest.mark.parametrize("page", PAGES)
def test_who_coordinates_nothing_is_led_to_no_page_that_refuses_them(scene: Scene, browser: Client, page: str) -> None:
    Membership.objects.update(role="reader")

    within = {way.split("?")[0].split("#")[0] for way in ways(browser, page) if way.startswith("/converger/")}

    assert {way for way in within if browser.get(way).status_code == 403} == set()
