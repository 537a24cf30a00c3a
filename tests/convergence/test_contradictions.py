"""A gesture that clashes with an earlier one is refused, and the sentence names both, and the way out."""

import re
from collections.abc import Callable

import pytest
from tests.convergence.mapped import Mapped, mapped

from semailles.convergence import actions
from semailles.convergence.errors import CannotSplit, Contradicts, CorrectedSince, IsDuplicate, IsPinned, IsValidated, StandsAlready
from semailles.core.errors import NotAllowed, Refusal
from semailles.core.models import Person
from semailles.intake.actions import mark_duplicates
from semailles.workshop.models import Initiative

LEGUME, COMMON = "Créer une légumerie partagée pour les cantines", "Installer une légumerie commune pour fournir les cantines"


@pytest.fixture
def scene(initiative: Initiative, local: Person) -> Mapped:
    return mapped(initiative, local)


def refused(kind: type[Refusal], gesture: Callable[[], object]) -> str:
    with pytest.raises(kind) as caught:
        gesture()
    return re.sub(r"on \w+ \d+, \d+|on \d+ \w+ \d+", "on that day", caught.value.sentence)


def test_ideas_that_people_joined_are_not_parted(scene: Mapped) -> None:
    actions.join_ideas(scene["A1"], scene["B1"], reason="même chantier", by=scene.by)

    sentence = refused(Contradicts, lambda: actions.part_ideas(scene["A1"], scene["B1"], by=scene.by))

    assert sentence == (
        f"What you ask parts « {LEGUME} » and « {COMMON} », which local kept together on that day (“même chantier”): undo that gesture first."
    )
    assert scene.groups == ["A1 B1", "A2 B2", "A3 C1", "B3", "C2"]


@pytest.mark.parametrize(
    "gesture",
    [
        lambda scene: actions.move_idea(scene["A1"], scene.family("C2"), by=scene.by),
        lambda scene: actions.move_idea(scene["B1"], None, by=scene.by),
        lambda scene: actions.split_family(scene.family("A1"), [scene["B1"]], by=scene.by),
        lambda scene: actions.arrange_wall(
            scene.initiative, [actions.WallGroup("", [scene["A1"]]), actions.WallGroup("", [scene["B1"]])], by=scene.by
        ),
    ],
)
def test_no_gesture_parts_what_people_joined(scene: Mapped, gesture: Callable[[Mapped], object]) -> None:
    actions.join_ideas(scene["A1"], scene["B1"], by=scene.by)

    sentence = refused(Contradicts, lambda: gesture(scene))

    assert sentence.startswith(f"What you ask parts « {LEGUME} » and « {COMMON} », which local kept together")


@pytest.mark.parametrize(
    "gesture",
    [
        lambda scene: actions.join_ideas(scene["A1"], scene["A2"], by=scene.by),
        lambda scene: actions.move_idea(scene["A1"], scene.family("A2"), by=scene.by),
        lambda scene: actions.merge_families(scene.family("A1"), scene.family("A2"), by=scene.by),
        lambda scene: actions.arrange_wall(scene.initiative, [actions.WallGroup("", [scene["A1"], scene["A2"]])], by=scene.by),
    ],
)
def test_no_gesture_brings_together_what_people_parted(scene: Mapped, gesture: Callable[[Mapped], object]) -> None:
    actions.part_ideas(scene["A1"], scene["A2"], reason="rien à voir", by=scene.by)

    sentence = refused(Contradicts, lambda: gesture(scene))

    assert sentence.startswith(f"What you ask brings together « {LEGUME} » and « Ouvrir un pédibus entre la gare et l’école »")
    assert sentence.endswith("which local kept apart on that day (“rien à voir”): undo that gesture first.")


def test_ideas_tied_through_a_third_are_not_parted(scene: Mapped) -> None:
    actions.join_ideas(scene["A1"], scene["B3"], reason="premier", by=scene.by)
    actions.join_ideas(scene["B3"], scene["C2"], reason="second", by=scene.by)

    sentence = refused(Contradicts, lambda: actions.part_ideas(scene["A1"], scene["C2"], by=scene.by))

    assert "“premier”" in sentence
    assert scene.groups == ["A1 B3 C2", "A2 B2", "A3 C1", "B1"]


