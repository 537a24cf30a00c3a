"""Somebody who has no mouse."""

from playwright.sync_api import Page

NAME_OF_FOCUS = """() => {
  const one = document.activeElement;
  const label = one.labels && one.labels.length ? one.labels[0].innerText : '';
  return (one.getAttribute('aria-label') || label || one.innerText || '').replace(/\\s+/g, ' ').trim();
}"""
MOST_TABS = 250


class Keyboard:
    """Tab to go, Enter to press, keys to write."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def reach(self, name: str) -> None:
        for _ in range(MOST_TABS):
            self.page.keyboard.press("Tab")
            if self.page.evaluate(NAME_OF_FOCUS).startswith(name):
                return
        raise AssertionError(f"no Tab leads to « {name} » on {self.page.url}: {said(self.page)[:400]}")

    def follow(self, name: str) -> None:
        self.reach(name)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def write(self, name: str, text: str) -> None:
        self.reach(name)
        while self.page.evaluate("document.activeElement.tagName") == "A":  # a link may bear the same name
            self.reach(name)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    def choose(self, name: str, option: str) -> None:
        """Down the list with its arrow."""
        self.reach(name)
        self.page.keyboard.press("Home")
        while not (here := self.page.evaluate("document.activeElement.selectedOptions[0].innerText")).startswith(option):
            self.page.keyboard.press("ArrowDown")
            assert self.page.evaluate("document.activeElement.selectedOptions[0].innerText") != here, f"no « {option} » in « {name} »"

    def tick(self, name: str) -> None:
        self.reach(name)
        while self.page.evaluate("document.activeElement.type") != "checkbox":  # a link may bear the same name
            self.reach(name)
        self.page.keyboard.press("Space")

    def pick(self, first: str, name: str) -> None:
        """One of several that exclude each other: Tab leads to the one that is chosen, arrows to the others."""
        self.reach(first)
        while not (here := self.page.evaluate(NAME_OF_FOCUS)).startswith(name):
            self.page.keyboard.press("ArrowDown")
            assert self.page.evaluate(NAME_OF_FOCUS) not in {here, first}, f"no « {name} » after « {first} »"


def said(page: Page) -> str:
    """What the page says, its spaces made plain."""
    return " ".join(page.inner_text("main").split())
