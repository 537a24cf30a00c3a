"""Whatever people do to projects, in whatever order, no source is lost; what is undone leaves each project as it was."""

import random
from uuid import uuid4

import pytest
from django.db import transaction
from django.db.models import F
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.projects.carried import carry
from tests.projects.test_drafts import LONG, say, version
from tests.projects.test_words_of_lives import remark

from semailles.core.errors import Refusal
from semailles.core.models import Person
from semailles.intake.models import DocumentVersion, Idea, Source
from semailles.projects.actions import (
    NewProject,
    add_idea,
    drop_project,
    merge_projects,
    open_project,
    part_again,
    split_project,
    take_idea_off,
    take_project_back,
)
from semailles.projects.enums import Section
from semailles.projects.models import Absorption, FormerFeed, Project, ProjectCommitment, ProjectIdea, ProjectStep, SheetStatement
from semailles.workshop.enums import Level
from semailles.workshop.models import Initiative

__all__ = ["version"]
pytestmark = pytest.mark.django_db
GESTURES = ("open", "add", "off", "merge", "part", "split", "drop", "back")
WHY = "parce que"
IDEAS = st.sets(st.integers(0, 3), min_size=1)
LEVELS = st.sampled_from([Level.SOUGHT, Level.TO_CONFIRM, Level.ORAL, Level.WITHDRAWN])


def lineage() -> dict[int, set[int]]:
    """By project, the ideas that it still says it comes from: those that feed it, and those that left it in sight."""
    found: dict[int, set[int]] = {key: set() for key in Project.objects.values_list("pk", flat=True)}
    for model in (ProjectIdea, FormerFeed):
        for project, idea in model.objects.values_list("project", "idea"):
            found[project].add(idea)
    return found


def described() -> set[tuple[int, int]]:
    """By project, the ideas whose own words stand on its sheet."""
    rows = SheetStatement.objects.filter(section=Section.DESCRIPTION, project__feeds__rank=F("rank"))
    rows = rows.filter(passage__sources__idea=F("project__feeds__idea"))
    return set(rows.values_list("project", "project__feeds__idea"))


def brought() -> set[tuple[int, int]]:
    """What a project holds only by merges: taking them back takes it away with the other project, which still says it."""
    return {(merge.into_id, idea) for merge in Absorption.objects.all() for idea, _why in merge.ideas}


def held() -> tuple[list[tuple[object, ...]], ...]:
    """All that each project has, by kind."""
    return (
        sorted(ProjectIdea.objects.values_list("project", "idea")),
        sorted(FormerFeed.objects.values_list("project", "idea", "reason")),
        sorted(ProjectCommitment.objects.values_list("pk", "project", "level")),
        sorted(ProjectStep.objects.values_list("pk", "commitment")),
        sorted(SheetStatement.objects.values_list("pk", "project", "section", "rank")),
    )


def make(gesture: str, initiative: Initiative, by: Person, dice: random.Random) -> None:
    ideas, projects = list(Idea.objects.all()), list(Project.objects.all())
    if gesture == "open" or not projects:
        open_project(initiative, NewProject("Projet", ideas=dice.sample(ideas, 2)), key=uuid4(), by=by)
        return
    project, idea = dice.choice(projects), dice.choice(ideas)
    own = [feed.idea for feed in project.feeds.all()]
    gestures = {
        "add": lambda: add_idea(project, idea, by=by),
        "off": lambda: take_idea_off(project, idea, WHY, by=by),
        "merge": lambda: merge_projects(project, dice.choice(projects), WHY, by=by),
        "part": lambda: part_again(project, WHY, by=by),
        "split": lambda: split_project(project, own[:1], "Partie", WHY, by=by),
        "drop": lambda: drop_project(project, WHY, by=by),
        "back": lambda: take_project_back(project, WHY, by=by),
    }
    gestures[gesture]()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(gestures=st.lists(st.sampled_from(GESTURES), min_size=3, max_size=14), seed=st.integers(0, 10**6))
def test_no_gesture_loses_a_source(initiative: Initiative, local: Person, version: DocumentVersion, gestures: list[str], seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - a replayable choice, no secret
    with transaction.atomic():
        for rank in range(4):
            say(version, f"{LONG} {rank}")
        sources = set(Source.objects.values_list("pk", flat=True))
        for gesture in gestures:
            before, lent = lineage(), brought()
            try:
                with transaction.atomic():
                    make(gesture, initiative, local, dice)
            except Refusal:
                assert lineage() == before
                continue
            after = lineage()
            lost = {(key, idea) for key, ideas in before.items() for idea in ideas - after[key]}
            assert lost - lent == set()
            assert set().union(*before.values()) - set().union(*after.values()) == set()
            assert described() == {(project, idea) for project, idea in ProjectIdea.objects.values_list("project", "idea")}
        assert set(Source.objects.values_list("pk", flat=True)) == sources
        transaction.set_rollback(True)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sides=st.tuples(IDEAS, IDEAS), off=st.integers(0, 3))
def test_a_merge_that_is_taken_back_leaves_both_as_they_were(
    initiative: Initiative, local: Person, version: DocumentVersion, sides: tuple[set[int], set[int]], off: int
) -> None:
    with transaction.atomic():
        ideas = [say(version, f"{LONG} {rank}") for rank in range(4)]
        remark(version, f"Première étape : {LONG}")
        one, other = (
            open_project(initiative, NewProject("Projet", ideas=[ideas[rank] for rank in sorted(ranks)]), by=local) for ranks in sides
        )
        if off in sides[1]:
            take_idea_off(other, ideas[off], WHY, by=local)
        before = held()

        merge_projects(one, other, WHY, by=local)
        part_again(one, WHY, by=local)

        assert held() == before
        transaction.set_rollback(True)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(levels=st.tuples(LEVELS, LEVELS), whose=st.sampled_from(["one actor", "two actors"]))
def test_a_merge_that_is_taken_back_leaves_each_its_ladder(
    initiative: Initiative, local: Person, levels: tuple[Level, Level], whose: str
) -> None:
    with transaction.atomic():
        one, other = (open_project(initiative, NewProject(title), by=local) for title in ("Légumerie", "Cuisine"))
        here, there = carry(one, levels[0], name="Régie"), carry(other, levels[1], name="Syndicat")
        if whose == "one actor":
            ProjectCommitment.objects.filter(pk=here.pk).update(actor=there.actor)
        before = held()

        merge_projects(one, other, WHY, by=local)
        assert ProjectCommitment.objects.filter(project=other).count() == {"one actor": 1, "two actors": 2}[whose]
        assert ProjectStep.objects.filter(commitment__project=other).count() == len(levels)
        part_again(one, WHY, by=local)

        assert held() == before
        transaction.set_rollback(True)
