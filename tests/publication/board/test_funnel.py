"""From paper to act, counted."""

from dataclasses import replace

import pytest
from tests.web.scene import Scene, erase, settle

from semailles.convergence.enums import Strength
from semailles.convergence.models import Family
from semailles.core.models import Person
from semailles.intake.actions import keep_idea, set_idea_aside
from semailles.intake.models import Idea
from semailles.projects.enums import Maturity
from semailles.projects.models import Project
from semailles.publication.board.funnel import Funnel, TeamField, funnel
from semailles.workshop.models import Initiative

FRESH = Funnel(
    teams=(TeamField("A", "Les rives", kept=0, suggested=4), TeamField("B", "Les bourgs", kept=0, suggested=2)),
    set_aside=0,
    documents=2,
    unreadable=1,
    convergences=1,
    singular=3,
    weak=0,
    brief=0,
    waiting=0,
    projects=1,
    held=0,
    funded=0,
    validated=0,
    launched=0,
    alone=1,
)


@pytest.fixture
def scene(initiative: Initiative, local: Person) -> Scene:
    return settle(initiative, by=local)


def test_a_fresh_workspace_holds_suggestions_only(scene: Scene) -> None:
    assert funnel(scene.initiative) == FRESH


def test_what_people_keep_and_what_they_set_aside_are_told_apart(scene: Scene, local: Person) -> None:
    first, second = Idea.objects.of(scene.initiative).filter(team__letter="A").order_by("number")[:2]
    keep_idea(first, by=local)
    set_idea_aside(second, "Dit deux fois.", by=local)

    found = funnel(scene.initiative)

    assert (found.teams[0], found.kept, found.suggested, found.ideas, found.set_aside) == (
        TeamField("A", "Les rives", kept=1, suggested=2),
        1,
        4,
        5,
        1,
    )


@pytest.mark.parametrize(
    ("maturity", "held", "validated", "launched"),
    [(Maturity.SHAPED, 0, 0, 0), (Maturity.CARRIED, 1, 0, 0), (Maturity.VALIDATED, 1, 1, 0), (Maturity.SOWN, 1, 1, 1)],
)
def test_a_project_counts_on_each_step_it_has_climbed(scene: Scene, maturity: Maturity, held: int, validated: int, launched: int) -> None:
    Project.objects.of(scene.initiative).update(maturity=maturity)

    assert funnel(scene.initiative) == replace(FRESH, held=held, validated=validated, launched=launched)


def test_a_convergence_without_a_project_says_why(scene: Scene) -> None:
    erase(scene.project)
    rich = funnel(scene.initiative)
    Idea.objects.of(scene.initiative).update(text="Semer")
    brief = funnel(scene.initiative)
    Family.objects.of(scene.initiative).joining_teams().update(strength=Strength.WEAK)

    weak = funnel(scene.initiative)

    assert [(one.weak, one.brief, one.waiting, one.undrafted) for one in (rich, brief, weak)] == [(0, 0, 1, 1), (0, 1, 0, 1), (1, 0, 0, 1)]
