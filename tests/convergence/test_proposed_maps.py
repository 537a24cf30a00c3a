"""A new map is proposed as what it would change: people take or leave each change."""

from random import Random
from threading import Event

import pytest
from tests.convergence.mapped import Mapped, arranged

from semailles.convergence import actions
from semailles.convergence.enums import ChangeState
from semailles.convergence.errors import DecidedAlready, HalfDecided, MapMoved, MapMovedMeanwhile, NothingLeft, ProposalClosed
from semailles.convergence.models import Correction, Proposal, ProposedChange
from semailles.convergence.queries.corrections import last_gesture
from semailles.convergence.queries.grouping import suggested_grouping
from semailles.convergence.queries.proposals import has_moved, open_proposal
from semailles.core.enums import JobStatus
from semailles.core.jobs.worker import work_once
from semailles.core.models import Job, Person
from semailles.workshop.models import Initiative

OLD = ["A1", "A2 B1", "A3 B2 B3", "C1", "C2"]
NEW = ["A1 B1", "A2 B2", "A3 C1", "B3", "C2"]


@pytest.fixture
def scene(initiative: Initiative, local: Person) -> Mapped:
    return arranged(initiative, local, OLD)


def diff(proposal: Proposal) -> dict[str, str]:
    rows = proposal.changes.select_related("idea__team", "to_family")
    return {f"{row.idea.team.letter}{row.idea.number}": row.to_family.title if row.to_family else f"+ {row.to_new}" for row in rows}


def change_of(proposal: Proposal, scene: Mapped, mark: str) -> ProposedChange:
    found: ProposedChange = proposal.changes.get(idea=scene[mark])
    return found


def test_a_proposal_changes_nothing_by_itself(scene: Mapped) -> None:
    proposal = actions.propose_map(scene.initiative, by=scene.by)

    assert scene.groups == OLD
    assert proposal.changes.count() > 2
    assert (has_moved(proposal), open_proposal(scene.initiative)) == (False, proposal)


def test_each_change_says_beside_which_idea_and_by_which_words(scene: Mapped) -> None:
    proposal = actions.propose_map(scene.initiative, by=scene.by)

    rows = proposal.changes.filter(nearest__isnull=False).select_related("idea__team", "nearest__team")
    why = {
        f"{row.idea.team.letter}{row.idea.number}": (f"{row.nearest.team.letter}{row.nearest.number}", sorted(row.words)) for row in rows
    }
    assert (why["B1"], why["B2"]) == (("A1", ["cantines", "légumerie"]), ("A2", ["pédibus", "école", "≈ apprendre", "≈ marche"]))


@pytest.mark.parametrize("seed", range(4))
def test_all_changes_taken_in_any_order_give_exactly_the_proposed_map(scene: Mapped, seed: int) -> None:
    proposal = actions.propose_map(scene.initiative, by=scene.by)
    changes = list(proposal.changes.order_by("rank"))
    Random(seed).shuffle(changes)  # noqa: S311 - an order, not a secret

    for change in changes:
        change.refresh_from_db()
        if change.is_waiting:
            actions.take_change(change, by=scene.by)

    assert (scene.groups, has_moved(proposal)) == (NEW, False)
    assert actions.propose_map(scene.initiative, by=scene.by).changes.count() == 0


def test_all_changes_are_taken_at_once_as_one_correction(scene: Mapped) -> None:
    proposal = actions.propose_map(scene.initiative, by=scene.by)

    actions.take_every_change(proposal, by=scene.by)

    assert scene.groups == NEW
    with pytest.raises(NothingLeft):
        actions.take_every_change(proposal, by=scene.by)
    assert Correction.objects.of(scene.initiative).count() == 1


def test_all_changes_left_change_nothing(scene: Mapped) -> None:
    proposal = actions.propose_map(scene.initiative, by=scene.by)

    for change in proposal.changes.all():
        actions.leave_change(change, by=scene.by)
    actions.close_proposal(proposal, by=scene.by)

    assert (scene.groups, open_proposal(scene.initiative)) == (OLD, None)
    with pytest.raises(ProposalClosed):
        actions.take_change(proposal.changes.all()[0], by=scene.by)


def test_a_change_taken_is_a_correction_that_can_be_undone(scene: Mapped) -> None:
    proposal = actions.propose_map(scene.initiative, by=scene.by)
    change = change_of(proposal, scene, "B1")

    correction = actions.take_change(change, by=scene.by)
    moved = scene.groups
    actions.undo_correction(correction, by=scene.by)

    change.refresh_from_db()
    assert (moved != OLD, scene.groups, change.state, has_moved(proposal)) == (True, OLD, ChangeState.WAITING, False)


