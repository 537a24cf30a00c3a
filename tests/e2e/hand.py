"""Somebody with a mouse: clicks on what is written, types under a label."""

import re
from pathlib import Path

from playwright.sync_api import Locator, Page
from tests.e2e.keyboard import said


class Hand:
    def __init__(self, page: Page) -> None:
        self.page = page

    def clicks(self, name: str, *, within: str = "main") -> None:
        """A link or a button whose name begins so; the first, when the page says it twice."""
        there, named = self.page.locator(within), re.compile(rf"^\s*{re.escape(name)}")
        found = there.get_by_role("link", name=named).or_(there.get_by_role("button", name=named))
        assert found.count(), f"nothing to click is called « {name} » on {self.page.url}: {said(self.page)[:600]}"
        with self.page.expect_navigation():
            found.first.click()

    def unfolds(self, name: str) -> None:
        self.page.locator("main summary", has_text=name).first.click()

    def types(self, label: str, text: str) -> None:
        self.field(label).fill(text)

    def chooses(self, label: str, option: str) -> None:
        self.field(label).select_option(label=option)

    def ticks(self, label: str) -> None:
        self.field(label).check()

    def attaches(self, label: str, file: Path) -> None:
        self.field(label).set_input_files(file)

    def field(self, label: str) -> Locator:
        """By its whole label, optional or not."""
        found = self.page.locator("main").get_by_label(re.compile(rf"^\s*{re.escape(label)}\s*(\(facultatif\))?\s*$"))
        assert found.count() == 1, f"{found.count()} fields are called « {label} » on {self.page.url}"
        return found

    def reads(self) -> str:
        return said(self.page)

    def downloads(self, name: str, to: Path) -> None:
        with self.page.expect_download() as waited:
            self.page.locator("main").get_by_role("link", name=name).click()
        waited.value.save_as(to)
