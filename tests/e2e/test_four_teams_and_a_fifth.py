"""Four teams sorted, a map that people correct, a fifth team that comes late, a new map partly taken, and all of it undone: by keyboard."""

import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page
from tests.command import semailles
from tests.e2e.conftest import NARROW, WIDE, served
from tests.e2e.keyboard import Keyboard, said
from tests.e2e.test_every_page import faults

pytestmark = pytest.mark.full

Opened = Callable[..., Page]
Map = dict[str, str]  # title of each idea → id of the family where it stands

FEAST, STAGE, HELP, HEDGE = (
    "Organiser une fête des moissons",
    "Prêter une scène mobile",
    "Aider à rénover les logements",
    "Entretenir les haies",
)
KITCHEN, WORKSHOP = "Créer une légumerie partagée", "Ouvrir un atelier de réparation"
TOILETS, ARCHIVES = "Installer des toilettes sèches", "Numériser les archives"
TEAMS = {
    "a": (
        f"{KITCHEN} pour les cantines de la vallée.",
        "Replanter des haies le long de la rivière.",
        "Rénover les logements anciens du bourg avec des matériaux locaux.",
        f"{TOILETS} sur le marché.",
    ),
    "b": (
        "Installer une légumerie commune pour fournir les cantines scolaires en légumes.",
        "Planter des haies champêtres au bord de la rivière.",
        f"{WORKSHOP} de vélos à la gare.",
        f"{FEAST} chaque été.",
    ),
    "c": (
        "Ouvrir une légumerie pour laver les légumes des cantines.",
        "Installer un atelier de réparation de vélos à côté de la gare.",
        "Rénover les logements vacants du bourg.",
        f"{STAGE} aux associations.",
    ),
    "d": (
        f"{HEDGE} plantées le long de la rivière.",
        "Créer un atelier de réparation de vélos près de la gare.",
        f"{HELP} anciens du bourg.",
        f"{ARCHIVES} du canal.",
    ),
}
LATE = (
    "- Construire une légumerie qui lave et coupe les légumes pour les cantines.\n"
    "- Réparer les vélos dans un atelier à la gare.\n- Dresser un inventaire des cloches.\n"
)
IDEAS, GESTURES = 16, 7  # three moves, one split, two validations, one change taken
PATIENCE = 60.0


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    for team, ideas in TEAMS.items():
        folder = tmp_path / "atelier" / f"equipe-{team}"
        folder.mkdir(parents=True)
        (folder / "idees.md").write_text("# Nos idées\n\n" + "".join(f"- {idea}\n" for idea in ideas), encoding="utf-8")
    assert semailles("run", tmp_path / "atelier", "--output", tmp_path / "out").returncode == 0
    return tmp_path / "out"


@pytest.fixture
def site(workspace: Path) -> Iterator[str]:
    with served(workspace) as address:
        yield address


class Story:
    """One person at work in one browser, and what the database says of it."""

    def __init__(self, page: Page, site: str, workspace: Path) -> None:
        self.page, self.site, self.workspace, self.keys = page, site, workspace, Keyboard(page)

    def asked(self, query: str, *values: str) -> list[tuple[str, str]]:
        with sqlite3.connect(self.workspace / "semailles.sqlite3") as database:
            return list(database.execute(query, values))

    def map(self) -> Map:
        rows = self.asked(
            "SELECT i.title, f.public_id FROM convergence_familymember m JOIN convergence_family f ON f.id = m.family_id"
            " JOIN intake_idea i ON i.id = m.idea_id WHERE f.is_current"
        )
        return dict(rows)

    def family(self, beginning: str) -> str:
        return next(family for title, family in self.map().items() if title.startswith(beginning))

    def idea(self, beginning: str) -> tuple[str, str]:
        """Its mark and its id."""
        query = "SELECT t.letter || i.number, i.public_id FROM intake_idea i JOIN workshop_team t ON t.id = i.team_id WHERE i.title LIKE ? || '%'"
        return self.asked(query, beginning)[0]

    def opens(self, path: str) -> None:
        self.page.goto(f"{self.site}{path}")

    def opens_family_of(self, beginning: str) -> None:
        self.opens(f"converger/{_dashed(self.family(beginning))}/")

    def waits_for_jobs(self) -> None:
        ends = time.monotonic() + PATIENCE
        while self.asked("SELECT kind, status FROM core_job WHERE status IN ('waiting', 'running') LIMIT 1"):
            assert time.monotonic() < ends, "jobs that do not end"
            time.sleep(0.2)

    def is_usable_by_everybody(self, path: str) -> None:
        for size in (NARROW, WIDE):
            self.page.set_viewport_size(size)  # type: ignore[arg-type]  # a plain dict has both keys
            self.opens(path)
            assert (path, faults(self.page)) == (path, [])


def test_four_teams_and_a_fifth(site: str, workspace: Path, opened: Opened) -> None:
    story = Story(opened(f"{site}recueillir/trier/"), site, workspace)
    _sort_everything(story)
    proposed = story.map()
    assert len({proposed[title] for title in proposed}) < IDEAS
    _three_moves(story)
    _one_split(story)
    _two_validations(story)
    _a_fifth_team_comes_late(story)
    corrected = story.map()
    _a_new_map_partly_taken(story)
    _every_page_can_be_used_by_everybody(story)
    _all_is_undone(story)

    undone = story.map()
    late = set(corrected) - set(proposed)
    assert {title: family for title, family in undone.items() if title not in late} == _reworded(proposed, undone)


def _sort_everything(story: Story) -> None:
    page = story.page
    for _ in range(IDEAS):
        with page.expect_response(lambda answer: "/recueillir/trier/decider/" in answer.url):
            page.keyboard.press("1")
        page.locator("#board[data-ready] #reading:focus").wait_for()
        page.evaluate("delete document.getElementById('board').dataset.ready")
    assert "16 sur 16 triées" in said(page)
    story.waits_for_jobs()


