"""Files dropped in a real browser are read while one watches; a new version shows what changed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

Opened = Callable[..., Page]
NOTES = "- Créer une légumerie partagée pour les cantines de la vallée.\n- Replanter des haies le long de la rivière.\n"


def give(page: Page, *files: Path, team: str) -> None:
    page.get_by_label("ou une nouvelle équipe").fill(team)
    page.get_by_label("Fichiers").set_input_files(list(files))
    page.get_by_role("button", name="Déposer ces fichiers").click()


def test_files_are_given_read_and_followed(site: str, opened: Opened, tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text(NOTES, encoding="utf-8")
    (tmp_path / "vide.pdf").write_bytes(b"")
    page = opened(f"{site}recueillir/deposer/")

    give(page, tmp_path / "notes.md", tmp_path / "vide.pdf", team="rives")
    page.get_by_text("2 sur 2 regardés").wait_for()

    told = " ".join(page.inner_text("#deposits").split())
    assert "rives/notes.md 2 idées" in told
    assert "rives/vide.pdf Le fichier est vide" in told


@pytest.mark.full
def test_a_new_version_shows_what_changed(site: str, opened: Opened, tmp_path: Path) -> None:
    page = opened(f"{site}recueillir/deposer/")
    for text in (NOTES, NOTES.replace("le long de", "au bord de")):
        (tmp_path / "notes.md").write_text(text, encoding="utf-8")
        give(page, tmp_path / "notes.md", team="rives")
        page.get_by_text("1 sur 1 regardés").first.wait_for()

    page.get_by_role("link", name="Ce qui a changé").first.click()

    assert "1 passage a changé, 1 est le même" in page.inner_text("main")
    assert [page.locator(tag).all_inner_texts() for tag in ("del", "ins")] == [["le", "long"], ["au", "bord"]]


@pytest.mark.full
def test_without_scripts_the_page_is_asked_again_by_a_link(site: str, opened: Opened, tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text(NOTES, encoding="utf-8")
    page = opened(f"{site}recueillir/deposer/", scripts=False)

    give(page, tmp_path / "notes.md", team="bourgs")
    for _ in range(100):
        if "1 sur 1 regardés" in page.inner_text("#deposits"):
            break
        page.reload()

    assert "bourgs/notes.md" in page.inner_text("#deposits")
