"""Each chapter of the guide, read in a real browser: by everybody, on a telephone, in both languages, from the page that one does not understand."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from tests.e2e.conftest import NARROW
from tests.e2e.test_every_page import faults

from semailles.web.pages.guide.chapters import CONTENTS, FILES, LANGUAGES

Opened = Callable[..., Page]


@pytest.mark.full
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_chapter_can_be_read_by_everybody_on_a_telephone(lang: str, reading_site: str, opened: Opened) -> None:
    page = opened(reading_site, size=NARROW, lang=lang)

    found = {}
    for name in FILES:
        page.goto(f"{reading_site}aide/" if name == CONTENTS else f"{reading_site}aide/{name}/")
        if wrong := faults(page):
            found[name] = wrong

    assert found == {}


def test_pictures_of_the_guide_are_seen(reading_site: str, opened: Opened) -> None:
    page = opened(f"{reading_site}aide/porter/")
    pictures = page.locator("a.shot img")
    for rank in range(pictures.count()):
        pictures.nth(rank).scroll_into_view_if_needed()
        pictures.nth(rank).evaluate("picture => picture.decode()")

    assert pictures.evaluate_all("all => all.map(picture => picture.naturalWidth > 1000)") == [True] * 6


def test_a_question_mark_leads_from_a_page_to_what_the_guide_says_of_it_without_scripts(reading_site: str, opened: Opened) -> None:
    page = opened(f"{reading_site}converger/", scripts=False)

    page.get_by_role("link", name="Aide sur cette page").click()

    assert page.url.removeprefix(reading_site) == "aide/converger/#trouver"
    assert page.locator("h2:target").inner_text() == "Trouver"
