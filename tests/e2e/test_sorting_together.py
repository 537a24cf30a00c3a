"""A room sorts together: by keys before a projector, then on a phone without any script; and the wall comes back."""

import json
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page
from tests.e2e.conftest import NARROW, served
from tests.e2e.test_every_page import faults

pytestmark = pytest.mark.full

Opened = Callable[..., Page]
PROJECTOR = {"width": 1280, "height": 720}


@pytest.fixture
def workspace(example_workspace: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(example_workspace, tmp_path / "out"))


@pytest.fixture
def site(workspace: Path) -> Iterator[str]:
    with served(workspace) as address:
        yield address


def verbs(workspace: Path) -> list[str]:
    """Of the corrections that stand, in order."""
    with sqlite3.connect(workspace / "semailles.sqlite3") as database:
        rows = database.execute("SELECT verb FROM convergence_correction WHERE undone_at IS NULL ORDER BY id")
        return [verb for (verb,) in rows]


def largest(workspace: Path) -> str:
    tree = json.loads((workspace / "data" / "synthese.json").read_text(encoding="utf-8"))
    return str(max(tree["convergences"], key=lambda family: len(family["ideas"]))["id"])


def number(page: Page) -> int:
    found = re.search(r"Convergence (\d+) sur", page.inner_text(".top"))
    assert found
    return int(found[1])


def test_keys_turn_the_screens(site: str, opened: Opened) -> None:
    page = opened(f"{site}converger/seance/", size=PROJECTOR)
    page.get_by_role("link", name="Commencer").click()
    seen = [number(page)]
    for key in ("ArrowRight", "ArrowRight", "ArrowLeft"):
        with page.expect_navigation():
            page.keyboard.press(key)
        seen.append(number(page))

    assert seen == [1, 2, 3, 2]


def test_keys_tick_split_undo_and_validate(site: str, workspace: Path, opened: Opened) -> None:
    page = opened(f"{site}converger/seance/{largest(workspace)}/", size=PROJECTOR)
    here = number(page)
    page.keyboard.press("1")
    page.keyboard.press("2")
    page.keyboard.press("s")
    page.keyboard.type("Vivre dehors")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    split = verbs(workspace)
    with page.expect_navigation():
        page.keyboard.press("z")
    undone = verbs(workspace)
    with page.expect_navigation():
        page.keyboard.press("v")

    assert (split, undone, verbs(workspace), number(page)) == (["split family"], [], ["validated family"], here + 1)


def test_a_letter_typed_in_a_field_is_a_letter(site: str, workspace: Path, opened: Opened) -> None:
    page = opened(f"{site}converger/seance/{largest(workspace)}/", size=PROJECTOR)
    page.get_by_label("Pourquoi").press_sequentially("vdsz1")

    assert (page.get_by_label("Pourquoi").input_value(), page.locator("input:checked").count(), verbs(workspace)) == ("vdsz1", 0, [])


def test_the_gestures_stay_in_sight_under_the_largest_convergence(site: str, workspace: Path, opened: Opened) -> None:
    page = opened(f"{site}converger/seance/{largest(workspace)}/", size=PROJECTOR)
    bar = page.locator(".verdict").bounding_box()

    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") == 0
    assert bar is not None
    assert bar["y"] + bar["height"] == pytest.approx(PROJECTOR["height"], abs=1)


def test_without_scripts_an_idea_moves_on_a_phone(site: str, workspace: Path, opened: Opened) -> None:
    page = opened(f"{site}converger/seance/{largest(workspace)}/", size=NARROW, scripts=False)
    page.locator(".voice input").first.check()
    page.get_by_text("Déplacer…").click()
    page.get_by_label("ou dans").select_option("seule")
    page.get_by_role("button", name="Déplacer", exact=True).click()

    assert (verbs(workspace), "Fait : a déplacé" in page.inner_text("main").replace("\u00a0", " ")) == (["moved idea"], True)


def test_the_wall_typed_back_is_kept_without_scripts(site: str, workspace: Path, opened: Opened) -> None:
    page = opened(f"{site}converger/mur/", size=NARROW, scripts=False)
    page.get_by_label("Les groupes du mur").fill("Un mur : A1, B1 C1 D1\nSeules : A2")
    page.get_by_role("button", name="Voir ce qui changerait").click()
    page.get_by_role("button", name="Garder ce mur").click()

    assert (verbs(workspace), "Le mur est gardé" in page.inner_text("main")) == (["arranged wall"], True)


def test_what_a_wall_would_change_is_read_by_everybody(site: str, opened: Opened) -> None:
    page = opened(f"{site}converger/mur/", size=NARROW)
    page.get_by_label("Les groupes du mur").fill("Un mur : A1, B1 C1 Z9\nSeules : A2")
    page.get_by_role("button", name="Voir ce qui changerait").click()

    assert (faults(page), "Aucune idée ne porte le repère Z9" in page.inner_text("main")) == ([], True)


def test_what_a_gesture_asks_is_read_by_everybody(site: str, workspace: Path, opened: Opened) -> None:
    page = opened(f"{site}converger/seance/{largest(workspace)}/", size=PROJECTOR)
    page.keyboard.press("d")

    assert (faults(page), page.get_by_label("à côté de l’idée qui porte ce repère").is_visible()) == ([], True)
