"""A gesture undone after the ideas themselves changed: set aside, taken back, marked as duplicates."""

import pytest
from tests.convergence.mapped import Mapped, mapped

from semailles.convergence import actions
from semailles.convergence.gathering import bring_together
from semailles.convergence.models import Family
from semailles.core.models import Person
from semailles.intake.actions import mark_duplicates, set_idea_aside
from semailles.workshop.models import Initiative


@pytest.fixture
def scene(initiative: Initiative, local: Person) -> Mapped:
    return mapped(initiative, local)


def test_a_family_born_that_left_the_map_since_is_no_obstacle(scene: Mapped) -> None:
    actions.move_idea(scene["A1"], None, by=scene.by)
    set_idea_aside(scene["A1"], "hors sujet", by=scene.by)
    bring_together(scene.initiative, by=scene.by)

    actions.undo_last_correction(scene.initiative, by=scene.by)

    assert scene.groups == ["A2 B2", "A3 C1", "B1", "B3", "C2"]


def test_a_family_split_whose_ideas_all_left_is_no_obstacle(scene: Mapped) -> None:
    actions.split_family(scene.family("A1"), [scene["B1"]], by=scene.by)
    for mark in ("A1", "B1"):
        set_idea_aside(scene[mark], "hors sujet", by=scene.by)
    bring_together(scene.initiative, by=scene.by)

    actions.undo_last_correction(scene.initiative, by=scene.by)

    assert scene.groups == ["A2 B2", "A3 C1", "B3", "C2"]


def test_a_duplicate_marked_since_stands_once_when_the_gesture_is_undone(scene: Mapped) -> None:
    actions.part_ideas(scene["A1"], scene["A3"], by=scene.by)
    mark_duplicates([scene["A1"]], of=scene["A3"], by=scene.by)
    bring_together(scene.initiative, by=scene.by)

    actions.undo_last_correction(scene.initiative, by=scene.by)

    assert scene.groups == ["A1 A3 C1", "A2 B2", "B1", "B3", "C2"]


def test_a_duplicate_goes_back_with_what_tells_it(scene: Mapped) -> None:
    actions.move_idea(scene["A3"], scene.family("C2"), by=scene.by)
    mark_duplicates([scene["A1"]], of=scene["A3"], by=scene.by)
    bring_together(scene.initiative, by=scene.by)

    actions.undo_last_correction(scene.initiative, by=scene.by)

    assert scene.groups == ["A1 A3 C1", "A2 B2", "B1", "B3", "C2"]
    assert not Family.objects.of(scene.initiative).current().filter(members=None).exists()
