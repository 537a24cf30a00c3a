"""What people correct on the map, and that it is undone whole."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.convergence.mapped import LATE, Mapped, mapped

from semailles.convergence import actions
from semailles.convergence.errors import TitleRefused
from semailles.convergence.gathering import bring_together
from semailles.convergence.models import Correction, Family, FamilyMember
from semailles.convergence.queries.corrections import kept_photos
from semailles.core.files import stored_path
from semailles.core.models import Person
from semailles.intake.models import Idea
from semailles.workshop.models import Initiative, Theme

FIRST = ["A1 B1", "A2 B2", "A3 C1", "B3", "C2"]


@pytest.fixture
def scene(initiative: Initiative, local: Person) -> Mapped:
    return mapped(initiative, local)


def rows(scene: Mapped) -> list[tuple[object, ...]]:
    """All that the map is, but for keys that nobody sees."""
    families = Family.objects.of(scene.initiative).current().order_by("public_id")
    fields = [field.name for field in Family._meta.concrete_fields if field.name != "id"]
    members = FamilyMember.objects.of(scene.initiative).filter(family__is_current=True).order_by("idea")
    return [
        *families.values_list(*fields),
        *members.values_list("family__public_id", "idea", "confidence", "is_doubtful", "is_pinned"),
    ]


def test_the_machine_saw_three_meetings(scene: Mapped) -> None:
    assert scene.groups == FIRST


def test_an_idea_moved_stands_in_the_other_family(scene: Mapped) -> None:
    target = scene.family("C2")

    actions.move_idea(scene["B3"], target, by=scene.by)

    assert scene.groups == ["A1 B1", "A2 B2", "A3 C1", "B3 C2"]
    assert scene.family("B3") == target


def test_an_idea_moved_to_nowhere_stands_by_itself(scene: Mapped) -> None:
    actions.move_idea(scene["A1"], None, by=scene.by)

    assert scene.groups == ["A1", "A2 B2", "A3 C1", "B1", "B3", "C2"]
    assert (scene.family("A1").strength, scene.family("B1").strength) == ("", "")


def test_a_family_left_empty_leaves_the_list_and_not_the_database(scene: Mapped) -> None:
    left = scene.family("B3")

    actions.move_idea(scene["B3"], scene.family("C2"), by=scene.by)

    left.refresh_from_db()
    assert (left.is_current, left.title) == (False, "Rénover la halle du marché")


def test_the_evidence_of_the_families_touched_is_computed_again(scene: Mapped) -> None:
    actions.move_idea(scene["A1"], scene.family("B3"), by=scene.by)

    family, left = scene.family("B3"), scene.family("B1")
    assert (left.strength, left.links, left.medoid) == ("", [], scene["B1"])
    assert {family.links[0][0], family.links[0][1]} == {str(scene["A1"].public_id), str(scene["B3"].public_id)}
    assert family.strength != ""


def test_two_families_merge_into_the_one_that_people_chose(scene: Mapped) -> None:
    into = scene.family("C2")

    actions.merge_families(scene.family("A2"), into, by=scene.by)

    assert scene.groups == ["A1 B1", "A2 B2 C2", "A3 C1", "B3"]
    assert scene.family("A2") == into


def test_what_a_split_leaves_keeps_the_id(scene: Mapped) -> None:
    family = scene.family("A1")

    actions.split_family(family, [scene["B1"]], "Une légumerie dans les bourgs", by=scene.by)

    assert (scene.family("A1"), scene.family("B1").title) == (family, "Une légumerie dans les bourgs")


def test_ideas_joined_stand_together_and_ideas_parted_apart(scene: Mapped) -> None:
    actions.join_ideas(scene["B3"], scene["C2"], by=scene.by)
    actions.part_ideas(scene["A1"], scene["B1"], by=scene.by)

    assert scene.groups == ["A1", "A2 B2", "A3 C1", "B1", "B3 C2"]


def test_the_wall_is_one_gesture_and_its_photo_is_kept(scene: Mapped) -> None:
    family = scene.family("A1")
    groups = [
        actions.WallGroup("Manger ici", [scene["A1"], scene["B1"], scene["B3"]]),
        actions.WallGroup("", [scene["C2"], scene["A2"]]),
    ]

    correction = actions.arrange_wall(scene.initiative, groups, b"a photo", by=scene.by)

    assert scene.groups == ["A1 B1 B3", "A2 C2", "A3 C1", "B2"]
    assert (scene.family("B3"), scene.family("B3").title, len(correction.photo)) == (family, "Manger ici", 64)
    assert Correction.objects.of(scene.initiative).count() == 1


def test_the_photo_of_a_wall_is_one_of_the_files_that_are_kept(scene: Mapped) -> None:
    wall = [actions.WallGroup("", [scene["A1"], scene["B3"]])]

    correction = actions.arrange_wall(scene.initiative, wall, b"a photo", by=scene.by)

    assert stored_path(correction.photo).read_bytes() == b"a photo"
    assert [(digest, len(names)) for digest, names in kept_photos().items()] == [(correction.photo, 1)]


GESTURES: dict[str, Callable[[Mapped], object]] = {
    "move": lambda scene: actions.move_idea(scene["B3"], scene.family("C2"), by=scene.by, reason="même lieu"),
    "move out": lambda scene: actions.move_idea(scene["A1"], None, by=scene.by),
    "join": lambda scene: actions.join_ideas(scene["A1"], scene["A3"], by=scene.by),
    "join those together": lambda scene: actions.join_ideas(scene["A1"], scene["B1"], by=scene.by),
    "part": lambda scene: actions.part_ideas(scene["A1"], scene["B1"], by=scene.by),
    "split": lambda scene: actions.split_family(scene.family("A1"), [scene["A1"]], by=scene.by),
    "merge": lambda scene: actions.merge_families(scene.family("A1"), scene.family("A2"), by=scene.by),
    "rename": lambda scene: actions.rename_family(scene.family("A1"), "Manger ici", by=scene.by),
    "quote": lambda scene: actions.quote_idea(scene.family("A1"), scene["B1"], by=scene.by),
    "theme": lambda scene: actions.choose_theme(scene.family("A1"), None, by=scene.by),
    "pin": lambda scene: actions.pin_idea(scene["A1"], by=scene.by),
    "validate": lambda scene: actions.validate_family(scene.family("A1"), by=scene.by),
    "wall": lambda scene: actions.arrange_wall(scene.initiative, [actions.WallGroup("Tout", [scene["A1"], scene["C2"]])], by=scene.by),
}


@pytest.mark.parametrize("gesture", GESTURES)
def test_a_gesture_undone_leaves_the_map_exactly_as_it_was(scene: Mapped, gesture: str) -> None:
    before = rows(scene)
    GESTURES[gesture](scene)
    changed = rows(scene)

    actions.undo_last_correction(scene.initiative, by=scene.by)

    assert rows(scene) == before
    assert changed != before or gesture == "join those together"
    assert [correction.is_undone for correction in Correction.objects.of(scene.initiative)] == [True]


def test_late_ideas_are_placed_and_nobody_moves(scene: Mapped) -> None:
    actions.rename_family(scene.family("A1"), "Manger ici", by=scene.by)
    before = scene.by_family
    scene.receive(LATE)

    bring_together(scene.initiative, by=scene.by)

    after = scene.by_family
    assert {key: [mark for mark in after[key] if mark[0] != "D"] for key in before} == before
    assert [family.title for family in Family.objects.of(scene.initiative).current() if family.is_named] == ["Manger ici"]


def test_words_that_mean_the_same_are_confirmed_and_withdrawn(scene: Mapped) -> None:
    one = actions.confirm_equivalence(scene.initiative, "AMAP", ["association pour le maintien"], by=scene.by)

    withdrawn = actions.withdraw_equivalence(one, "deux choses", by=scene.by)

    assert (one.is_standing, withdrawn.is_standing, withdrawn.withdrawn_by) == (True, False, scene.by)


def test_a_theme_chosen_stays_at_the_next_run(scene: Mapped) -> None:
    theme = Theme.objects.create(initiative=scene.initiative, title="Nourrir", is_given=True)
    actions.choose_theme(scene.family("A1"), theme, by=scene.by)

    bring_together(scene.initiative, by=scene.by)

    assert scene.family("A1").theme == theme


def test_every_idea_stands_in_one_family(scene: Mapped) -> None:
    actions.part_ideas(scene["A1"], scene["B1"], by=scene.by)
    bring_together(scene.initiative, by=scene.by)

    counted = [idea.memberships.filter(family__is_current=True).count() for idea in Idea.objects.of(scene.initiative)]
    assert counted == [1] * 8


@pytest.mark.parametrize(
    "gesture",
    [
        lambda scene: actions.rename_family(scene.family("A1"), "Manger ici", by=scene.by),
        lambda scene: actions.validate_family(scene.family("A1"), by=scene.by),
        lambda scene: actions.quote_idea(scene.family("A1"), scene["B1"], by=scene.by),
        lambda scene: actions.choose_theme(scene.family("A1"), None, by=scene.by),
        lambda scene: actions.pin_idea(scene["A1"], by=scene.by),
    ],
)
def test_a_gesture_that_moves_no_idea_reads_no_text(scene: Mapped, gesture: Callable[[Mapped], Correction]) -> None:
    with CaptureQueriesContext(connection) as asked:
        gesture(scene)

    assert [query["sql"] for query in asked.captured_queries if "intake_source" in query["sql"] or "intake_mention" in query["sql"]] == []


@pytest.mark.parametrize("title", ["T" * 301, "Manger\0ici"])
def test_a_title_that_cannot_be_kept_whole_is_refused(scene: Mapped, title: str) -> None:
    before = rows(scene)

    with pytest.raises(TitleRefused):
        actions.rename_family(scene.family("A1"), title, by=scene.by)

    assert rows(scene) == before
