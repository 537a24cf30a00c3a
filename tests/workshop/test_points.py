from datetime import date
from decimal import Decimal

import pytest
from pytest_django import DjangoAssertNumQueries

from semailles.core.models import Person
from semailles.workshop.actions import (
    add_body,
    add_cost,
    add_funding,
    add_milestone,
    add_mission,
    add_phase,
    climb,
    designate,
    frame_initiative,
    mark_happened,
    name_actor,
    open_commitment,
    record_minutes,
)
from semailles.workshop.entries import (
    BodyEntry,
    CommitmentEntry,
    CostEntry,
    FundingEntry,
    MandateEntry,
    MilestoneEntry,
    MissionEntry,
    PhaseEntry,
    Proof,
)
from semailles.workshop.enums import FundingStatus, Level
from semailles.workshop.framing import read_framing
from semailles.workshop.models import Initiative, Milestone
from semailles.workshop.queries import open_points

DAY = date(2015, 3, 1)
FRAME = """
debut = 2015-02-02
echeance = { date = 2015-04-30, motif = "rapport" }
[[phase]]
nom = "Travaux"
mois = 3
[[phase]]
nom = "Rédaction"
mois = 1
[[instance]]
nom = "Comité de pilotage"
type = "pilotage"
[[depense]]
poste = "Mise en forme"
montant = 12000
[[ressource]]
financeur = "Établissement foncier"
montant = 5000
[[ressource]]
financeur = "Compagnie des trains"
montant = 7000
statut = "décidé"
"""


OVERRUN = (
    "Started on 2 February 2015, the process ends on 1 June 2015, 32 days after the outside deadline of 30 April 2015 (rapport). "
    "To hold as it is written, it had to start on 1 January 2015 at the latest."
)


def said(initiative: Initiative, on: date = DAY) -> list[tuple[str, str, str]]:
    return [(point.severity.value, point.sentence, point.target.kind.value) for point in open_points(initiative, on=on)]


def about(initiative: Initiative, kind: str, on: date = DAY) -> list[tuple[str, str]]:
    return [(severity, sentence) for severity, sentence, where in said(initiative, on) if where == kind]


def test_an_empty_initiative_is_told_where_to_begin(initiative: Initiative) -> None:
    assert said(initiative) == [
        ("next", "Write the phases of the process and how long each lasts.", "calendar"),
        ("next", "Nobody has said yet what the process costs.", "budget"),
        ("next", "Set up a steering committee: funders and stakeholders.", "initiative"),
    ]


def test_the_founding_case_overruns_and_waits_for_a_promise(initiative: Initiative, local: Person) -> None:
    frame_initiative(initiative, read_framing(FRAME.encode()), by=local)

    assert said(initiative) == [
        (
            "blocks",
            OVERRUN,
            "calendar",
        ),
        ("next", "Have Établissement foncier confirm €5,000.", "funding"),
        ("next", "Say who sits in « Comité de pilotage ».", "body"),
    ]


def test_a_need_that_nobody_is_asked_for_blocks(initiative: Initiative, local: Person) -> None:
    add_cost(initiative, CostEntry("Salle", Decimal(900)), by=local)
    add_cost(initiative, CostEntry("Impression"), by=local)

    assert about(initiative, "budget") == [("blocks", "€900 of the needs are neither confirmed nor hoped for from anybody.")]
    assert about(initiative, "cost") == [("next", "« Impression » has no amount yet: the needs are higher than their total says.")]


def test_missions_that_exceed_their_line_block(initiative: Initiative, local: Person) -> None:
    cost = add_cost(initiative, CostEntry("Mise en forme", Decimal(8000)), by=local)
    add_mission(initiative, MissionEntry("Ana", fee=Decimal(9000), cost=cost), by=local)

    assert about(initiative, "cost") == [("blocks", "« Mise en forme »: the missions it pays come to €9,000, the line holds €8,000.")]


def test_a_mission_is_late_then_to_be_paid_then_over(initiative: Initiative, local: Person) -> None:
    entry = MissionEntry("Ana", "quatre fiches", fee=Decimal(2000), due_on=date(2015, 2, 20))
    add_mission(initiative, entry, by=local)
    add_mission(initiative, MissionEntry("Bao", fee=Decimal(2000), delivered_on=date(2015, 2, 25)), by=local)
    add_mission(initiative, MissionEntry("Chloé", fee=Decimal(2000), delivered_on=date(2015, 1, 10)), by=local)
    add_mission(initiative, MissionEntry("Driss", fee=Decimal(2000), delivered_on=DAY, paid_on=DAY), by=local)

    assert about(initiative, "mission") == [
        ("late", "Chloé handed over the mission on 10 January 2015: pay €2,000."),
        ("late", "Ana was to hand over quatre fiches on 20 February 2015."),
        ("next", "Bao handed over the mission on 25 February 2015: pay €2,000."),
    ]


