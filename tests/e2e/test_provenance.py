"""From an idea to the very words on the page it comes from, with a mouse, with a keyboard, without scripts."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect
from tests.e2e.conftest import NARROW

Opened = Callable[..., Page]


def _idea(out: Path, kind: str) -> dict[str, Any]:
    """The first idea of the example whose document is of this kind."""
    tree = json.loads((out / "data" / "synthese.json").read_text(encoding="utf-8"))
    documents = {document["id"] for document in tree["documents"] if document["kind"] == kind}
    found: dict[str, Any] = next(idea for idea in tree["ideas"] if idea["sources"][0]["document"] in documents)
    return found


def test_the_quote_is_marked_in_the_text_and_on_the_picture_of_the_page(reading_site: str, example_workspace: Path, opened: Opened) -> None:
    idea = _idea(example_workspace, "pdf")
    page = opened(f"{reading_site}recueillir/idees/{idea['id']}/", scripts=False)
    page.get_by_role("link", name="Ouvrir le document à cet endroit").click()

    expect(page.locator("mark.sought").first).to_be_in_viewport()
    assert "".join(page.locator("mark.sought").all_text_contents()) == idea["sources"][0]["quote"]
    picture, mark = page.locator(".facsimile img").first.bounding_box(), page.locator(".facsimile rect").first.bounding_box()
    assert picture is not None
    assert mark is not None
    assert picture["x"] <= mark["x"] < mark["x"] + mark["width"] <= picture["x"] + picture["width"]
    assert picture["y"] <= mark["y"] < mark["y"] + mark["height"] <= picture["y"] + picture["height"]


def test_a_slide_is_drawn_beside_its_words_on_a_phone(reading_site: str, example_workspace: Path, opened: Opened) -> None:
    idea = _idea(example_workspace, "pptx")
    page = opened(f"{reading_site}recueillir/idees/{idea['id']}/", size=NARROW)
    page.locator(".facsimile img").scroll_into_view_if_needed()

    expect(page.locator(".facsimile img")).to_have_js_property("complete", value=True)
    assert page.locator(".facsimile img").evaluate("image => image.naturalWidth") > 0


def test_the_list_narrows_as_one_types_and_comes_back(reading_site: str, opened: Opened) -> None:
    page = opened(f"{reading_site}recueillir/idees/")
    everything = page.locator(".count").inner_text()
    page.get_by_label("Mots").fill("cantine")

    expect(page.locator(".count")).not_to_have_text(everything)
    expect(page).to_have_url(re.compile(r"mots=cantine"))
    page.go_back()
    expect(page.locator(".count")).to_have_text(everything)
    expect(page.locator("h1")).to_have_text("Les idées, une à une")


def test_the_list_narrows_without_scripts(reading_site: str, opened: Opened) -> None:
    page = opened(f"{reading_site}recueillir/idees/", scripts=False)
    page.get_by_label("Équipe", exact=True).select_option("B")
    page.get_by_role("button", name="Chercher").press("Enter")

    assert set(page.locator(".ideas .team").evaluate_all("marks => marks.map(mark => mark.textContent[0])")) == {"B"}


def test_an_idea_is_set_aside_with_the_keyboard_and_taken_back(site: str, example_workspace: Path, opened: Opened) -> None:
    page = opened(f"{site}recueillir/idees/{_idea(example_workspace, 'docx')['id']}/", scripts=False)
    page.get_by_text("Écarter…").press("Enter")
    page.get_by_label("Motif").fill("Existe déjà")
    page.get_by_label("Motif").press("Enter")
    expect(page.locator(".aside.note")).to_have_text(re.compile("Existe déjà"))

    page.get_by_role("button", name="Annuler la décision").press("Enter")
    expect(page.locator(".who-says .draft")).to_have_text("à valider")
