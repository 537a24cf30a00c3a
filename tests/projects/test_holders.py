"""Who carries a project: ladders climbed by dated steps, each with what shows it."""

from datetime import date
from itertools import permutations, product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from semailles.core.models import Event, Person
from semailles.projects.actions import Watch, climb_holder, commit_to, settle_level, watch_holder, withdraw_holder
from semailles.projects.errors import Closed
from semailles.projects.holders import holders
from semailles.projects.models import Project, ProjectCommitment, ProjectStep
from semailles.workshop.actions import merge_actors, name_actor, set_actor_aside
from semailles.workshop.actions.climbing import take_step
from semailles.workshop.entries import CommitmentEntry, Proof
from semailles.workshop.enums import Level
from semailles.workshop.errors import Incorrect, ProofMissing, ReasonMissing, StillEngaged
from semailles.workshop.models import Initiative

FIRST, SECOND, THIRD = date(2015, 1, 31), date(2015, 2, 10), date(2015, 3, 1)
LETTER = Proof("courrier", "lettre du 31 janvier")
CLIMBED = [level for level in Level if level != Level.WITHDRAWN]
NEEDS_PROOF = (Level.WRITTEN, Level.FULFILLED)
pytestmark = pytest.mark.django_db


@pytest.fixture
def project(initiative: Initiative) -> Project:
    return Project.objects.create(initiative=initiative, number=1, title="Une légumerie")


@pytest.fixture
def carrier(project: Project, local: Person) -> ProjectCommitment:
    return commit_to(project, CommitmentEntry(name_actor(project.initiative, "Syndicat de l'Orve", by=local), "porte"), by=local)


def levels(carrier: ProjectCommitment) -> list[str]:
    return [step.level for step in carrier.steps.all()]


def test_the_first_commitment_takes_the_draft_up(project: Project, carrier: ProjectCommitment) -> None:
    project.refresh_from_db()

    assert (project.is_draft, carrier.level) == (False, Level.FORESEEN)
    assert list(Event.objects.order_by("pk").values_list("verb", flat=True))[-2:] == ["taken up", "added"]


def test_there_is_one_ladder_a_project_an_actor_and_a_role(project: Project, carrier: ProjectCommitment, local: Person) -> None:
    again = commit_to(project, CommitmentEntry(carrier.actor, "porte"), by=local)
    other = commit_to(project, CommitmentEntry(carrier.actor, "finance"), by=local)

    assert (again, other == carrier, ProjectCommitment.objects.count()) == (carrier, False, 2)


def test_nothing_is_committed_to_a_project_that_was_dropped(project: Project, carrier: ProjectCommitment, local: Person) -> None:
    Project.objects.update(set_aside_on=FIRST, set_aside_reason="personne ne le porte")

    with pytest.raises(Closed, match="personne ne le porte"):
        climb_holder(carrier, Level.ORAL, on=FIRST, by=local)


@pytest.mark.parametrize(("before", "level"), list(product(CLIMBED, NEEDS_PROOF)))
def test_a_level_that_needs_a_proof_is_refused_without_it(carrier: ProjectCommitment, local: Person, before: Level, level: Level) -> None:
    climb_holder(carrier, before, proof=LETTER if before in NEEDS_PROOF else Proof(), on=FIRST, by=local)
    taken = levels(carrier)
    is_agreed = level == Level.FULFILLED and before == Level.WRITTEN  # what was agreed in writing is done: the letter is there already
    for proof in () if is_agreed else (Proof(), Proof("parole", "au téléphone"), Proof("passage", passage="ont décidé"), Proof("courrier")):
        with pytest.raises((Incorrect, ProofMissing)):
            climb_holder(carrier, level, proof=proof, on=SECOND, by=local)

    assert levels(carrier) == taken


@pytest.mark.parametrize(("before", "after"), list(permutations(CLIMBED, 2)))
def test_from_any_level_to_any_other_with_its_proof(carrier: ProjectCommitment, local: Person, before: Level, after: Level) -> None:
    climb_holder(carrier, before, proof=LETTER, on=FIRST, by=local)

    climb_holder(carrier, after, proof=LETTER, on=SECOND, by=local)

    carrier.refresh_from_db()
    assert (carrier.level, levels(carrier)) == (after, [before, after])


