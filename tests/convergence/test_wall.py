"""A wall that people rearranged: which groups of the map its groups become, and what it would change, told before it is kept."""

import pytest
from tests.convergence.mapped import Mapped, mapped

from semailles.convergence import actions
from semailles.convergence.actions import WallGroup
from semailles.convergence.errors import Contradicts, IsPinned, StandsAlready
from semailles.convergence.queries.wall import Moved, ideas_on_the_map, planned_wall
from semailles.core.files import sha256, stored_path
from semailles.core.models import Person
from semailles.intake.actions import mark_duplicates, set_aside_ideas
from semailles.workshop.models import Initiative


@pytest.fixture
def scene(initiative: Initiative, local: Person) -> Mapped:
    return mapped(initiative, local)


def group(scene: Mapped, title: str, *marks: str) -> WallGroup:
    return WallGroup(title, tuple(scene[mark] for mark in marks))


def keep(scene: Mapped, *groups: WallGroup) -> None:
    actions.arrange_wall(scene.initiative, groups, by=scene.by)


def test_a_card_that_hangs_alone_leaves_its_group(scene: Mapped) -> None:
    family = scene.family("B1")

    keep(scene, group(scene, "", "A1"))

    assert (scene.groups, scene.family("B1")) == (["A1", "A2 B2", "A3 C1", "B1", "B3", "C2"], family)


def test_part_of_a_group_under_another_title_is_a_group_of_its_own(scene: Mapped) -> None:
    keep(scene, group(scene, "Tout le manger", "A1", "B1", "B3", "C2"))
    family = scene.family("A1")

    keep(scene, group(scene, "La halle", "B3"))

    assert (scene.groups, scene.family("A1"), scene.family("B3").title) == (["A1 B1 C2", "A2 B2", "A3 C1", "B3"], family, "La halle")


def test_cards_join_the_group_whose_title_is_written(scene: Mapped) -> None:
    family = scene.family("A1")

    keep(scene, group(scene, family.title.upper(), "B3", "C2"))

    assert (scene.groups, scene.family("C2")) == (["A1 B1 B3 C2", "A2 B2", "A3 C1"], family)


def test_a_group_cut_in_two_keeps_its_id_once(scene: Mapped) -> None:
    family = scene.family("A1")

    keep(scene, group(scene, "Légumes", "A1", "B3"), group(scene, "Cantines", "B1", "C2"))

    assert scene.groups == ["A1 B3", "A2 B2", "A3 C1", "B1 C2"]
    assert [scene.family(mark) == family for mark in ("A1", "B1")] == [True, False]


def test_two_groups_of_one_title_are_one_family(scene: Mapped) -> None:
    keep(scene, group(scene, "La halle", "A2", "B3"), group(scene, " la Halle", "C2"), group(scene, "", "A3"), group(scene, "", "C1"))

    assert scene.groups == ["A1 B1", "A2 B3 C2", "A3", "B2", "C1"]


def test_a_duplicate_follows_what_tells_it(scene: Mapped) -> None:
    mark_duplicates([scene["B3"]], of=scene["C2"], by=scene.by)

    assert (sorted(ideas_on_the_map(scene.initiative)), "B3" in ideas_on_the_map(scene.initiative)) == (
        ["A1", "A2", "A3", "B1", "B2", "C1", "C2"],
        False,
    )


def test_what_was_set_aside_is_on_no_wall(scene: Mapped) -> None:
    set_aside_ideas([scene["B3"]], "hors sujet", by=scene.by)

    assert "B3" not in ideas_on_the_map(scene.initiative)


def test_what_would_change_is_told_and_nothing_changes(scene: Mapped) -> None:
    before, title = scene.by_family, scene.family("B3").title

    plan = planned_wall(scene.initiative, [group(scene, "Manger ici", "A1", "B1", "B3"), group(scene, "", "C2")])

    eating, alone = plan.groups
    assert [(idea.mark, idea.origin) for idea in eating.ideas] == [("A1", ""), ("B1", ""), ("B3", title)]
    assert (eating.title, eating.is_renamed, alone.is_as_it_was) == ("Manger ici", True, True)
    assert (plan.moves, plan.births, plan.left, plan.elsewhere) == (1, 0, (title,), 4)
    assert scene.by_family == before


def test_ideas_that_are_not_on_the_wall_are_told_beside_those_that_are(scene: Mapped) -> None:
    family, told = scene.family("A1"), scene["C2"]

    (joined,) = planned_wall(scene.initiative, [group(scene, family.title, "C2")]).groups

    assert joined.ideas == (Moved("C2", told.title, told.title),)
    assert {one[:2] for one in joined.staying} == {"A1", "B1"}


def test_keeping_does_what_the_preview_told(scene: Mapped) -> None:
    wall = [group(scene, "Manger ici", "A1", "C1", "B3"), group(scene, "Marcher", "A2", "B2"), group(scene, "", "A3")]
    plan = planned_wall(scene.initiative, wall)

    keep(scene, *wall)

    assert scene.groups == ["A1 B3 C1", "A2 B2", "A3", "B1", "C2"]
    assert [scene.family(one.ideas[0].mark).title for one in plan.groups] == [one.title for one in plan.groups]


def test_a_wall_that_parts_what_people_tied_is_refused_before_it_is_kept(scene: Mapped) -> None:
    actions.join_ideas(scene["A1"], scene["B1"], by=scene.by)

    with pytest.raises(Contradicts):
        planned_wall(scene.initiative, [group(scene, "", "A1")])


def test_a_pinned_idea_is_not_moved_by_a_wall(scene: Mapped) -> None:
    actions.pin_idea(scene["A1"], by=scene.by)

    with pytest.raises(IsPinned):
        planned_wall(scene.initiative, [group(scene, "Ailleurs", "A1", "C2")])


def test_a_wall_as_the_map_is_has_nothing_to_keep(scene: Mapped) -> None:
    with pytest.raises(StandsAlready):
        planned_wall(scene.initiative, [group(scene, "", "A1", "B1"), group(scene, "", "C2")])


def test_a_refused_wall_leaves_no_photo_behind(scene: Mapped) -> None:
    actions.join_ideas(scene["A1"], scene["B1"], by=scene.by)

    with pytest.raises(Contradicts):
        actions.arrange_wall(scene.initiative, [group(scene, "", "A1")], b"\xff\xd8\xff le mur", by=scene.by)

    assert not stored_path(sha256(b"\xff\xd8\xff le mur")).exists()


def test_an_accepted_wall_keeps_its_photo(scene: Mapped) -> None:
    kept = actions.arrange_wall(scene.initiative, [group(scene, "", "A1")], b"\xff\xd8\xff le mur", by=scene.by)

    assert (kept.photo, stored_path(kept.photo).read_bytes()) == (sha256(b"\xff\xd8\xff le mur"), b"\xff\xd8\xff le mur")