def test_once_the_first_gesture_is_undone_the_second_is_done(scene: Mapped) -> None:
    first = actions.join_ideas(scene["A1"], scene["B1"], by=scene.by)
    actions.undo_correction(first, by=scene.by)

    actions.part_ideas(scene["A1"], scene["B1"], by=scene.by)

    assert scene.groups == ["A1", "A2 B2", "A3 C1", "B1", "B3", "C2"]


def test_an_idea_moved_twice_contradicts_nothing(scene: Mapped) -> None:
    actions.move_idea(scene["B3"], scene.family("C2"), by=scene.by)
    actions.move_idea(scene["B3"], scene.family("A1"), by=scene.by)

    assert scene.groups == ["A1 B1 B3", "A2 B2", "A3 C1", "C2"]


def test_what_is_pinned_stays_until_it_is_unpinned(scene: Mapped) -> None:
    actions.pin_idea(scene["A1"], by=scene.by)

    sentence = refused(IsPinned, lambda: actions.move_idea(scene["A1"], None, by=scene.by))
    actions.unpin_idea(scene["A1"], by=scene.by)
    actions.move_idea(scene["A1"], None, by=scene.by)

    assert sentence == f"« {LEGUME} » is pinned in « {scene.family('A1').title} »: unpin it first."
    assert scene.groups == ["A1", "A2 B2", "A3 C1", "B1", "B3", "C2"]


def test_what_is_validated_stays_until_it_is_reopened(scene: Mapped) -> None:
    family = scene.family("A1")
    actions.validate_family(family, by=scene.by)

    sentences = {
        refused(IsValidated, lambda: actions.part_ideas(scene["A1"], scene["B1"], by=scene.by)),
        refused(IsValidated, lambda: actions.merge_families(scene.family("A1"), scene.family("A2"), by=scene.by)),
    }
    actions.reopen_family(family, by=scene.by)
    actions.part_ideas(scene["A1"], scene["B1"], by=scene.by)

    assert sentences == {f"« {family.title} » was validated: reopen it first."}
    assert scene.groups == ["A1", "A2 B2", "A3 C1", "B1", "B3", "C2"]


def test_a_duplicate_goes_where_goes_what_tells_it(scene: Mapped) -> None:
    mark_duplicates([scene["B1"]], of=scene["A1"], by=scene.by)

    sentence = refused(IsDuplicate, lambda: actions.move_idea(scene["B1"], None, by=scene.by))
    actions.move_idea(scene["A1"], scene.family("C2"), by=scene.by)

    assert sentence == f"« {COMMON} » is a duplicate of « {LEGUME} », and stands where that one stands: move that one."
    assert scene.groups == ["A1 B1 C2", "A2 B2", "A3 C1", "B3"]


def test_a_correction_is_not_undone_under_a_later_one(scene: Mapped) -> None:
    first = actions.rename_family(scene.family("A1"), "Manger ici", by=scene.by)
    actions.move_idea(scene["A1"], None, by=scene.by)

    sentence = refused(CorrectedSince, lambda: actions.undo_correction(first, by=scene.by))

    assert sentence.startswith("local changed the same groups since (moved « A1 · ")


def test_what_changes_nothing_is_refused(scene: Mapped) -> None:
    family = scene.family("A1")

    assert refused(StandsAlready, lambda: actions.move_idea(scene["A1"], family, by=scene.by)) == f"« {LEGUME} » stands there already."
    assert refused(StandsAlready, lambda: actions.move_idea(scene["B3"], None, by=scene.by)).endswith("stands there already.")
    assert refused(CannotSplit, lambda: actions.split_family(family, [scene["A1"], scene["B1"]], by=scene.by)).startswith(
        "Choose some ideas"
    )


def test_who_has_no_role_corrects_nothing(scene: Mapped) -> None:
    stranger = Person.objects.create(name="passant")

    with pytest.raises(NotAllowed):
        actions.move_idea(scene["A1"], None, by=stranger)

    assert scene.groups == ["A1 B1", "A2 B2", "A3 C1", "B3", "C2"]
