"""Gestures written in a file, done again in a workspace."""

import sqlite3
from pathlib import Path

import pytest
from tests.command import semailles
from tests.forked import Typed

NOTES = {
    "rive-gauche/notes.md": "# Notes\n\n- Nous proposons d'ouvrir un atelier de réparation de vélos à la gare.\n- Le car était en retard.\n",
    "rive-droite/notes.md": "# Notes\n\n- Il faudrait créer un atelier vélo dans la gare, tenu par les habitants.\n- Planter des haies le long du canal.\n",
}
SORTED = """
[[ecarter]]
raison = "Un constat."
idees = ["Planter des haies"]

[idees]
garder_le_reste = true
"""


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("replayed")
    for path, text in NOTES.items():
        (folder / "in" / path).parent.mkdir(parents=True)
        (folder / "in" / path).write_text(text, encoding="utf-8")
    done = semailles("run", folder / "in", "--output", folder / "out")
    assert done.returncode == 0, done.stderr
    return folder / "out"


def replayed(workspace: Path, script: str, *more: str) -> Typed:
    file = workspace.parent / "gestes.toml"
    file.write_text(script, encoding="utf-8")
    return semailles("replay", file, workspace, *more)


def states(workspace: Path) -> dict[str, str]:
    with sqlite3.connect(workspace / "semailles.sqlite3") as tables:
        return dict(tables.execute("SELECT title, state FROM intake_idea"))


def test_what_a_file_sorts_is_sorted_and_twice_is_once(workspace: Path) -> None:
    first, second = replayed(workspace, SORTED), replayed(workspace, SORTED)

    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    decided = states(workspace)
    assert decided.pop("Planter des haies le long du canal") == "set_aside"
    assert set(decided.values()) == {"kept"}
    with sqlite3.connect(workspace / "semailles.sqlite3") as tables:
        assert tables.execute("SELECT count(*) FROM intake_gesture").fetchone() == (2,)


@pytest.mark.parametrize(
    ("script", "sentence"),
    [
        ('[[ecarter]]\nraison = "x"\nidees = ["Une tour"]\n', "gestes.toml, ecarter 1 : Aucune idée ne dit « Une tour »."),
        ('[[ecarte]]\nraison = "x"\n', "rien ne s’appelle « ecarte » ici"),
        ('[[projet]]\ntitre = "Une tour"\n', "gestes.toml, projet 1 : Aucun projet ne s’appelle « Une tour »."),
        (
            '[[mission]]\nqui = "Ana"\nligne = "Rien"\n',
            "gestes.toml, mission 1 : Aucune ligne du budget de la démarche ne s’appelle « Rien ».",
        ),
        ("[[ecarter]]\nraison = 3\n", "« raison » est un texte entre guillemets."),
        ("le = 2900-01-01\n", "SEMAILLES_TODAY=2900-01-01"),
        ("[[ecarter\n", "n’a pas pu être lu"),
    ],
)
def test_what_is_not_found_is_said_with_its_place(workspace: Path, script: str, sentence: str) -> None:
    done = replayed(workspace, script)

    assert done.returncode == 2
    assert sentence in done.stderr


def test_what_was_replayed_is_printed_when_that_is_asked_for(workspace: Path) -> None:
    before = (workspace / "feuille-de-route.pdf").stat().st_mtime_ns

    done = replayed(workspace, SORTED, "--print")

    assert (done.returncode, "Réimprimé" in done.stdout + done.stderr) == (0, True), done.stderr
    assert (workspace / "feuille-de-route.pdf").stat().st_mtime_ns > before
