"""Many ideas sorted in one evening: by keys in a real browser, then some of them without any script."""

import json
import re
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Page
from tests.command import semailles
from tests.e2e.conftest import NARROW, served

pytestmark = pytest.mark.full

Opened = Callable[..., Page]
VERBS = ("Planter", "Créer", "Ouvrir", "Aménager", "Rénover")
THINGS = ("une ferme-école", "une légumerie", "un atelier vélo", "une recyclerie", "un jardin partagé")
PLACES = (
    "près de la gare",
    "dans le vieux bourg",
    "au bord du canal",
    "sur la friche",
    "au lycée",
    "à la halle",
    "au moulin",
    "sur la place",
)


@pytest.fixture(scope="module")
def number() -> int:
    return 200


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory, number: int) -> Path:
    """As many ideas for each of four teams."""
    root = tmp_path_factory.mktemp("crowded")
    ideas = [" ".join(words) for words in product(VERBS, THINGS, PLACES)][:number]
    for rank, team in enumerate("abcd"):
        folder = root / "atelier" / f"equipe-{team}"
        folder.mkdir(parents=True)
        (folder / "idees.md").write_text("# Nos idées\n\n" + "".join(f"- {idea}\n" for idea in ideas[rank::4]), encoding="utf-8")
    done = semailles("run", root / "atelier", "--output", root / "out")
    assert done.returncode == 0, done.stderr
    assert len(json.loads((root / "out" / "data" / "synthese.json").read_text(encoding="utf-8"))["ideas"]) == number
    return root / "out"


@pytest.fixture
def crowded(crowd: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(crowd, tmp_path / "out"))


@pytest.fixture
def site(crowded: Path) -> Iterator[str]:
    with served(crowded) as address:
        yield address


def states(workspace: Path) -> Counter[str]:
    with sqlite3.connect(workspace / "semailles.sqlite3") as database:
        return Counter(dict(database.execute("SELECT state, COUNT(*) FROM intake_idea GROUP BY state")))


class Keyboard:
    """Presses keys, and waits until the board has answered."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, *keys: str) -> None:
        self.page.evaluate("document.getElementById('board').dataset.seen = 'yes'")
        with self.page.expect_response(lambda answer: "/recueillir/trier/decider/" in answer.url) as answered:
            for key in keys:
                self.page.keyboard.press(key)
        assert answered.value.status == 200
        self.page.locator("#board[data-ready]:not([data-seen]) #reading:focus").wait_for()

    def turn(self, key: str) -> None:
        with self.page.expect_navigation():
            self.page.keyboard.press(key)

    def reword(self, title: str) -> None:
        self.page.keyboard.press("e")
        self.page.wait_for_url("**/mots/**")
        self.page.get_by_label("Titre").fill(title)
        self.page.get_by_role("button", name="Enregistrer").click()
        self.page.wait_for_url("**/recueillir/trier/**")
        self.page.wait_for_load_state()

    @property
    def title(self) -> str:
        return self.page.inner_text("#reading")

    @property
    def done(self) -> int:
        return int(self.page.inner_text(".progress strong"))


def test_all_ideas_are_sorted_by_keys(site: str, crowded: Path, number: int, opened: Opened) -> None:
    page = opened(f"{site}recueillir/trier/")
    keys = Keyboard(page)
    first = keys.title

    keys.press("1")
    announced = page.inner_text("#announced")
    second = keys.title
    keys.press("3", "2")
    keys.press("z")
    assert (keys.title, keys.done) == (second, 1)
    keys.press("z")
    assert (keys.title, keys.done) == (first, 0)
    assert announced.startswith("Gardée")
    assert f"Idée 2 sur {number}" in announced

    keys.turn("j")
    assert keys.title == second
    keys.turn("k")
    keys.press("2", "1")  # the nearest says the same
    keys.press("h")  # later
    for _ in range(4):
        page.keyboard.press("Shift+J")
    page.keyboard.press("Shift+K")
    assert re.match(r"4 idées", page.inner_text("[data-chosen]"))
    keys.press("1")  # four at once
    keys.press("3", "3")  # it exists already
    keys.reword("Un titre à nous")
    assert (keys.title, keys.done) == ("Un titre à nous", 6)

    while keys.done < number:
        keys.press(*(("3", "1") if keys.done % 3 == 0 else ("1",)))

    found = states(crowded)
    assert (found.total(), found["merged"], found["suggested"], found["later"]) == (number, 1, 0, 0)
    assert found["kept"] + found["set_aside"] == number - 1
    assert page.get_by_role("link", name="Voir où les équipes se rejoignent").is_visible()


def test_without_scripts_each_gesture_has_its_button(site: str, crowded: Path, number: int, opened: Opened) -> None:
    page = opened(f"{site}recueillir/trier/?equipe=A", scripts=False)

    for _ in range(9):
        page.get_by_role("button", name="Garder").click()
    page.locator(".queue input[type=checkbox]:not([disabled])").last.check()
    page.get_by_label("Constat, pas une proposition").check()
    page.get_by_role("button", name="Écarter", exact=True).click()
    assert "2 idées écartées" in page.inner_text(".said")
    page.locator("input[name=of]").first.check()
    page.get_by_role("button", name="C’est un doublon").click()
    page.get_by_role("button", name="Plus tard").click()
    before = states(crowded)
    page.get_by_role("button", name="Annuler").click()
    page.get_by_role("button", name="Annuler").click()

    assert before == {"kept": 9, "set_aside": 2, "merged": 1, "later": 1, "suggested": number - 13}
    assert states(crowded) == {"kept": 9, "set_aside": 2, "suggested": number - 11}


def test_on_a_phone_the_three_gestures_stay_under_the_thumb(site: str, opened: Opened) -> None:
    page = opened(f"{site}recueillir/trier/", size=NARROW)
    page.mouse.wheel(0, 900)

    box = page.locator(".main-actions").bounding_box()
    assert box is not None
    assert (box["y"] + box["height"], box["width"]) == (740, 360)
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_words_chosen_in_a_document_become_an_idea(reading_site: str, opened: Opened) -> None:
    page = opened(f"{reading_site}recueillir/")
    page.locator("a.file").first.click()
    passage = page.locator(".leaf p[id^='p-']:not(:has(.ref))").first
    said = passage.inner_text()
    passage.click(click_count=3)

    page.get_by_role("link", name="Écrire une idée avec ces mots").click()

    copied = page.get_by_label("Les mots qui la disent").input_value()
    assert copied.split() == said.split()
