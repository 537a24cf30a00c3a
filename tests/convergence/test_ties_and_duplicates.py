"""What people said stands together, or apart, does so again once a duplicate is taken back."""

import pytest
from tests.convergence.mapped import Mapped, mapped

from semailles.convergence import actions
from semailles.convergence.gathering import bring_together
from semailles.convergence.models import Family
from semailles.core.models import Person
from semailles.intake.actions import mark_duplicates, set_idea_aside, take_back
from semailles.workshop.models import Initiative

FIRST = ["A1 B1", "A2 B2", "A3 C1", "B3", "C2"]


@pytest.fixture
def scene(initiative: Initiative, local: Person) -> Mapped:
    return mapped(initiative, local)


def gathered(scene: Mapped) -> list[str]:
    bring_together(scene.initiative, by=scene.by)
    return scene.groups


def test_ideas_kept_apart_are_apart_again(scene: Mapped) -> None:
    actions.part_ideas(scene["A1"], scene["A3"], reason="rien à voir", by=scene.by)
    mark_duplicates([scene["A1"]], of=scene["A3"], by=scene.by)
    as_duplicate = gathered(scene)
    take_back(scene["A1"], by=scene.by)

    assert (as_duplicate, gathered(scene)) == (["A1 A3 C1", "A2 B2", "B1", "B3", "C2"], FIRST)


def test_one_whose_family_left_the_map_stands_alone(scene: Mapped) -> None:
    actions.part_ideas(scene["B3"], scene["A3"], by=scene.by)
    mark_duplicates([scene["B3"]], of=scene["A3"], by=scene.by)
    gathered(scene)
    take_back(scene["B3"], by=scene.by)

    assert gathered(scene) == FIRST
    assert Family.objects.of(scene.initiative).current().get(members__idea=scene["B3"]).title == scene["B3"].title


def test_ideas_kept_together_are_together_again(scene: Mapped) -> None:
    actions.join_ideas(scene["A1"], scene["B1"], by=scene.by)
    mark_duplicates([scene["A1"]], of=scene["A3"], by=scene.by)
    as_duplicate = gathered(scene)
    take_back(scene["A1"], by=scene.by)

    assert (as_duplicate, gathered(scene)) == (["A1 A3 C1", "A2 B2", "B1", "B3", "C2"], FIRST)


def test_what_people_validated_since_does_not_move(scene: Mapped) -> None:
    actions.part_ideas(scene["A1"], scene["A3"], by=scene.by)
    mark_duplicates([scene["A1"]], of=scene["A3"], by=scene.by)
    gathered(scene)
    take_back(scene["A1"], by=scene.by)
    actions.validate_family(scene.family("A3"), by=scene.by)

    assert gathered(scene) == ["A1 A3 C1", "A2 B2", "B1", "B3", "C2"]


def test_an_idea_that_comes_back_keeps_apart_from_who_came_meanwhile(scene: Mapped) -> None:
    actions.part_ideas(scene["A1"], scene["A3"], by=scene.by)
    set_idea_aside(scene["A1"], "hors sujet", by=scene.by)
    gathered(scene)
    actions.move_idea(scene["A3"], scene.family("B1"), by=scene.by)
    take_back(scene["A1"], by=scene.by)

    assert gathered(scene) == ["A1", "A2 B2", "A3 B1", "B3", "C1", "C2"]
