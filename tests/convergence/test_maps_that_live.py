"""The map, run after run: what people did stays, whatever the machine does next."""

import pytest
from django.db.models import Model, QuerySet
from tests.convergence.mapped import LATE, Mapped, mapped

from semailles.convergence import actions
from semailles.convergence.errors import MapMovedMeanwhile
from semailles.convergence.gathering import bring_together
from semailles.convergence.models import Correction, Family, FamilyMember
from semailles.convergence.queries.corrections import last_gesture
from semailles.convergence.queries.grouping import placed_grouping
from semailles.core.models import Person
from semailles.intake.actions import mark_duplicates, set_idea_aside, take_back
from semailles.projects.models import Project
from semailles.publication.gathering import gather
from semailles.workshop.models import Initiative, Theme


@pytest.fixture
def scene(initiative: Initiative, local: Person) -> Mapped:
    return mapped(initiative, local)


def test_a_map_brought_together_twice_is_the_same(scene: Mapped) -> None:
    bring_together(scene.initiative, by=scene.by)
    before = list(Family.objects.of(scene.initiative).current().values())

    bring_together(scene.initiative, by=scene.by)

    assert list(Family.objects.of(scene.initiative).current().values()) == before


def test_a_map_that_nobody_touched_and_that_holds_little_is_drawn_whole(initiative: Initiative, local: Person) -> None:
    scene = Mapped(initiative, local)
    scene.receive({"a-rives/notes.md": "- Créer une légumerie partagée pour les cantines.\n"})
    bring_together(initiative, by=local)
    scene.receive(LATE)

    bring_together(initiative, by=local)

    assert "A1 B1" in scene.groups


def test_every_kind_of_correction_survives_late_documents(scene: Mapped) -> None:
    theme = Theme.objects.create(initiative=scene.initiative, title="Nourrir", is_given=True)
    actions.move_idea(scene["B3"], scene.family("C2"), by=scene.by)
    actions.part_ideas(scene["A2"], scene["B2"], by=scene.by)
    actions.rename_family(scene.family("A1"), "Manger ici", by=scene.by)
    actions.quote_idea(scene.family("A1"), scene["B1"], by=scene.by)
    actions.choose_theme(scene.family("A1"), theme, by=scene.by)
    actions.pin_idea(scene["A3"], by=scene.by)
    actions.validate_family(scene.family("A1"), by=scene.by)
    before = scene.by_family
    scene.receive(LATE)

    gather(scene.initiative, by=scene.by)

    after, family = scene.by_family, scene.family("A1")
    assert {key: [mark for mark in after[key] if mark[0] != "D"] for key in before} == before
    assert (family.title, family.medoid, family.theme, family.is_validated) == ("Manger ici", scene["B1"], theme, True)
    assert FamilyMember.objects.get(idea=scene["A3"], family__is_current=True).is_pinned


def test_a_newcomer_in_a_family_that_people_validated_is_to_be_placed(scene: Mapped) -> None:
    family = scene.family("A1")
    actions.validate_family(family, by=scene.by)
    scene.receive(LATE)
    gather(scene.initiative, by=scene.by)

    assert [member.idea for member in FamilyMember.objects.of(scene.initiative).doubtful().filter(family=family)] == [scene["D1"]]

    actions.move_idea(scene["D1"], None, by=scene.by)
    assert "A1 B1" in scene.groups


def test_a_newcomer_is_no_longer_to_be_placed_once_people_pin_it(scene: Mapped) -> None:
    actions.validate_family(scene.family("A1"), by=scene.by)
    scene.receive(LATE)
    gather(scene.initiative, by=scene.by)

    actions.pin_idea(scene["D1"], by=scene.by)
    gather(scene.initiative, by=scene.by)

    assert list(FamilyMember.objects.of(scene.initiative).doubtful().filter(family=scene.family("A1"))) == []


