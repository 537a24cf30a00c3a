"""Ctrl K: anything, by a few letters, with the keyboard only."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

Opened = Callable[..., Page]


def test_a_few_letters_arrows_and_enter_lead_to_an_idea(reading_site: str, opened: Opened) -> None:
    page = opened(reading_site + "porter/")
    page.keyboard.press("Control+k")
    page.keyboard.type("cantine")
    expect(page.locator("#found-count")).to_contain_text("réponses")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    second = page.locator("#found .answers a").nth(1)
    expect(second).to_be_focused()
    address = second.get_attribute("href")

    page.keyboard.press("Enter")

    expect(page).to_have_url(reading_site.rstrip("/") + str(address))


def test_escape_closes_at_once_and_gives_the_page_back(reading_site: str, opened: Opened) -> None:
    page = opened(reading_site + "porter/")
    page.get_by_role("link", name="Aller à").focus()
    page.keyboard.press("Enter")
    page.keyboard.type("cantine")

    page.keyboard.press("Escape")

    expect(page.locator("#find")).not_to_be_visible()
    expect(page.get_by_role("link", name="Aller à")).to_be_focused()


def test_a_letter_typed_on_an_answer_goes_on_with_the_question(reading_site: str, opened: Opened) -> None:
    page = opened(reading_site)
    page.keyboard.press("Control+k")
    page.keyboard.type("cantin")
    expect(page.locator("#found .answers a").first).to_be_visible()
    page.keyboard.press("ArrowDown")

    page.keyboard.type("e")

    expect(page.locator("#find-words")).to_have_value("cantine")


def test_without_scripts_the_page_answers(reading_site: str, opened: Opened) -> None:
    page = opened(reading_site, scripts=False)
    page.get_by_role("link", name="Aller à").click()
    page.locator("#asked").fill("cantine")
    page.get_by_role("button", name="Chercher").click()

    expect(page.locator("mark").first).to_have_text("cantines")


@pytest.mark.parametrize("scripts", [True, False])
def test_all_the_answers_are_narrowed_and_their_address_is_shared(scripts: bool, reading_site: str, opened: Opened) -> None:
    page = opened(f"{reading_site}aller/?q=cantine", scripts=scripts)
    every = page.locator("#answers").inner_text()
    chosen = page.locator("#equipe option").nth(1).inner_text()
    page.locator("#equipe").select_option(index=1)

    page.get_by_role("button", name="Chercher").click()

    count = chosen.rpartition("(")[2].rstrip(")")
    assert page.locator("#answers").inner_text().split()[0] == count != every.split()[0]
    shared = opened(page.url, scripts=scripts)
    assert shared.locator("#equipe option[selected]").inner_text() == chosen


def test_the_dialog_leads_to_all_the_answers(reading_site: str, opened: Opened) -> None:
    page = opened(reading_site)
    page.keyboard.press("Control+k")
    page.keyboard.type("cantine")
    page.get_by_text("toutes les réponses").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Chercher")
    expect(page.locator("#asked")).to_have_value("cantine")
