"""The example as `script/demo` shows it: its gestures replayed on the day when they are all done."""

import shutil
import sqlite3
from collections import Counter
from pathlib import Path

import pytest
from tests.command import EXAMPLE, semailles
from tests.forked import Typed

GESTURES = EXAMPLE.parent / "porter.toml"


def replay(workspace: Path) -> Typed:
    with pytest.MonkeyPatch.context() as today:
        today.setenv("SEMAILLES_TODAY", "2027-04-12")
        return semailles("replay", GESTURES, workspace)


@pytest.fixture(scope="module")
def replayed(example_out: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    workspace = shutil.copytree(example_out, tmp_path_factory.mktemp("founding") / "out")
    done = replay(workspace)
    assert done.returncode == 0, done.stderr
    return workspace


def rows(workspace: Path, asked: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(workspace / "semailles.sqlite3") as tables:
        return tables.execute(asked).fetchall()


def test_of_what_the_program_found_people_kept_what_is_an_idea(replayed: Path) -> None:
    states = Counter(state for (state,) in rows(replayed, "SELECT state FROM intake_idea"))

    assert set(states) == {"kept", "set_aside", "merged"}
    assert 120 <= states["kept"] <= 160


def test_seventeen_projects_are_taken_up_and_five_are_carried_in_writing(replayed: Path) -> None:
    written = """SELECT DISTINCT p.title FROM projects_projectcommitment c JOIN projects_project p ON p.id = c.project_id
                 WHERE c.level = 'engagement écrit' AND c.role = 'porte' ORDER BY 1"""

    assert rows(replayed, "SELECT count(*) FROM projects_project WHERE taken_up_on IS NOT NULL") == [(17,)]
    assert [title for (title,) in rows(replayed, written)] == [
        "Compter carbone : lycéens formateurs d'élus",
        "Filière chanvre, du champ au chantier",
        "Rénovation groupée de pavillons identiques",
        "Toits solaires citoyens (SCIC)",
        "Vélo vers les gares",
    ]


def test_five_projects_stand_on_the_step_carried(replayed: Path) -> None:
    steps = Counter(
        step for (step,) in rows(replayed, "SELECT maturity FROM projects_project WHERE merged_into_id IS NULL AND set_aside_on IS NULL")
    )

    assert steps == {"portée": 5, "mise en forme": 10}


def test_one_project_is_merged_and_one_dropped_with_its_reasons(replayed: Path) -> None:
    merged = """SELECT one.title, other.title FROM projects_project one JOIN projects_project other ON other.id = one.merged_into_id"""
    dropped = "SELECT title FROM projects_project WHERE set_aside_on IS NOT NULL AND set_aside_reason LIKE '%un tiers du fumier%'"

    assert rows(replayed, merged) == [("Légumerie et plateforme logistique de proximité", "Restauration collective en circuit court")]
    assert rows(replayed, dropped) == [("Méthanisation agricole et territoriale",)]


def test_groups_missions_and_reminders_stand_as_the_file_says(replayed: Path) -> None:
    late = "SELECT count(*) FROM projects_worktask WHERE done_on IS NULL AND due_on < '2027-04-12'"
    shaped = "SELECT count(*) FROM projects_projectmission"
    blocked = "SELECT title FROM projects_project WHERE status = 'bloqué' AND remind_on = '2027-04-10'"
    asked = "SELECT count(*) FROM projects_projectcommitment WHERE remind_on IS NOT NULL"

    assert [rows(replayed, one)[0][0] for one in (late, shaped, blocked, asked)] == [2, 5, "Réseau de télécentres de gare", 2]


def test_replayed_again_it_adds_nothing(replayed: Path) -> None:
    tables = [
        name
        for (name,) in rows(
            replayed, "SELECT name FROM sqlite_master WHERE type = 'table' AND (name LIKE 'projects_%' OR name LIKE 'workshop_m%')"
        )
    ]
    counts = {name: rows(replayed, f"SELECT count(*) FROM {name}") for name in tables}  # noqa: S608  # names read from the same database

    done = replay(replayed)

    assert done.returncode == 0, done.stderr
    assert {name: rows(replayed, f"SELECT count(*) FROM {name}") for name in tables} == counts  # noqa: S608  # the same


def test_a_funder_who_leaves_opens_a_gap_in_the_hemp_budget(replayed: Path) -> None:
    hemp = "project_id = (SELECT id FROM projects_project WHERE title LIKE 'Filière chanvre%')"

    assert rows(replayed, f"SELECT sum(amount) FROM projects_projectcost WHERE {hemp}") == [(117000,)]  # noqa: S608  # no word of anybody's
    counted = f"SELECT sum(amount) FROM projects_projectfunding WHERE {hemp} AND status != 'refusé'"  # noqa: S608  # the same
    assert rows(replayed, counted) == [(111000,)]