def _three_moves(story: Story) -> None:
    keys = story.keys
    for beginning, beside in ((FEAST, KITCHEN), (STAGE, WORKSHOP)):
        story.opens_family_of(beginning)
        keys.tick(beginning)
        keys.write("ou celle où se trouve cette idée", story.idea(beside)[0])
        keys.write("Motif", "Vu en séance")
        keys.follow("Corriger")
        assert "Déplacée vers" in said(story.page)
        assert story.family(beginning) == story.family(beside)
    story.opens_family_of(HELP)
    keys.tick(HELP)
    keys.pick("Déplacer vers", "En faire une convergence à part")
    keys.follow("Corriger")
    assert list(story.map().values()).count(story.family(HELP)) == 1


def _one_split(story: Story) -> None:
    keys, before = story.keys, story.family(HEDGE)
    story.opens_family_of(HEDGE)
    keys.tick(HEDGE)
    keys.pick("Déplacer vers", "En faire une convergence à part")
    keys.write("Son titre", "Entretenir ce qui est planté")
    keys.follow("Corriger")
    story.opens_family_of(HEDGE)
    assert story.family(HEDGE) != before
    assert story.page.inner_text("h1") == "Entretenir ce qui est planté"


def _two_validations(story: Story) -> None:
    for beginning in (KITCHEN, WORKSHOP):
        story.opens_family_of(beginning)
        story.keys.follow("Valider cette convergence")
        assert "est validée : aucun calcul ne déplacera ses idées." in said(story.page)
    story.keys.tick(STAGE)
    story.keys.pick("Déplacer vers", "En faire une convergence à part")
    story.keys.follow("Corriger")
    assert "rouvrez-la d’abord" in said(story.page)
    assert story.page.evaluate("document.activeElement.id") == "faults"


def _a_fifth_team_comes_late(story: Story) -> None:
    before = story.map()
    late = story.workspace.parent / "tard.md"
    late.write_text(LATE, encoding="utf-8")
    story.opens("recueillir/deposer/")
    story.page.get_by_label("Fichiers").set_input_files(late)
    story.keys.write("ou une nouvelle équipe", "equipe-e")
    story.keys.follow("Déposer ces fichiers")
    story.waits_for_jobs()
    after = story.map()
    assert {title: after[title] for title in before} == before
    assert len(after) == IDEAS + 3
    assert after["Construire une légumerie qui lave et coupe les légumes pour les cantines"] == story.family(KITCHEN)


def _a_new_map_partly_taken(story: Story) -> None:
    """Two ideas are reworded: nothing moves by itself, the new map proposes to move them."""
    _reword(story, TOILETS, "Replanter des haies champêtres le long de la rivière et des fossés")
    _reword(story, ARCHIVES, "Rénover les logements anciens et vacants du bourg")
    story.waits_for_jobs()
    before = story.map()
    story.opens("converger/carte/")
    story.keys.follow("Demander une nouvelle carte")
    story.page.locator("#diff").wait_for(timeout=1000 * PATIENCE)
    changes = story.page.locator(".moves > li").count()
    assert story.page.inner_text("#diff").startswith(f"{changes} idées changeraient de convergence")
    assert story.map() == before
    mark = story.idea("Replanter des haies champêtres")[0]
    story.keys.follow(f"Prendre : {mark}")
    story.keys.follow("Laisser : ")
    assert f"{changes - 2} à trancher, 1 prise, 1 laissée." in said(story.page)
    story.keys.follow("Laisser tout le reste et fermer")
    after = story.map()
    assert [title for title in before if before[title] != after[title]] == [
        "Replanter des haies champêtres le long de la rivière et des fossés"
    ]
    assert after["Replanter des haies le long de la rivière"] == story.family("Replanter des haies champêtres")


def _reword(story: Story, beginning: str, words: str) -> None:
    story.opens(f"recueillir/idees/{_dashed(story.idea(beginning)[1])}/mots/")
    story.keys.write("Titre", words)
    story.keys.write("Texte", f"{words}.")
    story.keys.follow("Enregistrer")


def _every_page_can_be_used_by_everybody(story: Story) -> None:
    family = _dashed(story.family(KITCHEN))
    for path in (f"converger/{family}/", "converger/corrections/", "converger/carte/", "converger/a-placer/", "converger/vocabulaire/"):
        story.is_usable_by_everybody(path)


def _all_is_undone(story: Story) -> None:
    story.opens("converger/corrections/")
    assert f"{GESTURES} corrections en vigueur" in said(story.page)
    for left in range(GESTURES - 1, -1, -1):
        story.keys.follow("Annuler ma dernière correction")
        assert f"{left} correction" in said(story.page)
    assert story.page.locator(".log > li.undone").count() == GESTURES


def _reworded(before: Map, after: Map) -> Map:
    """The map of before, with the titles that two ideas have since."""
    renamed = {old: new for old, new in _NEW_TITLES.items() if new in after}
    return {renamed.get(_beginning(title), title): family for title, family in before.items()}


_NEW_TITLES = {
    TOILETS: "Replanter des haies champêtres le long de la rivière et des fossés",
    ARCHIVES: "Rénover les logements anciens et vacants du bourg",
}


def _beginning(title: str) -> str:
    return next((beginning for beginning in _NEW_TITLES if title.startswith(beginning)), title)


def _dashed(public_id: str) -> str:
    """SQLite keeps an id without its dashes."""
    parts = (public_id[:8], public_id[8:12], public_id[12:16], public_id[16:20], public_id[20:])
    return public_id if "-" in public_id else "-".join(parts)