def test_a_meeting_is_dated_held_then_has_its_minutes(initiative: Initiative, local: Person) -> None:
    body = add_body(initiative, BodyEntry("Comité", "pilotage"), by=local)
    meeting = add_milestone(initiative, MilestoneEntry("lancement", "réunion", date(2015, 2, 10), body=body), by=local)
    missed = about(initiative, "milestone")
    mark_happened(meeting, on=date(2015, 2, 12), by=local)
    soon, late = about(initiative, "milestone", date(2015, 2, 20)), about(initiative, "milestone")
    record_minutes(Milestone.objects.get(), on=DAY, by=local)

    assert (missed, soon, late, about(initiative, "milestone")) == (
        [("late", "Comité: lancement was planned for 10 February 2015: say whether it was held.")],
        [("next", "Comité: lancement was held on 12 February 2015: its minutes are still to be adopted.")],
        [("late", "Comité: lancement was held on 12 February 2015: its minutes are still to be adopted.")],
        [],
    )


def test_a_meeting_without_a_day_is_given_one_that_would_suit_or_told_it_is_past(initiative: Initiative, local: Person) -> None:
    frame_initiative(
        initiative, read_framing(FRAME.replace('"pilotage"', '"pilotage"\nreunions = ["lancement", "validation"]').encode()), by=local
    )

    assert about(initiative, "milestone") == [
        ("next", "Comité de pilotage: lancement: nobody wrote its day. Write the one it was held on, or is planned for."),
        ("next", "Comité de pilotage: validation: set its day (30 April 2015 would suit)."),
    ]


def test_a_phase_that_has_not_ended_is_late(initiative: Initiative, local: Person) -> None:
    add_phase(initiative, PhaseEntry("Travaux", Decimal(1), starts_on=date(2015, 1, 1)), by=local)

    assert about(initiative, "phase") == [("late", "« Travaux » was to end on 31 January 2015 and has not: it is 29 days late.")]


def test_commitments_and_fundings_tell_what_they_wait_for(initiative: Initiative, local: Person) -> None:
    ends = date(2015, 2, 20)
    for name, steps in {
        "AA": [],
        "BB": [(Level.ORAL, Proof())],
        "CC": [(Level.ORAL, Proof(expires_on=ends))],
        "DD": [(Level.TO_CONFIRM, Proof("passage", passage="à confirmer")), (Level.ORAL, Proof("passage", passage="ont décidé"))],
        "EE": [(Level.WRITTEN, Proof("convention", "2015-07"))],
    }.items():
        ladder = open_commitment(initiative, CommitmentEntry(name_actor(initiative, name, by=local)), by=local)
        for level, proof in steps:
            climb(ladder, level, proof=proof, on=date(2015, 1, 31), by=local)
    add_funding(initiative, FundingEntry("EE", Decimal(10), status=FundingStatus.DECIDED, expires_on=ends), by=local)
    add_funding(initiative, FundingEntry("FF"), by=local)

    assert about(initiative, "commitment") == [
        ("blocks", "DD (funds): documents of one day say different levels. The lowest counts: to be confirmed."),
        ("late", "The commitment of CC (funds) expired on 20 February 2015."),
        ("next", "AA (funds): note how far this commitment goes, and since when."),
        ("next", "Have BB (funds) put in writing what was agreed by word."),
    ]
    assert about(initiative, "funding") == [
        ("late", "The funding of EE expired on 20 February 2015."),
        ("next", "Have FF say how much, and confirm it."),
    ]


def test_a_contradiction_blocks(initiative: Initiative, local: Person) -> None:
    ladder = open_commitment(initiative, CommitmentEntry(name_actor(initiative, "Régie", by=local)), by=local)
    climb(ladder, Level.SOUGHT, on=DAY, by=local)
    add_funding(initiative, FundingEntry("Régie", Decimal(2000), status=FundingStatus.PAID), by=local)

    assert about(initiative, "funding")[0] == (
        "blocks",
        "Régie: the budget says « paid », the commitment says « sought ». The lower one counts: sought.",
    )


@pytest.mark.parametrize("rows", [1, 3])
def test_open_points_are_read_in_a_fixed_number_of_queries(
    initiative: Initiative, local: Person, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for rank in range(rows):
        add_phase(initiative, PhaseEntry(f"Phase {rank}", Decimal(1)), by=local)
        body = add_body(initiative, BodyEntry(f"Comité {rank}", "pilotage"), by=local)
        designate(body, MandateEntry(f"Personne {rank}"), by=local)
        meeting = add_milestone(initiative, MilestoneEntry("lancement", "réunion", DAY, body=body), by=local)
        mark_happened(meeting, on=DAY, by=local)
        climb(
            open_commitment(initiative, CommitmentEntry(name_actor(initiative, f"A{rank}", by=local)), by=local),
            Level.ORAL,
            on=DAY,
            by=local,
        )
        cost = add_cost(initiative, CostEntry(f"Poste {rank}", Decimal(100)), by=local)
        add_mission(initiative, MissionEntry("Ana", fee=Decimal(200), cost=cost, due_on=date(2015, 1, 1)), by=local)
        add_funding(initiative, FundingEntry(f"A{rank}", Decimal(100)), by=local)

    with django_assert_num_queries(16):
        found = open_points(initiative, on=DAY)

    assert len([point for point in found if point.target.kind.value == "mission"]) == rows