def test_a_change_undone_can_be_taken_again(scene: Mapped) -> None:
    proposal = actions.propose_map(scene.initiative, by=scene.by)
    actions.take_every_change(proposal, by=scene.by)
    actions.undo_last_correction(scene.initiative, by=scene.by)

    actions.take_every_change(proposal, by=scene.by)

    assert scene.groups == NEW


def test_a_change_is_decided_once(scene: Mapped) -> None:
    proposal = actions.propose_map(scene.initiative, by=scene.by)
    change = change_of(proposal, scene, "B1")
    actions.leave_change(change, by=scene.by)

    with pytest.raises(DecidedAlready):
        actions.take_change(change, by=scene.by)


def test_a_proposal_says_when_the_map_moved_since(scene: Mapped) -> None:
    proposal = actions.propose_map(scene.initiative, by=scene.by)
    change = change_of(proposal, scene, "B1")

    actions.move_idea(scene["B1"], scene.family("C2"), by=scene.by)

    assert has_moved(proposal)
    with pytest.raises(MapMoved) as refused:
        actions.take_change(change, by=scene.by)
    assert refused.value.sentence.startswith("The map has moved since: « Installer une légumerie commune")


def test_ideas_that_people_tied_are_taken_together(scene: Mapped) -> None:
    actions.join_ideas(scene["B2"], scene["B3"], by=scene.by)
    proposal = actions.propose_map(scene.initiative, by=scene.by)
    waiting = [change for change in proposal.changes.all() if change.idea_id in (scene["B2"].pk, scene["B3"].pk)]

    for change in waiting[:1]:
        actions.take_change(change, by=scene.by)

    assert scene.family("B2") == scene.family("B3")


def test_what_people_settled_is_in_no_proposal(scene: Mapped) -> None:
    actions.validate_family(scene.family("A2"), by=scene.by)
    actions.pin_idea(scene["B3"], by=scene.by)
    actions.part_ideas(scene["A3"], scene["C1"], by=scene.by)

    proposal = actions.propose_map(scene.initiative, by=scene.by)
    actions.take_every_change(proposal, by=scene.by)

    assert {"A2", "B1", "B3"} & diff(proposal).keys() == set()
    assert scene.family("A2") == scene.family("B1")
    assert scene.family("A3") != scene.family("C1")


def test_a_new_proposal_closes_the_one_before(scene: Mapped) -> None:
    first = actions.propose_map(scene.initiative, by=scene.by)
    second = actions.propose_map(scene.initiative, by=scene.by)

    first.refresh_from_db()
    assert (first.is_open, open_proposal(scene.initiative)) == (False, second)


def test_a_proposal_that_people_half_decided_is_closed_by_them_alone(scene: Mapped) -> None:
    proposal = actions.propose_map(scene.initiative, by=scene.by)
    actions.leave_change(change_of(proposal, scene, "B1"), by=scene.by)

    for ask in (actions.ask_for_map, actions.propose_map):
        with pytest.raises(HalfDecided):
            ask(scene.initiative, by=scene.by)
    actions.close_proposal(proposal, by=scene.by)

    assert actions.propose_map(scene.initiative, by=scene.by) == open_proposal(scene.initiative)


def test_a_map_drawn_while_somebody_corrected_is_not_kept(scene: Mapped) -> None:
    seen = last_gesture(scene.initiative)
    grouping = suggested_grouping(scene.initiative)
    actions.move_idea(scene["B1"], to=scene.family("C2"), by=scene.by)

    with pytest.raises(MapMovedMeanwhile):
        actions.keep_proposal(scene.initiative, grouping, {}, seen=seen, by=scene.by)

    assert Proposal.objects.count() == 0


@pytest.mark.parametrize("status", [JobStatus.WAITING, JobStatus.RUNNING])
def test_a_map_asked_for_while_one_is_being_drawn_is_that_one(scene: Mapped, status: JobStatus) -> None:
    first = actions.ask_for_map(scene.initiative, by=scene.by)
    Job.objects.filter(pk=first.pk).update(status=status, holder=first.public_id)

    assert actions.ask_for_map(scene.initiative, by=scene.by) == first


def test_the_job_proposes_once_however_often_it_is_asked_for(scene: Mapped) -> None:
    first = actions.ask_for_map(scene.initiative, by=scene.by)
    second = actions.ask_for_map(scene.initiative, by=scene.by)

    work_once(Event())

    assert (first, Job.objects.get(pk=first.pk).status) == (second, JobStatus.DONE)
    assert Proposal.objects.count() == 1
