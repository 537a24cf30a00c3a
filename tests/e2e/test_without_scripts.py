"""Every gesture has its plain way: no script, nothing but links and forms."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.full

Opened = Callable[..., Page]


def said(page: Page) -> str:
    return " ".join(page.inner_text("main").split())


@pytest.fixture
def plain(site: str, opened: Opened) -> Page:
    """The dashboard in a browser that runs no script."""
    return opened(site, scripts=False)


def test_a_line_of_the_budget_is_written_changed_and_withdrawn(plain: Page, site: str) -> None:
    plain.goto(f"{site}demarche/ressources/ajouter/")
    plain.get_by_label("Financeur").fill("Les Amis du Rail")
    plain.get_by_label("Montant").fill("1 500 €")
    plain.get_by_role("button", name="Enregistrer").click()
    plain.get_by_role("link", name="Se retire : Les Amis du Rail").click()
    plain.get_by_label("Pourquoi").fill("L’assemblée ne s’est pas réunie.")
    plain.get_by_role("button", name="Le financeur se retire").click()

    assert "L’assemblée ne s’est pas réunie." in said(plain)


def test_a_form_with_a_fault_keeps_what_was_typed_and_leads_to_it(plain: Page, site: str) -> None:
    plain.goto(f"{site}demarche/jalons/ajouter/")
    plain.get_by_label("Intitulé").fill("Remise du livre")
    plain.get_by_label("Prévu le").fill("31 avril 2027")
    plain.get_by_role("button", name="Enregistrer").click()

    assert "« 31 avril 2027 » n’existe pas" in said(plain)
    assert plain.get_by_label("Intitulé").input_value() == "Remise du livre"
    plain.get_by_role("link", name="Prévu le").click()
    assert plain.url.endswith("#id_planned_on")


def test_a_heading_of_a_sheet_is_written(plain: Page, site: str) -> None:
    plain.goto(f"{site}porter/1/rubriques/enjeux/")
    plain.get_by_label("Texte").fill("Moins de camions dans les bourgs.")
    plain.get_by_role("button", name="Enregistrer").click()

    assert "Moins de camions dans les bourgs." in said(plain)


def test_an_idea_is_set_aside_with_its_reason(plain: Page, site: str) -> None:
    plain.goto(f"{site}recueillir/idees/")
    plain.locator(".ideas a.t").first.click()
    plain.locator("main summary").filter(has_text="carter").first.click()
    plain.get_by_label("motif", exact=False).first.fill("Cela existe déjà.")
    plain.get_by_role("button", name="Écarter").click()

    assert "Cela existe déjà." in said(plain)


def test_the_language_and_the_night_are_chosen(plain: Page) -> None:
    plain.get_by_role("button", name="English").click()
    plain.get_by_role("button", name="Night").click()

    assert (plain.get_attribute("html", "lang"), plain.get_attribute("html", "data-theme")) == ("en", "night")


def test_anything_is_found(plain: Page, site: str) -> None:
    plain.get_by_role("link", name="Aller à…").click()
    plain.locator("main").get_by_role("searchbox").fill("legumerie")
    plain.locator("main").get_by_role("searchbox").press("Enter")

    assert "égumerie" in said(plain)


def test_the_book_is_printed_again(plain: Page, site: str) -> None:
    plain.goto(f"{site}publier/")
    plain.get_by_role("button", name="Imprimer à nouveau").click()
    for _ in range(60):
        if "feuille-de-route.pdf" in said(plain) and not plain.get_by_role("progressbar").count():
            break
        plain.wait_for_timeout(1000)
        plain.reload()

    assert "feuille-de-route.pdf" in said(plain)


def test_a_cell_of_the_matrix_opens_its_quotes(plain: Page, site: str) -> None:
    plain.goto(f"{site}converger/matrice/")
    plain.locator("table a[href*='equipe=']").first.click()

    assert plain.locator("blockquote").count() > 0
