"""The founding case, second half, by clicks and typing: from two convergences of four teams to a project with its holder, its money and its first step."""

from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree

import pytest
from playwright.sync_api import Page
from tests.e2e.carrying import TODAY, Story
from tests.e2e.conftest import served

pytestmark = pytest.mark.full

Opened = Callable[..., Page]

HEMP, KITCHENS, WASHING, GAS, HEAT = (
    "Filière chanvre, du champ au chantier",
    "Restauration collective en circuit court",
    "Légumerie et plateforme logistique",
    "Méthanisation agricole et territoriale",
    "Boucle de chaleur renouvelable",
)
HOLDER, FUNDER, OTHER_FUNDER = "Chanvre et Lisières", "Fondation du Hurepoix (démo)", "Caisse des Plaines (démo)"
CHOSEN = {"Champ": "bâtiments", "Verbe de stratégie": "produire", "Échelle": "bassin de vie", "Instance compétente": "Comité de pilotage"}
TYPED = {
    "Accroche": "Le chanvre pousse ici, isole ici, et l’on sait à quel prix.",
    "Animateur ou animatrice": "L’équipe d’animation (démo)",
    "Date d’émergence": "12/01/2027",
}
TEXTS = {
    "description": "Des agriculteurs sèment le chanvre, une presse le défibre, des communes s’engagent à **acheter l’isolant**.",
    "enjeux": "Garder ici la valeur de ce qui pousse ici.",
    "constat": "Trois communes rénovent une école d’ici 2029 (relevé du 12 janvier 2027).",
    "pour qui": "Les agriculteurs, les artisans, les écoles.",
}
FIRST_STEP = "Demain matin : réunir les trois maires"


@pytest.fixture
def workspace(example_workspace: Path, tmp_path: Path) -> Path:
    return copytree(example_workspace, tmp_path / "out")


@pytest.fixture
def site(workspace: Path) -> Iterator[str]:
    with served(workspace, today=TODAY) as address:
        yield address


def test_from_two_convergences_to_a_project_that_someone_carries(site: str, workspace: Path, opened: Opened, tmp_path: Path) -> None:
    story = Story(opened(site), workspace)
    _a_project_from_two_convergences(story)
    _a_step_too_early(story)
    _what_it_is(story)
    _where(story)
    _a_word_then_a_signed_letter(story, tmp_path / "lettre-signee.pdf")
    _tomorrow_morning(story)
    _up_to_carried(story)
    _a_budget_that_balances(story)
    _a_funder_who_leaves(story)
    _one_dropped(story)
    _one_merged(story)
    _one_without_holder(story)


def _a_project_from_two_convergences(story: Story) -> None:
    promised = "Chanvre et Lisières s'engage"
    story.opens_convergence_of(promised, HOLDER)
    story.clicks("Valider cette convergence")
    assert "est validée : aucun calcul ne déplacera ses idées." in story.reads()
    story.opens_convergence_of("Garantir pendant cinq ans", "chènevotte")
    story.clicks("En faire un projet")
    story.types("Titre", HEMP)
    story.ticks(story.convergence_of(promised))
    story.clicks("Ouvrir un projet")
    assert "repris par le groupe le 12 avril 2027" in story.reads()
    story.clicks("Historique")
    assert story.page.locator(".chain a[href*='/converger/']").count() == 2


def _a_step_too_early(story: Story) -> None:
    story.climbs("convergente")
    refused = f"« {HEMP} » n’est pas encore à l’étape « convergente » : il lui manque ce que c’est, en une phrase ; son champ d’action ;"
    assert refused in story.reads()
    story.clicks("Revenir sans enregistrer")


def _what_it_is(story: Story) -> None:
    story.clicks("ce que c’est, en une phrase")
    for label, text in TYPED.items():
        story.types(label, text)
    for label, option in CHOSEN.items():
        story.chooses(label, option)
    story.ticks("Éco-matériaux")
    story.clicks("Enregistrer")
    for heading, text in TEXTS.items():
        story.clicks(f"Écrire : {heading}")
        story.types("Texte", text)
        story.clicks("Enregistrer")
    assert story.page.inner_text(".sheet-head .lede") == TYPED["Accroche"]
    assert story.page.inner_text(".written strong") == "acheter l’isolant"


def _where(story: Story) -> None:
    story.clicks("Lieu")
    story.clicks("Ajouter un lieu")
    story.types("Commune ou lieu", "Étréchy")
    story.clicks("Enregistrer")
    assert "91226" in story.reads()


