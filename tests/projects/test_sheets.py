"""Draft sheets as they stand."""

from uuid import uuid4

import pytest
from tests.web.scene import Scene, settle

from semailles.convergence.models import Family
from semailles.core.models import Person
from semailles.intake.models import Claim, Source
from semailles.projects.actions import take_idea_off
from semailles.projects.enums import Section
from semailles.projects.models import Project, SaidCommitment
from semailles.projects.sheet import open_sheet, with_all
from semailles.projects.sheets import rung, sheet_rows
from semailles.workshop.enums import Level
from semailles.workshop.models import Actor, Initiative


@pytest.fixture
def scene(initiative: Initiative, local: Person) -> Scene:
    return settle(initiative, by=local)


def opened(project: Project) -> Project:
    return Project.objects.prefetch_related(*with_all()).get(pk=project.pk)


def claim(scene: Scene, actor: Actor, level: str) -> Claim:
    source = Source.objects.of(scene.initiative).filter(idea__feeds__project=scene.project).first()
    assert source is not None
    words = {"passage": source.passage, "start": source.start, "end": source.end, "quote": source.quote}
    return Claim.objects.create(initiative=scene.initiative, actor=actor, surface=actor.name, role="porte", level=level, weight=1, **words)


def test_a_list_says_who_is_named_and_which_headings_hold_words(scene: Scene) -> None:
    [row] = sheet_rows(Project.objects.standing())

    assert (row.project, row.letters, row.filled, row.commitments) == (scene.project, ("A", "B"), (Section.DESCRIPTION,), ())
    assert {actor.name for actor in row.named} == {"Syndicat de l'Orve", "maraîchers"}


def test_a_sheet_whose_convergence_was_absorbed_leaves_the_list(scene: Scene) -> None:
    assert scene.project.family is not None
    scene.project.family.is_current = False
    scene.project.family.save()

    assert sheet_rows(Project.objects.standing()) == []


def test_each_word_of_a_sheet_leads_to_its_passage_and_its_idea(scene: Scene) -> None:
    sheet = open_sheet(opened(scene.project))

    description = sheet.headings[0]
    assert [(told.letter, told.idea) for told in description.told] == [(idea.team.letter, idea) for idea in _each_team_first(sheet.ideas)]
    assert all(told.words.quote == told.words.passage.text[told.words.start : told.words.end] for told in description.told)
    assert [heading.section for heading in sheet.headings] == list(Section)


def test_an_idea_that_leaves_takes_its_words_and_the_others_keep_theirs(scene: Scene, local: Person) -> None:
    before = {told.words.pk: told.idea for told in open_sheet(opened(scene.project)).headings[0].told}
    gone = open_sheet(opened(scene.project)).ideas[0]

    take_idea_off(scene.project, gone, "elle va ailleurs", by=local)

    after = {told.words.pk: told.idea for told in open_sheet(opened(scene.project)).headings[0].told}
    assert after == {words: idea for words, idea in before.items() if idea != gone}


def test_a_sheet_of_two_convergences_names_both(scene: Scene) -> None:
    other = Family.objects.create(initiative=scene.initiative, title="Nourrir les écoles", rank=9, public_id=uuid4())
    scene.project.other_families.add(other)

    assert open_sheet(opened(scene.project)).families == (scene.family, other)


def _each_team_first(ideas: tuple) -> list:  # type: ignore[type-arg]  # of ideas, in both
    firsts = {idea.team.letter: idea for idea in reversed(ideas)}
    return sorted(ideas, key=lambda idea: firsts[idea.team.letter] is not idea)


def test_every_passage_says_what_it_became(scene: Scene) -> None:
    sheet = open_sheet(opened(scene.project))

    assert {idea for one in sheet.passages for idea in one.ideas} == set(sheet.ideas)
    assert all(one.sections == (Section.DESCRIPTION,) for one in sheet.said)


def test_another_level_said_elsewhere_stands_beside_a_commitment(scene: Scene) -> None:
    actor = scene.actor
    said, other = claim(scene, actor, "à confirmer"), claim(scene, actor, "accord oral")
    SaidCommitment.objects.create(
        initiative=scene.initiative, project=scene.project, actor=actor, role="porte", level=Level.TO_CONFIRM, claim=said
    )

    [pledge] = open_sheet(opened(scene.project)).pledges

    assert (pledge.commitment.actor, pledge.role, pledge.climbed, pledge.left, pledge.against) == (actor, "carries", 3, 3, (other,))


@pytest.mark.parametrize(("level", "climbed"), [(Level.FORESEEN, 1), (Level.ORAL, 4), (Level.FULFILLED, 6), (Level.WITHDRAWN, 0)])
def test_the_ladder_has_six_rungs_and_who_leaves_is_on_none(level: Level, climbed: int) -> None:
    assert rung(level) == climbed
