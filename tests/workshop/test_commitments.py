from datetime import date
from uuid import uuid4

import pytest
from django.db import IntegrityError
from pytest_django import DjangoAssertNumQueries

from semailles.core.files import keep
from semailles.core.models import Event, Person
from semailles.workshop.actions import climb, describe_commitment, name_actor, open_commitment, set_aside, withdraw_commitment
from semailles.workshop.entries import CommitmentEntry, Proof
from semailles.workshop.enums import Level
from semailles.workshop.errors import Incorrect, NotStanding, ProofMissing, ReasonMissing
from semailles.workshop.models import Actor, CommitmentStep, Initiative, ProcessCommitment, Spelling
from semailles.workshop.queries import commitment_ladders

FIRST, SECOND, THIRD = date(2015, 1, 31), date(2015, 2, 10), date(2015, 3, 1)


@pytest.fixture
def ladder(initiative: Initiative, local: Person) -> ProcessCommitment:
    return open_commitment(initiative, CommitmentEntry(name_actor(initiative, "Régie des eaux", by=local)), by=local)


def levels(ladder: ProcessCommitment) -> list[str]:
    return [step.level for step in ladder.steps.all()]


def test_a_ladder_is_climbed_by_dated_steps_and_keeps_them(ladder: ProcessCommitment, local: Person) -> None:
    climb(ladder, Level.SOUGHT, on=FIRST, by=local)
    climb(ladder, Level.ORAL, proof=Proof("parole", said_by="la directrice"), on=SECOND, by=local)

    ladder.refresh_from_db()
    assert (ladder.level, levels(ladder)) == (Level.ORAL, [Level.SOUGHT, Level.ORAL])
    assert Event.objects.filter(verb="climbed").last().detail == {"level": "accord oral", "on": "2015-02-10"}  # type: ignore[union-attr]  # two steps were taken


def test_a_step_noted_late_takes_its_place_without_changing_the_level(ladder: ProcessCommitment, local: Person) -> None:
    climb(ladder, Level.ORAL, on=SECOND, by=local)

    climb(ladder, Level.SOUGHT, on=FIRST, by=local)

    ladder.refresh_from_db()
    assert (ladder.level, levels(ladder)) == (Level.ORAL, [Level.SOUGHT, Level.ORAL])


@pytest.mark.parametrize("proof", [Proof(), Proof("parole", "au téléphone"), Proof("passage", passage="ont décidé"), Proof("courrier")])
def test_nothing_is_committed_in_writing_without_its_document(ladder: ProcessCommitment, local: Person, proof: Proof) -> None:
    with pytest.raises(Incorrect) as refused:
        climb(ladder, Level.WRITTEN, proof=proof, on=FIRST, by=local)

    assert refused.value.sentence == (
        "A written commitment shows its document: attach it or give its reference, or record an oral agreement."
    )
    assert levels(ladder) == []


def test_the_database_refuses_it_too(ladder: ProcessCommitment) -> None:
    with pytest.raises(IntegrityError):
        CommitmentStep.objects.create(initiative=ladder.initiative, commitment=ladder, public_id=uuid4(), level=Level.WRITTEN, on=FIRST)


def test_a_reference_or_an_attached_file_makes_it_written(ladder: ProcessCommitment, local: Person) -> None:
    climb(ladder, Level.WRITTEN, proof=Proof("convention", "convention 2015-07"), on=FIRST, by=local)
    digest = keep(b"signed")

    step = climb(ladder, Level.WRITTEN, proof=Proof("courrier", sha256=digest), on=SECOND, by=local)

    assert (step.proof_sha256, levels(ladder)) == (digest, [Level.WRITTEN, Level.WRITTEN])


def test_a_file_that_is_not_there_is_said(ladder: ProcessCommitment, local: Person) -> None:
    with pytest.raises(ProofMissing) as refused:
        climb(ladder, Level.WRITTEN, proof=Proof("courrier", sha256="0" * 64), on=FIRST, by=local)

    assert refused.value.sentence == "The attached document was not found: attach it again."


def test_a_withdrawal_keeps_the_history(ladder: ProcessCommitment, local: Person) -> None:
    climb(ladder, Level.ORAL, on=FIRST, by=local)

    step = withdraw_commitment(ladder, "réorganisation", on=SECOND, by=local)

    ladder.refresh_from_db()
    assert (ladder.level, step.note, levels(ladder)) == (Level.WITHDRAWN, "réorganisation", [Level.ORAL, Level.WITHDRAWN])


