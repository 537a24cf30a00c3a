"""The founding case at its whole size, by clicks and typing: seventeen drafts, five carried up to their step, one dropped, one merged, the others without a holder."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree

import pytest
from playwright.sync_api import Page
from tests.e2e.carrying import TODAY, Story
from tests.e2e.conftest import served

Opened = Callable[..., Page]


@dataclass(frozen=True)
class Carried:
    """`said`: how an idea of its convergence begins, and a word that finds it."""

    title: str
    said: tuple[str, str]
    sphere: str
    theme: str
    holder: str
    commune: str


CARRIED = (
    Carried(
        "Filière chanvre",
        ("Chanvre et Lisières s'engage", "Chanvre et Lisières"),
        "bâtiments",
        "Éco-matériaux",
        "Chanvre et Lisières",
        "Étréchy",
    ),
    Carried(
        "Rénovation de pavillons",
        ("Ouvrir un chantier-formation", "chantier"),
        "bâtiments",
        "Bâtiments et rénovation",
        "Association des Lotissements Réunis",
        "Lardy",
    ),
    Carried(
        "Toits solaires citoyens",
        ("Équiper cinquante toits", "toits"),
        "énergies renouvelables",
        "Énergies renouvelables",
        "SCIC Soleil de Renarde",
        "Cerny",
    ),
    Carried(
        "Vélo vers les gares",
        ("Tracer une vraie voie cyclable", "cyclable"),
        "déplacements",
        "Mobilités",
        "Roue Libre en Juine",
        "Étampes",
    ),
    Carried(
        "Compter carbone",
        ("Former trente lycéens", "lycéens"),
        "éducation populaire et formation",
        "Apprendre et décider ensemble",
        "Lycée des Coquelicots",
        "Larchant",
    ),
)
TEXTS = ("description", "enjeux", "constat", "pour qui")


@pytest.fixture
def workspace(example_workspace: Path, tmp_path: Path) -> Path:
    return copytree(example_workspace, tmp_path / "out")


@pytest.fixture
def site(workspace: Path) -> Iterator[str]:
    with served(workspace, today=TODAY) as address:
        yield address


@pytest.mark.full
def test_five_of_seventeen_are_carried_one_is_dropped_and_one_merged(site: str, workspace: Path, opened: Opened) -> None:
    story = Story(opened(site), workspace)
    for project in CARRIED:
        _carried(story, project)
    _dropped(story)
    _merged(story)

    story.clicks("Porter", within="nav")
    assert story.page.locator(".portfolio tbody tr").count() == 17 - 2
    story.unfolds("Filtrer et ranger")
    story.chooses("Maturité", "portée")
    story.clicks("Chercher")
    rows = [story.row(project.title) for project in CARRIED]
    assert [f"{project.holder} engagement écrit" in row for project, row in zip(CARRIED, rows, strict=True)] == [True] * 5
    assert story.page.locator(".portfolio tbody tr").count() == 5


def _carried(story: Story, project: Carried) -> None:
    story.opens_convergence_of(*project.said)
    story.clicks("Valider cette convergence")
    story.makes_a_project(project.title, *project.said)
    _told(story, project)
    story.clicks("Lieu")
    story.clicks("Ajouter un lieu")
    story.types("Commune ou lieu", project.commune)
    story.clicks("Enregistrer")
    _signed(story, project)
    for step in ("convergente", "mise en forme", "portée"):
        story.climbs(step)
    assert story.page.inner_text("h1") == "Portée, pas encore proposée"


def _told(story: Story, project: Carried) -> None:
    story.clicks("Modifier : Carte d’identité")
    story.types("Accroche", f"{project.title}, avec celles et ceux d’ici.")
    story.chooses("Champ", project.sphere)
    story.ticks(project.theme)
    story.chooses("Verbe de stratégie", "produire")
    story.chooses("Échelle", "commune")
    story.types("Animateur ou animatrice", "L’équipe d’animation (démo)")
    story.chooses("Instance compétente", "Comité de pilotage")
    story.types("Date d’émergence", "12/01/2027")
    story.clicks("Enregistrer")
    for heading in TEXTS:
        story.clicks(f"Écrire : {heading}")
        story.types("Texte", f"Ce que le groupe a retenu ({heading}).")
        story.clicks("Enregistrer")


def _signed(story: Story, project: Carried) -> None:
    """Documents may say already that somebody carries it: the letter is a step on that ladder, or on a new one."""
    story.clicks("Portage")
    if story.page.locator("th a", has_text=project.holder).count():
        story.clicks(project.holder)
    else:
        story.clicks("Écrire un engagement")
        story.types("Qui", project.holder)
        story.clicks("Enregistrer")
    story.clicks("Classer la copie signée")
    story.types("Quel jour", "09/04/2027")
    story.types("Sa référence", "Lettre signée du 9 avril 2027")
    story.clicks("Enregistrer")
    assert "Le niveau qui compte : engagement écrit, depuis le 9 avril 2027." in story.reads()


def _dropped(story: Story) -> None:
    story.makes_a_project("Méthanisation", "Faire trois petites unités de méthanisation", "méthanisation")
    story.clicks("Historique")
    story.clicks("Abandonner le projet")
    story.types("Pourquoi", "Il manque un tiers du fumier.")
    story.clicks("Abandonner le projet")


def _merged(story: Story) -> None:
    """Two drafts: the one that tells of kitchens, the one that tells of jobs to learn."""
    story.makes_a_project("Restauration collective", "Passer à deux repas sans viande", "repas")
    number = story.number()
    story.makes_a_project("École des métiers", "Une école itinérante des métiers sobres", "école")
    story.clicks("Historique")
    story.clicks("Réunir avec un autre projet")
    story.chooses("Le projet qui reste", f"{number}. Restauration collective")
    story.types("Pourquoi", "Les cuisines formeront elles-mêmes.")
    story.clicks("Réunir avec un autre projet")
    assert "Les cuisines formeront elles-mêmes. · Séparer de nouveau" in story.reads()
