"""The matrix of views, by keyboard and on a phone: the quotes of a cell come beside it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from tests.e2e.conftest import NARROW, WIDE

Opened = Callable[..., Page]


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["1280", "360"])
def test_a_cell_opens_by_keyboard_and_its_quotes_come_in_sight(size: dict[str, int], reading_site: str, opened: Opened) -> None:
    page = opened(f"{reading_site}converger/matrice/", size=size)
    cell = page.locator("a.cell-in").first

    cell.focus()
    page.keyboard.press("Enter")

    expect(page.locator("#passages .quotes .quote").first).to_be_in_viewport()
    expect(cell).to_be_focused()
    expect(page.locator(".matrix [aria-current]")).to_have_count(1)
    assert "equipe=" in page.url

    page.go_back()
    expect(page.locator("#passages .quotes")).to_have_count(0)
    expect(page.locator("h1")).to_have_count(1)


def test_a_cell_opens_without_scripts(reading_site: str, opened: Opened) -> None:
    page = opened(f"{reading_site}converger/matrice/", scripts=False)

    page.locator("a.cell-in").first.click()

    expect(page.locator("#passages .quotes .quote").first).to_be_visible()
    expect(page.locator(".matrix a[aria-current]")).to_have_count(1)