def test_a_withdrawal_says_why(ladder: ProcessCommitment, local: Person) -> None:
    with pytest.raises(ReasonMissing) as refused:
        withdraw_commitment(ladder, "", on=SECOND, by=local)

    assert refused.value.sentence == "Say in a few words why « Régie des eaux » withdraws."


def test_two_documents_of_one_day_disagree_and_the_lower_counts(initiative: Initiative, ladder: ProcessCommitment, local: Person) -> None:
    climb(ladder, Level.TO_CONFIRM, proof=Proof("passage", passage="à confirmer"), on=FIRST, by=local)
    climb(ladder, Level.ORAL, proof=Proof("passage", passage="ont décidé"), on=FIRST, by=local)

    (view,) = commitment_ladders(initiative, on=THIRD)

    assert view.current is not None
    assert (view.current.proof_passage, view.commitment.level) == ("à confirmer", Level.TO_CONFIRM)
    assert [step.proof_passage for step in view.said] == ["à confirmer", "ont décidé"]


def test_a_double_click_takes_one_step(ladder: ProcessCommitment, local: Person) -> None:
    steps = {climb(ladder, Level.SOUGHT, on=FIRST, by=local) for _ in range(2)}

    assert (len(steps), CommitmentStep.objects.count()) == (1, 1)


def test_there_is_one_ladder_an_actor_and_role(initiative: Initiative, ladder: ProcessCommitment, local: Person) -> None:
    again = open_commitment(initiative, CommitmentEntry(ladder.actor), by=local)
    other = open_commitment(initiative, CommitmentEntry(ladder.actor, "héberge"), by=local)

    assert (again, other.role, ProcessCommitment.objects.count()) == (ladder, "héberge", 2)


def test_a_commitment_may_expire_but_not_before_it_is_made(initiative: Initiative, ladder: ProcessCommitment, local: Person) -> None:
    climb(ladder, Level.ORAL, proof=Proof(expires_on=SECOND), on=FIRST, by=local)

    assert [commitment_ladders(initiative, on=day)[0].is_expired for day in (SECOND, THIRD)] == [False, True]
    with pytest.raises(Incorrect) as refused:
        climb(ladder, Level.ORAL, proof=Proof(expires_on=FIRST), on=SECOND, by=local)
    assert refused.value.sentence == "This commitment expires before it is made."


def test_a_ladder_set_aside_is_not_climbed(ladder: ProcessCommitment, local: Person) -> None:
    aside = set_aside(describe_commitment(ladder, "2 000 €", revision=0, by=local), "doublon", on=FIRST, by=local)

    with pytest.raises(NotStanding) as refused:
        climb(aside, Level.SOUGHT, on=FIRST, by=local)

    assert refused.value.sentence == ("« Régie des eaux (funds) » (commitment) was set aside (doublon): put it back before changing it.")


def test_an_actor_is_known_under_its_spellings(initiative: Initiative, local: Person) -> None:
    actor = name_actor(initiative, "Établissement foncier", by=local)
    Spelling.objects.create(initiative=initiative, actor=actor, text="EPF-Val")

    assert ({name_actor(initiative, name, by=local) for name in ("epf-val", "Etablissement foncier")}, Actor.objects.count()) == (
        {actor},
        1,
    )


@pytest.mark.parametrize("rows", [1, 3])
def test_ladders_are_read_in_two_queries(
    initiative: Initiative, local: Person, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for rank in range(rows):
        ladder = open_commitment(initiative, CommitmentEntry(name_actor(initiative, f"Acteur {rank}", by=local)), by=local)
        climb(ladder, Level.SOUGHT, on=FIRST, by=local)
        climb(ladder, Level.ORAL, on=SECOND, by=local)

    with django_assert_num_queries(2):
        found = [(str(view.commitment), view.current and view.current.level) for view in commitment_ladders(initiative, on=THIRD)]

    assert found == [(f"Acteur {rank} (funds)", "accord oral") for rank in range(rows)]


def test_a_step_dated_later_counts_from_its_day(initiative: Initiative, ladder: ProcessCommitment, local: Person) -> None:
    climb(ladder, Level.ORAL, on=FIRST, by=local)
    climb(ladder, Level.SOUGHT, on=THIRD, by=local)

    said = [commitment_ladders(initiative, on=day)[0].current for day in (SECOND, THIRD)]

    assert [step and step.level for step in said] == [Level.ORAL, Level.SOUGHT]


def test_a_step_still_to_come_does_not_change_the_level_that_is_kept(ladder: ProcessCommitment, local: Person) -> None:
    climb(ladder, Level.ORAL, on=FIRST, by=local)

    climb(ladder, Level.SOUGHT, on=date(9998, 1, 13), by=local)

    ladder.refresh_from_db()
    assert ladder.level == Level.ORAL