def test_an_idea_set_aside_comes_back_where_people_had_put_it(scene: Mapped) -> None:
    actions.move_idea(scene["B3"], scene.family("C2"), by=scene.by)
    actions.pin_idea(scene["B3"], by=scene.by)
    set_idea_aside(scene["B3"], "plus tard", by=scene.by)
    gather(scene.initiative, by=scene.by)
    gone = scene.groups

    take_back(scene["B3"], by=scene.by)
    gather(scene.initiative, by=scene.by)

    member = FamilyMember.objects.get(idea=scene["B3"], family__is_current=True)
    assert gone == ["A1 B1", "A2 B2", "A3 C1", "C2"]
    assert (scene.groups, member.is_pinned) == (["A1 B1", "A2 B2", "A3 C1", "B3 C2"], True)


def test_a_duplicate_joins_what_tells_it_at_the_next_run(scene: Mapped) -> None:
    mark_duplicates([scene["B3"]], of=scene["A1"], by=scene.by)

    gather(scene.initiative, by=scene.by)

    assert scene.groups == ["A1 B1 B3", "A2 B2", "A3 C1", "C2"]


def test_a_gesture_made_while_the_texts_were_read_is_not_lost(scene: Mapped) -> None:
    seen, grouping = last_gesture(scene.initiative), placed_grouping(scene.initiative)
    actions.move_idea(scene["B3"], scene.family("C2"), by=scene.by)

    with pytest.raises(MapMovedMeanwhile):
        actions.keep_suggestions(scene.initiative, grouping, seen=seen, by=scene.by)

    bring_together(scene.initiative, by=scene.by)
    assert "B3 C2" in scene.groups


@pytest.mark.parametrize("moment", [(Model, "save"), (QuerySet, "bulk_create")])
def test_a_run_that_is_killed_leaves_the_map_as_it_was(scene: Mapped, monkeypatch: pytest.MonkeyPatch, moment: tuple[type, str]) -> None:
    actions.move_idea(scene["B3"], scene.family("C2"), by=scene.by)
    scene.receive(LATE)
    before = scene.by_family
    monkeypatch.setattr(*moment, _cut)

    with pytest.raises(KeyboardInterrupt):
        bring_together(scene.initiative, by=scene.by)
    monkeypatch.undo()
    killed = scene.by_family
    bring_together(scene.initiative, by=scene.by)

    assert killed == before
    assert {key: [mark for mark in scene.by_family[key] if mark[0] != "D"] for key in before} == before
    assert Correction.objects.of(scene.initiative).standing().count() == 1


def _cut(*_: object, **__: object) -> None:
    """The power goes while a row is written."""
    raise KeyboardInterrupt


def test_an_idea_that_came_since_stays_when_a_correction_is_undone(scene: Mapped) -> None:
    actions.split_family(scene.family("A1"), [scene["B1"]], by=scene.by)
    scene.receive(LATE)
    bring_together(scene.initiative, by=scene.by)

    actions.undo_last_correction(scene.initiative, by=scene.by)

    assert "A1 B1 D1" in scene.groups


def test_a_draft_keeps_its_number_and_its_convergence_through_gestures(scene: Mapped) -> None:
    gather(scene.initiative, by=scene.by)
    project, family = Project.objects.of(scene.initiative).get(), scene.family("A1")

    actions.split_family(family, [scene["B1"]], by=scene.by)
    actions.join_ideas(scene["B3"], scene["A1"], by=scene.by)
    actions.rename_family(family, "Une légumerie sous la halle", by=scene.by)
    gather(scene.initiative, by=scene.by)

    again = Project.objects.of(scene.initiative).get(pk=project.pk)
    assert (project.family, again.family, again.number, again.title) == (family, family, project.number, "Une légumerie sous la halle")
    assert set(again.ideas.all()) == {scene["A1"], scene["B3"]}


def test_a_theme_that_people_give_takes_the_families_that_nobody_placed(scene: Mapped) -> None:
    chosen = scene.family("A3").theme
    actions.choose_theme(scene.family("A3"), chosen, by=scene.by)
    theme = Theme.objects.create(
        initiative=scene.initiative, title="Manger", is_given=True, words=["cantine", "légumerie", "haies", "maraîcher"]
    )

    gather(scene.initiative, by=scene.by)

    assert (scene.family("A1").theme, scene.family("A3").theme) == (theme, chosen)
