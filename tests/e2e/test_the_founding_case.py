"""The founding case replayed in a browser, with the keyboard only: frame, budget, a funder who withdraws, a phase that slips, minutes."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page
from tests.command import semailles
from tests.e2e.conftest import served
from tests.e2e.keyboard import Keyboard, said

pytestmark = pytest.mark.full

Opened = Callable[..., Page]


@pytest.fixture
def fresh_site(tmp_path: Path) -> Iterator[str]:
    """A workspace of one document and no frame."""
    folder = tmp_path / "atelier"
    (folder / "equipe-1").mkdir(parents=True)
    (folder / "equipe-1" / "notes.txt").write_text("Il faudrait créer une légumerie pour les cantines du plateau.\n", encoding="utf-8")
    assert semailles("run", folder, "--output", tmp_path / "out").returncode == 0
    with served(tmp_path / "out") as address:
        yield address


def test_the_founding_case_by_keyboard(fresh_site: str, opened: Opened) -> None:
    page = opened(fresh_site)
    keys = Keyboard(page)
    _frame(keys)
    _budget(keys)
    _withdrawal(keys)
    _calendar(keys)
    _slip(keys)
    _minutes(keys)


def _frame(keys: Keyboard) -> None:
    keys.follow("La démarche")
    keys.follow("Modifier")
    keys.write("Nom", "Synthèse du plateau")
    keys.write("Territoire", "Plateau d'Orve")
    keys.write("Commence le", "2 février 2015")
    keys.follow("Enregistrer")
    keys.follow("En donner une")
    keys.write("Échéance extérieure", "30/04/2015")
    keys.write("Raison de l’échéance", "rapport de la mission")
    keys.follow("Enregistrer")
    assert "La démarche commence le 2 février 2015 ; elle est attendue le 30 avril 2015." in said(keys.page)


def _budget(keys: Keyboard) -> None:
    keys.follow("Budget")
    for item, amount, detail in (
        ("Mise en forme des projets", "8000", "4 participants à 2 000 €"),
        ("Publications et documents", "4 k€", ""),
    ):
        keys.follow("Ajouter une dépense")
        keys.write("Poste", item)
        keys.write("Montant", amount)
        keys.write("Précision", detail)
        keys.follow("Enregistrer")
    funders = (("Foncier d'Orve", "5000", "à confirmer"), ("Rails d'Orve", "5 000 €", "décidé"), ("Eaux d'Orve", "2000", "décidé"))
    for funder, amount, status in funders:
        keys.follow("Ajouter une ressource")
        keys.write("Financeur", funder)
        keys.write("Montant", amount)
        keys.choose("Statut", status)
        keys.follow("Enregistrer")
    keys.follow("Ajouter une ressource")
    keys.write("Financeur", "Conseil d'architecture")
    keys.choose("Nature", "en nature")
    keys.write("Précision", "stagiaire")
    keys.follow("Enregistrer")
    assert "5 000 € ne sont pas acquis, sur 12 000 € de besoins." in said(keys.page)
    assert "Confirmé 7 000 €" in said(keys.page)


def _withdrawal(keys: Keyboard) -> None:
    keys.follow("Se retire : Rails d’Orve")
    keys.write("Pourquoi", "Le conseil a choisi un autre chantier.")
    keys.write("Quel jour", "20/02/2015")
    keys.follow("Enregistrer" if "Enregistrer" in said(keys.page) else "Le financeur se retire")
    assert "10 000 € ne sont pas acquis, sur 12 000 € de besoins." in said(keys.page)
    assert "Le conseil a choisi un autre chantier." in said(keys.page)


def _calendar(keys: Keyboard) -> None:
    keys.follow("Calendrier")
    for name, months in (("Travaux", "3"), ("Rédaction et maquette", "1")):
        keys.follow("Ajouter une phase")
        keys.write("Nom", name)
        keys.write("Mois", months)
        keys.follow("Enregistrer")
    assert "32 jours après l’échéance extérieure du 30 avril 2015" in said(keys.page)
    assert "Ce qui tiendrait" in said(keys.page)


def _slip(keys: Keyboard) -> None:
    keys.follow("elle est finie : Travaux")
    keys.write("Quel jour", "20 mai 2015")
    keys.follow("Elle est finie")
    assert "Ce qui glisse" in said(keys.page)
    assert "« Travaux » a fini le 20 mai 2015, 19 jours plus tard que prévu." in said(keys.page)


def _minutes(keys: Keyboard) -> None:
    keys.follow("Cadre")
    keys.follow("Ajouter une instance")
    keys.write("Nom", "Comité de pilotage")
    keys.choose("Type", "comité")
    keys.follow("Enregistrer")
    keys.follow("Calendrier")
    keys.follow("Ajouter une date")
    keys.write("Intitulé", "lancement")
    keys.choose("Type", "réunion")
    keys.choose("Instance", "Comité")
    keys.write("Prévu le", "11 février 2015")
    keys.follow("Enregistrer")
    keys.follow("cela a eu lieu : lancement")
    keys.write("Quel jour", "11 février 2015")
    keys.follow("Cela a eu lieu")
    keys.follow("son relevé est adopté : lancement")
    keys.write("Quel jour", "18 février 2015")
    keys.follow("Son relevé est adopté")
    assert "relevé adopté le 18 février 2015" in said(keys.page)
