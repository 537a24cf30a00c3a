"""A gesture that changes nothing, or that is about ideas that count no more, is refused and leaves no line in the log."""

from collections.abc import Callable

import pytest
from tests.convergence.mapped import Mapped, mapped

from semailles.convergence import actions
from semailles.convergence.errors import CannotSplit, IsOut, NoLonger, StandsAlready
from semailles.convergence.models import Correction, FamilyMember
from semailles.core.errors import Refusal
from semailles.core.models import Person
from semailles.intake.actions import set_idea_aside
from semailles.workshop.models import Initiative

LEGUME, COMMON = "Créer une légumerie partagée pour les cantines", "Installer une légumerie commune pour fournir les cantines"
Gesture = Callable[[Mapped], object]


@pytest.fixture
def scene(initiative: Initiative, local: Person) -> Mapped:
    return mapped(initiative, local)


def sentence_of(kind: type[Refusal], gesture: Gesture, scene: Mapped) -> tuple[str, int]:
    """And how many lines the refused gesture added to the log."""
    count = Correction.objects.count()
    with pytest.raises(kind) as caught:
        gesture(scene)
    return caught.value.sentence, Correction.objects.count() - count


TWICE: list[tuple[Gesture, str]] = [
    (lambda scene: actions.pin_idea(scene["A1"], by=scene.by), f"« {LEGUME} » is pinned already."),
    (lambda scene: actions.join_ideas(scene["A1"], scene["A3"], by=scene.by), " are kept together already."),
    (lambda scene: actions.part_ideas(scene["A1"], scene["A3"], by=scene.by), " are kept apart already."),
    (lambda scene: actions.quote_idea(scene.family("A1"), scene["B1"], by=scene.by), f"« {COMMON} » tells « {LEGUME} » already."),
    (lambda scene: actions.choose_theme(scene.family("A1"), None, by=scene.by), " is under that theme already."),
    (lambda scene: actions.rename_family(scene.family("A1"), "Manger ici ", by=scene.by), "« Manger ici » is its title already."),
    (lambda scene: actions.validate_family(scene.family("A1"), by=scene.by), " is validated already."),
]


@pytest.mark.parametrize(("gesture", "told"), TWICE)
def test_the_same_gesture_twice_is_refused(scene: Mapped, gesture: Gesture, told: str) -> None:
    gesture(scene)

    sentence, lines = sentence_of(StandsAlready, gesture, scene)

    assert (sentence.endswith(told), lines) == (True, 0)


def test_what_is_not_pinned_is_not_unpinned(scene: Mapped) -> None:
    unpin: Gesture = lambda scene: actions.unpin_idea(scene["A1"], by=scene.by)  # noqa: E731  # a gesture like those above

    assert sentence_of(StandsAlready, unpin, scene) == (f"« {LEGUME} » is not pinned: there is nothing to unpin.", 0)


OUT: list[tuple[Gesture, type[Refusal]]] = [
    (lambda scene: actions.pin_idea(scene["A1"], by=scene.by), IsOut),
    (lambda scene: actions.quote_idea(scene.family("B1"), scene["A1"], by=scene.by), IsOut),
    (lambda scene: actions.move_idea(scene["A1"], scene.family("C2"), by=scene.by), IsOut),
    (lambda scene: actions.join_ideas(scene["C2"], scene["A1"], by=scene.by), IsOut),
    (lambda scene: actions.split_family(scene.family("B1"), [scene["B1"]], by=scene.by), CannotSplit),
    (lambda scene: actions.move_idea(scene["B1"], None, by=scene.by), StandsAlready),
]


@pytest.mark.parametrize(("gesture", "kind"), OUT)
def test_what_is_set_aside_is_not_arranged(scene: Mapped, gesture: Gesture, kind: type[Refusal]) -> None:
    set_idea_aside(scene["A1"], "hors sujet", by=scene.by)

    assert sentence_of(kind, gesture, scene)[1] == 0


@pytest.mark.parametrize(
    "gesture",
    [
        lambda scene: actions.validate_family(scene.family("A1"), by=scene.by),
        lambda scene: actions.rename_family(scene.family("A1"), "Manger ici", by=scene.by),
        lambda scene: actions.merge_families(scene.family("A1"), scene.family("A2"), by=scene.by),
        lambda scene: actions.move_idea(scene["A2"], scene.family("A1"), by=scene.by),
    ],
)
def test_a_family_whose_ideas_are_all_set_aside_is_no_longer_on_the_map(scene: Mapped, gesture: Gesture) -> None:
    for mark in ("A1", "B1"):
        set_idea_aside(scene[mark], "hors sujet", by=scene.by)

    assert sentence_of(NoLonger, gesture, scene)[1] == 0


ENTERING: list[Gesture] = [
    lambda scene: actions.merge_families(scene.family("B3"), scene.family("A1"), by=scene.by),
    lambda scene: actions.move_idea(scene["B3"], scene.family("A1"), by=scene.by),
    lambda scene: actions.join_ideas(scene["B3"], scene["A1"], by=scene.by),
    lambda scene: actions.arrange_wall(
        scene.initiative, [actions.WallGroup("", [scene[mark] for mark in ("A1", "B1", "B3")])], by=scene.by
    ),
]


def doubtful(scene: Mapped) -> list[str]:
    rows = FamilyMember.objects.of(scene.initiative).filter(family__is_current=True, is_doubtful=True)
    return sorted(f"{letter}{number}" for letter, number in rows.values_list("idea__team__letter", "idea__number"))


@pytest.mark.parametrize("gesture", ENTERING)
def test_what_enters_a_validated_family_is_to_be_placed_until_it_is_validated_again(scene: Mapped, gesture: Gesture) -> None:
    actions.validate_family(scene.family("A1"), by=scene.by)
    gesture(scene)
    entered = doubtful(scene)

    actions.validate_family(scene.family("A1"), by=scene.by)

    assert (entered, doubtful(scene)) == (["B3"], [])
