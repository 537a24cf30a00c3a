"""The actors' room in a browser that runs no script."""

from pathlib import Path

import pytest
from playwright.sync_api import Page
from tests.e2e.test_without_scripts import plain, said

pytestmark = pytest.mark.full

__all__ = ["plain"]


def test_an_actor_is_added_mended_and_set_aside_then_put_back(plain: Page, site: str) -> None:
    plain.goto(f"{site}acteurs/")
    plain.get_by_role("link", name="Ajouter un acteur").click()
    plain.get_by_label("Nom").fill("Fablab des Bords de Juine")
    plain.get_by_role("button", name="Enregistrer").click()
    plain.get_by_role("link", name="Corriger sa notice").click()
    plain.get_by_label("Sigle").fill("FBJ")
    plain.get_by_role("button", name="Enregistrer").click()
    mended = said(plain)
    plain.get_by_role("link", name="Ce n’est pas un acteur").click()
    plain.get_by_label("Pourquoi").fill("Il n’existe pas encore.")
    plain.get_by_role("button", name="Ce n’est pas un acteur").click()
    aside = said(plain)
    plain.get_by_role("button", name="Remettre").click()

    assert "Sigle FBJ" in mended
    assert "Il n’existe pas encore." in aside
    assert "Sigle FBJ" in said(plain)


def test_a_table_is_looked_at_then_written(plain: Page, site: str, tmp_path: Path) -> None:
    table = tmp_path / "liste.csv"
    table.write_text("nom,college\nRecyclerie du Pont,associations\n", encoding="cp1252")
    plain.goto(f"{site}acteurs/importer/")
    plain.get_by_label("Table").set_input_files(table)
    plain.get_by_role("button", name="Voir ce qu’elle ferait").click()
    seen = said(plain)
    plain.get_by_role("button", name="Écrire cette ligne").click()

    assert "Rien n’est encore écrit." in seen
    assert "1 en plus" in said(plain)


def test_a_contact_is_written_and_erased(plain: Page, site: str) -> None:
    plain.goto(f"{site}acteurs/")
    plain.locator(".actors tbody a").first.click()
    plain.get_by_role("link", name="Ajouter un contact").click()
    plain.get_by_label("Courriel").fill("accueil@assemblee.example")
    plain.get_by_label("Pour quoi").fill("convenir des dates")
    plain.get_by_label("Jusqu’au").fill("31/12/2027")
    plain.get_by_role("button", name="Enregistrer").click()
    written = said(plain)
    plain.get_by_role("link", name="Contact", exact=True).click()
    plain.get_by_role("button", name="Effacer ce contact").click()

    assert "accueil@assemblee.example" in written
    assert "accueil@assemblee.example" not in said(plain)