def test_what_is_fulfilled_without_any_paper_is_refused_in_words(carrier: ProjectCommitment, local: Person) -> None:
    with pytest.raises(ProofMissing) as refused:
        climb_holder(carrier, Level.FULFILLED, on=FIRST, by=local)

    assert refused.value.sentence == (
        "What is fulfilled was agreed in writing before, or shows the document of what was done: give one of them."
    )


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(st.sampled_from(list(Level)), st.dates(date(2014, 1, 1), date(2016, 1, 1))), min_size=1, max_size=6))
def test_steps_are_monotone_in_time_whatever_the_order_they_are_written_in(
    carrier: ProjectCommitment, local: Person, steps: list[tuple[Level, date]]
) -> None:
    ProjectStep.objects.all().delete()
    for level, day in steps:
        take_step(carrier, ProjectStep, level, Proof("courrier", "lettre", note="réorganisation"), on=day, by=local)

    days = [step.on for step in carrier.steps.all()]
    (held,) = holders(carrier.project)
    assert days == sorted(days)
    assert held.ladder.current is not None
    assert held.ladder.current.on == max(day for _, day in steps)
    assert ProjectCommitment.objects.get().level == held.ladder.current.level


def test_a_withdrawal_keeps_the_history_and_says_why(carrier: ProjectCommitment, local: Person) -> None:
    climb_holder(carrier, Level.ORAL, on=FIRST, by=local)
    with pytest.raises(ReasonMissing):
        withdraw_holder(carrier, " ", on=SECOND, by=local)

    step = withdraw_holder(carrier, "réorganisation", on=SECOND, by=local)

    assert (step.note, levels(carrier)) == ("réorganisation", [Level.ORAL, Level.WITHDRAWN])


def test_two_sources_disagree_until_a_person_settles_it(carrier: ProjectCommitment, local: Person) -> None:
    climb_holder(carrier, Level.TO_CONFIRM, proof=Proof("passage", passage="à confirmer"), on=FIRST, by=local)
    climb_holder(carrier, Level.ORAL, proof=Proof("passage", passage="ont décidé"), on=FIRST, by=local)
    (before,) = holders(carrier.project)

    settle_level(carrier, "la directrice l’a redit", by=local)

    (after,) = holders(carrier.project)
    assert before.ladder.current is not None
    assert after.ladder.current is not None
    assert (before.is_disputed, before.ladder.current.level) == (True, Level.TO_CONFIRM)
    assert (after.is_disputed, after.ladder.current.level, after.ladder.current.note) == (
        False,
        Level.TO_CONFIRM,
        "la directrice l’a redit",
    )
    assert len(after.ladder.steps) == 3


def test_a_reminder_is_kept_beside_the_ladder(carrier: ProjectCommitment, local: Person) -> None:
    watched = watch_holder(carrier, Watch("l’étude", THIRD), revision=carrier.revision, by=local)

    assert (watched.scope, watched.remind_on) == ("l’étude", THIRD)


def test_an_actor_that_holds_a_project_is_not_set_aside(carrier: ProjectCommitment, local: Person) -> None:
    with pytest.raises(StillEngaged) as refused:
        set_actor_aside(carrier.actor, "doublon", on=FIRST, by=local)

    assert refused.value.sentence == (
        "What people wrote leans on « Syndicat de l'Orve » (1 commitment): change that first, or say which other actor it is."
    )


def test_a_holder_merged_into_another_holds_under_that_name(carrier: ProjectCommitment, local: Person) -> None:
    into = name_actor(carrier.initiative, "Syndicat mixte de l'Orve", by=local)
    merge_actors(carrier.actor, into, "même syndicat", by=local)

    (held,) = holders(carrier.project)

    assert held.ladder.commitment.actor == into
    assert commit_to(carrier.project, CommitmentEntry(into, "porte"), by=local) == carrier


@pytest.mark.parametrize("rows", [1, 3])
def test_holders_are_read_in_a_fixed_number_of_queries(
    project: Project, local: Person, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for rank in range(rows):
        one = commit_to(project, CommitmentEntry(name_actor(project.initiative, f"Acteur {rank}", by=local), "porte"), by=local)
        climb_holder(one, Level.ORAL, on=FIRST, by=local)

    with django_assert_num_queries(6):
        found = [held.ladder.climbed for held in holders(project, on=SECOND)]

    assert found == [4] * rows
