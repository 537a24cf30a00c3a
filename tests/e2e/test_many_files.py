"""A hundred files and more, and whole folders, given in a real browser: all of them are read, or none is kept and one sentence says why."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.full

Opened = Callable[..., Page]
MANY, TOO_MANY = 120, 501
PATIENCE = 120_000  # milliseconds
DROP = """([form, sent]) => {
  const held = new DataTransfer();
  for (const [name, text] of sent) held.items.add(new File([text], name));
  form.dispatchEvent(new DragEvent("drop", { dataTransfer: held, bubbles: true, cancelable: true }));
}"""


def _said(rank: int) -> str:
    return f"- Ouvrir un atelier de réparation numéro {rank} dans la halle.\n"


def _folder(root: Path, number: int) -> Path:
    for rank in range(number):
        team = root / "atelier" / ("rives" if rank % 2 else "bourgs")
        team.mkdir(parents=True, exist_ok=True)
        (team / f"note-{rank:03}.md").write_text(_said(rank), encoding="utf-8")
    return root / "atelier"


def _files(root: Path, number: int) -> list[Path]:
    return sorted(_folder(root, number).rglob("*.md"))


def _give(page: Page) -> None:
    page.get_by_role("button", name="Déposer ces fichiers").click()


def _all_read(page: Page, number: int) -> None:
    page.get_by_text(f"{number} sur {number} regardés").wait_for(timeout=PATIENCE)
    expect(page.locator(".fates .state.yes")).to_have_count(number, timeout=PATIENCE)


def _received(page: Page, number: int) -> list[str]:
    """The paths of all that was given, read already or not."""
    paths = page.locator(".fates .file")
    expect(paths).to_have_count(number, timeout=PATIENCE)
    return paths.all_inner_texts()


def _teams(paths: list[str]) -> list[int]:
    return [sum(path.startswith(team) for path in paths) for team in ("rives/", "bourgs/")]


def test_a_hundred_and_twenty_files_chosen_at_once_are_all_read(site: str, opened: Opened, tmp_path: Path) -> None:
    page = opened(f"{site}recueillir/deposer/")
    page.get_by_label("ou une nouvelle équipe").fill("collines")
    page.get_by_label("Fichiers").set_input_files(_files(tmp_path, MANY))
    expect(page.locator("[data-chosen-files]")).to_contain_text(f"… ({MANY})")

    _give(page)

    _all_read(page, MANY)


def test_a_folder_of_a_hundred_and_twenty_files_says_whose_they_are(site: str, opened: Opened, tmp_path: Path) -> None:
    page = opened(f"{site}recueillir/deposer/")
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Choisir tout un dossier").click()
    chooser.value.set_files(_folder(tmp_path, MANY))
    expect(page.locator("[data-chosen-files]")).to_contain_text(f"… ({MANY})")

    _give(page)

    assert _teams(_received(page, MANY)) == [MANY // 2, MANY // 2]


def test_a_hundred_and_twenty_files_that_are_dropped_are_all_received(site: str, opened: Opened) -> None:
    page = opened(f"{site}recueillir/deposer/")
    page.get_by_label("ou une nouvelle équipe").fill("collines")
    sent = [[f"note-{rank}.md", _said(rank)] for rank in range(MANY)]
    page.evaluate(f"sent => ({DROP})([document.querySelector('[data-giving]'), sent])", json.loads(json.dumps(sent)))
    expect(page.locator("[data-chosen-files]")).to_contain_text(f"… ({MANY})")

    _give(page)

    assert {path.partition("/")[0] for path in _received(page, MANY)} == {"collines"}


def test_a_folder_that_is_dropped_says_whose_its_files_are(site: str, opened: Opened, tmp_path: Path) -> None:
    page = opened(f"{site}recueillir/deposer/")
    box = page.locator("[data-giving]").bounding_box()
    assert box
    _drop_on(page, box["x"] + 20, box["y"] + 20, _folder(tmp_path, 2 * MANY))
    expect(page.locator("[data-chosen-files]")).to_contain_text(f"… ({2 * MANY})")

    _give(page)

    assert _teams(_received(page, 2 * MANY)) == [MANY, MANY]


def _drop_on(page: Page, x: float, y: float, folder: Path) -> None:
    """As a hand does: the browser itself reads the folder, a hundred entries at a time."""
    hand = page.context.new_cdp_session(page)
    held = {"items": [], "files": [str(folder)], "dragOperationsMask": 1}
    for gesture in ("dragEnter", "dragOver", "drop"):
        hand.send("Input.dispatchDragEvent", {"type": gesture, "x": x, "y": y, "data": held})


@pytest.mark.parametrize("scripts", [True, False])
def test_too_many_files_are_refused_by_one_sentence_and_none_is_kept(scripts: bool, site: str, opened: Opened, tmp_path: Path) -> None:
    page = opened(f"{site}recueillir/deposer/", scripts=scripts)
    before = page.locator("#deposits section").count()
    page.get_by_label("Fichiers").set_input_files(_files(tmp_path, TOO_MANY))

    _give(page)

    said = "Plus de 500 fichiers à la fois" if scripts else "501 fichiers à la fois"
    expect(page.get_by_text(said).first).to_be_visible()
    page.goto(f"{site}recueillir/deposer/")
    assert page.locator("#deposits section").count() == before
