"""Whatever people do on the map, in whatever order."""

from collections.abc import Callable
from uuid import UUID

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.convergence.mapped import LATE, Mapped, mapped

from semailles.convergence import actions
from semailles.convergence.gathering import bring_together
from semailles.convergence.models import Correction, Family, FamilyMember
from semailles.core.errors import Refusal
from semailles.core.models import Person
from semailles.intake.actions import mark_duplicates, set_idea_aside, take_back
from semailles.intake.models import Idea
from semailles.workshop.models import Initiative

MARKS = st.sampled_from(["A1", "A2", "A3", "B1", "B2", "B3", "C1", "C2"])
TWO = {
    "move": lambda scene, a, b: actions.move_idea(scene[a], scene.family(b), by=scene.by),
    "move out": lambda scene, a, _: actions.move_idea(scene[a], None, by=scene.by),
    "join": lambda scene, a, b: actions.join_ideas(scene[a], scene[b], by=scene.by),
    "part": lambda scene, a, b: actions.part_ideas(scene[a], scene[b], by=scene.by),
    "merge": lambda scene, a, b: actions.merge_families(scene.family(a), scene.family(b), by=scene.by),
    "split": lambda scene, a, _: actions.split_family(scene.family(a), [scene[a]], by=scene.by),
    "pin": lambda scene, a, _: actions.pin_idea(scene[a], by=scene.by),
    "validate": lambda scene, a, _: actions.validate_family(scene.family(a), by=scene.by),
    "reopen": lambda scene, a, _: actions.reopen_family(scene.family(a), by=scene.by),
    "rename": lambda scene, a, b: actions.rename_family(scene.family(a), f"Groupe {b}", by=scene.by),
    "wall": lambda scene, a, b: actions.arrange_wall(scene.initiative, [actions.WallGroup("", list({scene[a], scene[b]}))], by=scene.by),
    "undo": lambda scene, _, __: actions.undo_last_correction(scene.initiative, by=scene.by),
    "take": lambda scene, _, __: actions.take_every_change(actions.propose_map(scene.initiative, by=scene.by), by=scene.by),
    "gather": lambda scene, _, __: bring_together(scene.initiative, by=scene.by),
}
IDEAS_CHANGE = {
    "set aside": lambda scene, a, _: set_idea_aside(scene[a], "hors sujet", by=scene.by),
    "take back": lambda scene, a, _: take_back(scene[a], by=scene.by),
    "duplicate": lambda scene, a, b: mark_duplicates([scene[a]], of=scene[b], by=scene.by),
}
OFTEN = ["gather", "gather", "undo", "move out", "part", *IDEAS_CHANGE]
FEW_MARKS = st.sampled_from(["A1", "A3", "B1"])  # so that gestures meet on the same ideas
CHANGING = st.lists(st.tuples(st.sampled_from(OFTEN), FEW_MARKS, FEW_MARKS), min_size=8, max_size=20)
GESTURES = st.lists(st.tuples(st.sampled_from(sorted(TWO)), MARKS, MARKS), min_size=1, max_size=9)
FEW = settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def scene(initiative: Initiative, local: Person) -> Mapped:
    return mapped(initiative, local)


def replay(scene: Mapped, gestures: list[tuple[str, str, str]]) -> None:
    for name, a, b in gestures:
        gesture: Callable[[Mapped, str, str], object] = (TWO | IDEAS_CHANGE)[name]
        try:
            gesture(scene, a, b)
        except (Refusal, Family.DoesNotExist):  # the second: an idea that stands nowhere has no family to name
            continue


def again(test: Callable[[], None]) -> None:
    """Each example begins from the same map."""
    with transaction.atomic():
        test()
        transaction.set_rollback(True)


def state(scene: Mapped) -> list[tuple[object, ...]]:
    families = Family.objects.of(scene.initiative).current().order_by("public_id")
    members = FamilyMember.objects.of(scene.initiative).filter(family__is_current=True).order_by("idea")
    return [
        *families.values_list(*[field.name for field in Family._meta.concrete_fields if field.name != "id"]),
        *members.values_list("family__public_id", "idea", "confidence", "is_doubtful", "is_pinned"),
    ]