def _a_word_then_a_signed_letter(story: Story, letter: Path) -> None:
    story.clicks("Portage")
    story.clicks(f"Écrire un engagement : {HOLDER}")
    story.clicks("Enregistrer")
    story.clicks("Écrire un pas")
    story.chooses("Niveau", "engagement écrit")
    story.types("Quel jour", "05/04/2027")
    story.clicks("Enregistrer")
    assert "Un engagement écrit montre sa pièce : joignez-la ou donnez sa référence, ou bien notez un accord oral." in story.reads()
    story.chooses("Niveau", "accord oral")
    story.chooses("La preuve", "parole")
    story.types("Sa référence", "Appel du 5 avril 2027")
    story.clicks("Enregistrer")
    assert "Le niveau qui compte : accord oral, depuis le 5 avril 2027." in story.reads()
    story.downloads("À imprimer (PDF)", letter)
    story.clicks("Classer la copie signée")
    story.types("Quel jour", "09/04/2027")
    story.attaches("La pièce elle-même", letter)
    story.clicks("Enregistrer")
    assert "Le niveau qui compte : engagement écrit, depuis le 9 avril 2027." in story.reads()


def _tomorrow_morning(story: Story) -> None:
    story.clicks("Calendrier")
    story.clicks("Ajouter un jalon")
    story.types("Intitulé", FIRST_STEP)
    story.types("Prévu le", "13/04/2027")
    story.clicks("Enregistrer")
    assert f"1 jalon, 0 atteint. Le prochain : « {FIRST_STEP} », 13 avril 2027." in story.reads()


def _up_to_carried(story: Story) -> None:
    for step in ("convergente", "mise en forme", "portée"):
        story.climbs(step)
    assert story.page.inner_text("h1") == "Portée, pas encore proposée"


def _a_budget_that_balances(story: Story) -> None:
    story.clicks("Argent")
    for item, amount in (("Presse à défibrer", "96 k€"), ("Semis d’essai", "12 500,50")):
        story.clicks("Ajouter une dépense")
        story.types("Poste", item)
        story.types("Montant", amount)
        story.clicks("Enregistrer")
    for funder, amount, status in ((OTHER_FUNDER, "50 000 €", "notifié"), (FUNDER, "58500,50", "décidé")):
        story.clicks("Ajouter une ressource")
        story.types("Financeur", funder)
        story.types("Montant", amount)
        story.chooses("Statut", status)
        story.clicks("Enregistrer")
    assert story.page.inner_text("h1") == "Le budget est équilibré"


def _a_funder_who_leaves(story: Story) -> None:
    story.clicks(f"Se retire : {FUNDER}")
    story.types("Pourquoi", "Son conseil a choisi un autre territoire.")
    story.types("Quel jour", "10/04/2027")
    story.clicks("Le financeur se retire")
    assert story.page.inner_text("h1") == "Ce qui est acquis, ce qui ne l’est pas"
    assert "58 500,50 € ne sont pas acquis, sur 108 500,50 € de besoins." in story.reads()
    assert "Son conseil a choisi un autre territoire." in story.reads()


def _one_dropped(story: Story) -> None:
    story.makes_a_project(GAS, "Faire trois petites unités de méthanisation", "méthanisation")
    story.clicks("Historique")
    story.clicks("Abandonner le projet")
    story.clicks("Abandonner le projet")
    assert "Dites pourquoi en quelques mots : qui le lira plus tard doit comprendre." in story.reads()
    story.types("Pourquoi", "Il manque un tiers du fumier.")
    story.clicks("Abandonner le projet")
    assert "Abandonné le 12 avril 2027 : Il manque un tiers du fumier." in story.reads()


def _one_merged(story: Story) -> None:
    story.makes_a_project(KITCHENS, "Passer à deux repas sans viande", "repas")
    number = story.number()
    story.makes_a_project(WASHING, "Utiliser l'après-midi la cuisine", "cuisine")
    merged = story.number()
    story.clicks("Historique")
    story.clicks("Réunir avec un autre projet")
    story.chooses("Le projet qui reste", f"{number}. {KITCHENS}")
    story.types("Pourquoi", "Les mêmes huit cuisines.")
    story.clicks("Réunir avec un autre projet")
    assert f"{merged}. {WASHING} 12 avril 2027, Les mêmes huit cuisines. · Séparer de nouveau" in story.reads()


def _one_without_holder(story: Story) -> None:
    story.makes_a_project(HEAT, "Relier par une boucle d'eau tiède", "boucle")
    story.clicks("Porter", within="nav")
    assert story.titles(HEMP, KITCHENS, WASHING, GAS, HEAT) == {HEMP, KITCHENS, HEAT}
    assert f"portée {HOLDER} engagement écrit 50 000 € 50 000 € 58 500,50 €" in story.row(HEMP)
    story.unfolds("Filtrer et ranger")
    story.chooses("Portage", "personne pour l’instant")
    story.clicks("Chercher")
    assert story.titles(HEMP, KITCHENS, WASHING, GAS, HEAT) == {KITCHENS, HEAT}