def violated(scene: Mapped, among: set[str] | None = None) -> list[tuple[str, str, str]]:
    rows = FamilyMember.objects.of(scene.initiative).filter(family__is_current=True)
    place = {str(idea): family for idea, family in rows.values_list("idea__public_id", "family")}
    ties = [pair for one in Correction.objects.of(scene.initiative).binding() for pair in one.pairs]
    said = [tie for tie in ties if among is None or among.issuperset(tie[1:])]
    return [tuple(tie) for tie in said if (place[tie[1]] == place[tie[2]]) != (tie[0] == "together")]


@FEW
@given(GESTURES)
def test_every_idea_stands_in_one_family_and_no_tie_is_broken(scene: Mapped, gestures: list[tuple[str, str, str]]) -> None:
    def law() -> None:
        replay(scene, gestures)

        counted = [idea.memberships.filter(family__is_current=True).count() for idea in Idea.objects.of(scene.initiative)]
        assert (counted, violated(scene)) == ([1] * 8, [])
        assert not Family.objects.of(scene.initiative).current().filter(members=None).exists()

    again(law)


def ideas_stand_at_most_once(scene: Mapped, gestures: list[tuple[str, str, str]]) -> None:
    for gesture in gestures:
        replay(scene, [gesture])
        current = Family.objects.of(scene.initiative).current()
        counted = [idea.memberships.filter(family__is_current=True).count() for idea in Idea.objects.of(scene.initiative)]
        assert (max(counted), current.filter(members=None).exists()) == (1, False)

    bring_together(scene.initiative, by=scene.by)

    voiced = Idea.objects.of(scene.initiative).voiced()
    own = {str(key) for key in voiced.filter(merged_into=None).values_list("public_id", flat=True)}
    assert all(idea.memberships.filter(family__is_current=True).count() == 1 for idea in voiced)
    assert violated(scene, own) == []


@settings(FEW, max_examples=12)
@given(CHANGING)
def test_whatever_becomes_of_ideas_each_stands_at_most_once_and_ties_hold_once_gathered(
    scene: Mapped, gestures: list[tuple[str, str, str]]
) -> None:
    again(lambda: ideas_stand_at_most_once(scene, gestures))


@pytest.mark.full
@settings(FEW, max_examples=100)
@given(CHANGING)
def test_so_it_is_whatever_the_order_of_a_hundred_series_of_gestures(scene: Mapped, gestures: list[tuple[str, str, str]]) -> None:
    again(lambda: ideas_stand_at_most_once(scene, gestures))


@FEW
@given(GESTURES, st.tuples(st.sampled_from(sorted(set(TWO) - {"undo", "gather"})), MARKS, MARKS))
def test_the_last_gesture_undone_leaves_exactly_what_was(
    scene: Mapped, gestures: list[tuple[str, str, str]], last: tuple[str, str, str]
) -> None:
    def law() -> None:
        replay(scene, gestures)
        before, count = state(scene), Correction.objects.of(scene.initiative).count()
        replay(scene, [last])
        if Correction.objects.of(scene.initiative).count() == count:
            assert state(scene) == before
            return

        actions.undo_last_correction(scene.initiative, by=scene.by)

        assert state(scene) == before

    again(law)


@FEW
@given(GESTURES)
def test_an_id_is_never_given_to_another_family(scene: Mapped, gestures: list[tuple[str, str, str]]) -> None:
    def law() -> None:
        rows: dict[UUID, int] = dict(Family.objects.of(scene.initiative).values_list("public_id", "pk"))
        for gesture in gestures:
            replay(scene, [gesture])
            now = dict(Family.objects.of(scene.initiative).values_list("public_id", "pk"))
            assert now.items() >= rows.items()
            rows = now

    again(law)


@settings(FEW, max_examples=15)
@given(GESTURES)
def test_late_ideas_move_nobody(scene: Mapped, gestures: list[tuple[str, str, str]]) -> None:
    def law() -> None:
        replay(scene, [*gestures, ("rename", "A1", "A1")])
        before = scene.by_family
        scene.receive(LATE)

        bring_together(scene.initiative, by=scene.by)

        assert {key: [mark for mark in scene.by_family[key] if mark[0] != "D"] for key in before} == before

    again(law)
