"""The founding case: 12 000 € of needs, 12 000 hoped for, 7 000 confirmed, an intern in kind, time that is stated and not summed."""

from datetime import date
from decimal import Decimal

import pytest
from pytest_django import DjangoAssertNumQueries

from semailles.core.models import Person
from semailles.workshop.actions import (
    add_cost,
    add_funding,
    add_mission,
    change_status,
    climb,
    frame_initiative,
    name_actor,
    open_commitment,
    set_aside,
    withdraw_commitment,
    withdraw_funding,
)
from semailles.workshop.entries import CommitmentEntry, CostEntry, FundingEntry, MissionEntry, Proof
from semailles.workshop.enums import FundingStatus, Level
from semailles.workshop.errors import ReasonMissing
from semailles.workshop.framing import read_framing
from semailles.workshop.models import Initiative, ProcessCost, ProcessFunding
from semailles.workshop.queries import process_balance, process_budget_view

NOTE = """
[[depense]]
poste = "Mise en forme des projets"
montant = 8000
detail = "4 participants à 2 000 €"
[[depense]]
poste = "Publications et documents"
montant = "4 000 €"
[[ressource]]
financeur = "Établissement foncier du Val"
montant = 5000
statut = "à confirmer"
[[ressource]]
financeur = "Compagnie des trains"
montant = 5000
statut = "décidé"
[[ressource]]
financeur = "Régie des eaux"
montant = 2000
statut = "décidé"
[[ressource]]
financeur = "Conseil d’architecture"
nature = "en nature"
detail = "rémunération d’un stagiaire"
[[ressource]]
financeur = "Bénévoles"
nature = "bénévolat"
detail = "temps passé, non compté"
"""
DAY = date(2015, 1, 31)
Figures = tuple[Decimal, Decimal, Decimal, Decimal]


@pytest.fixture
def founding(initiative: Initiative, local: Person) -> Initiative:
    frame_initiative(initiative, read_framing(NOTE.encode()), by=local)
    return initiative


def figures(initiative: Initiative) -> Figures:
    """Needs, hoped, confirmed, gap."""
    found = process_budget_view(initiative).balance
    assert found == process_balance(initiative)
    return found.needs, found.hoped, found.confirmed, found.gap


def line(initiative: Initiative, funder: str) -> ProcessFunding:
    found: ProcessFunding = ProcessFunding.objects.of(initiative).get(funder=funder)
    return found


def test_the_founding_budget_balances_only_with_a_promise(founding: Initiative) -> None:
    view = process_budget_view(founding)

    assert figures(founding) == (12000, 12000, 7000, 5000)
    assert [[row.line.funder for row in group] for group in (view.confirmed, view.hoped, view.in_kind)] == [
        ["Compagnie des trains", "Régie des eaux"],
        ["Établissement foncier du Val"],
        ["Conseil d’architecture", "Bénévoles"],
    ]
    assert [(given.label, given.amount) for given in view.balance.in_kind] == [("Conseil d’architecture", None), ("Bénévoles", None)]


def test_four_people_at_two_thousand_euros_are_no_second_cost(founding: Initiative, local: Person) -> None:
    shaping: ProcessCost = ProcessCost.objects.of(founding).get(item="Mise en forme des projets")
    for who in ("Ana", "Bao", "Chloé", "Driss"):
        add_mission(founding, MissionEntry(who, "quatre fiches", fee=Decimal(2000), cost=shaping), by=local)

    row = process_budget_view(founding).costs[0]

    assert (figures(founding)[0], row.missions, row.is_exceeded) == (12000, 8000, False)


def test_a_fifth_person_exceeds_the_line_and_it_is_seen(founding: Initiative, local: Person) -> None:
    shaping: ProcessCost = ProcessCost.objects.of(founding).get(item="Mise en forme des projets")
    add_mission(founding, MissionEntry("Ana", fee=Decimal("8000.01"), cost=shaping), by=local)

    assert [row.is_exceeded for row in process_budget_view(founding).costs] == [True, False]


def test_withdrawing_a_funder_opens_the_gap(founding: Initiative, local: Person) -> None:
    funder = line(founding, "Régie des eaux")
    announced = next(row.gap_without for row in process_budget_view(founding).confirmed if row.line == funder)

    withdraw_funding(funder, "budget réaffecté", on=DAY, by=local)

    view = process_budget_view(founding)
    assert (announced, figures(founding)) == (7000, (12000, 10000, 5000, 7000))
    assert [(row.line.funder, row.line.status_reason) for row in view.refused] == [("Régie des eaux", "budget réaffecté")]


def test_a_withdrawal_says_why(founding: Initiative, local: Person) -> None:
    for gesture in (
        lambda: withdraw_funding(line(founding, "Régie des eaux"), " ", on=DAY, by=local),
        lambda: change_status(line(founding, "Régie des eaux"), FundingStatus.REFUSED, on=DAY, by=local),
    ):
        with pytest.raises(ReasonMissing) as refused:
            gesture()
        assert refused.value.sentence == "Say why « Régie des eaux » does not fund any more."

    assert figures(founding) == (12000, 12000, 7000, 5000)


def test_a_promise_that_is_decided_closes_the_gap(founding: Initiative, local: Person) -> None:
    decided = change_status(
        line(founding, "Établissement foncier du Val"), FundingStatus.DECIDED, source="délibération 12", on=DAY, by=local
    )

    assert (figures(founding), decided.decided_on, decided.source) == ((12000, 12000, 12000, 0), DAY, "délibération 12")


def test_what_the_text_and_the_table_say_differently_is_shown_and_the_lower_counts(founding: Initiative, local: Person) -> None:
    actor = name_actor(founding, "établissement foncier du val", by=local)
    ladder = open_commitment(founding, CommitmentEntry(actor), by=local)
    climb(ladder, Level.ORAL, proof=Proof("passage", passage="ont décidé de financer"), on=DAY, by=local)

    (row,) = process_budget_view(founding).contradictions

    assert row.contradiction == (
        "Établissement foncier du Val: the budget says « to be confirmed », the commitment says « oral agreement ». "
        "The lower one counts: to be confirmed."
    )
    assert figures(founding) == (12000, 12000, 7000, 5000)


def test_a_commitment_that_is_withdrawn_takes_its_money_with_it(founding: Initiative, local: Person) -> None:
    ladder = open_commitment(founding, CommitmentEntry(name_actor(founding, "Compagnie des trains", by=local)), by=local)
    climb(ladder, Level.ORAL, on=DAY, by=local)
    before = figures(founding)

    withdraw_commitment(ladder, "réorganisation", on=date(2015, 3, 1), by=local)

    assert (before, figures(founding)) == ((12000, 12000, 7000, 5000), (12000, 7000, 2000, 10000))
    assert [row.line.funder for row in process_budget_view(founding).contradictions] == ["Compagnie des trains"]


def test_a_ladder_without_a_step_says_nothing_against_the_budget(founding: Initiative, local: Person) -> None:
    open_commitment(founding, CommitmentEntry(name_actor(founding, "Compagnie des trains", by=local)), by=local)

    assert (process_budget_view(founding).contradictions, figures(founding)) == ((), (12000, 12000, 7000, 5000))


def test_a_line_set_aside_counts_no_more_and_stays_in_sight(founding: Initiative, local: Person) -> None:
    set_aside(ProcessCost.objects.of(founding).get(item="Publications et documents"), "payées ailleurs", on=DAY, by=local)

    view = process_budget_view(founding)
    assert (figures(founding)[0], [str(one) for one in view.set_aside]) == (8000, ["Publications et documents"])


def test_a_budget_that_does_not_balance_is_kept_and_shown(initiative: Initiative, local: Person) -> None:
    add_cost(initiative, CostEntry("Salle", Decimal("300.50"), "TTC"), by=local)
    add_cost(initiative, CostEntry("Impression"), by=local)
    add_funding(initiative, FundingEntry("Commune", Decimal(900), "HT", status=FundingStatus.PAID), by=local)

    view = process_budget_view(initiative)

    assert figures(initiative) == (Decimal("300.50"), 900, 900, Decimal("-599.50"))
    assert ([row.line.item for row in view.unvalued], view.balance.mixes_tax_bases) == (["Impression"], True)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_budget_is_read_in_a_fixed_number_of_queries(
    initiative: Initiative, local: Person, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for rank in range(rows):
        actor = name_actor(initiative, f"Financeur {rank}", by=local)
        climb(open_commitment(initiative, CommitmentEntry(actor), by=local), Level.ORAL, on=DAY, by=local)
        add_funding(initiative, FundingEntry(f"Financeur {rank}", Decimal(100)), by=local)
        cost = add_cost(initiative, CostEntry(f"Poste {rank}", Decimal(100)), by=local)
        add_mission(initiative, MissionEntry(f"Personne {rank}", fee=Decimal(10), cost=cost), by=local)

    with django_assert_num_queries(7):
        view = process_budget_view(initiative)
        named = [(row.line.actor, row.commitment and row.commitment.actor) for row in view.fundings]

    assert len(named) == rows


def test_a_step_dated_later_lowers_no_line_before_its_day(founding: Initiative, local: Person) -> None:
    actor = name_actor(founding, "Compagnie des trains", by=local)
    climb(open_commitment(founding, CommitmentEntry(actor), by=local), Level.FORESEEN, on=date(2015, 6, 1), by=local)

    found = [[row.line.funder for row in process_budget_view(founding, on=day).contradictions] for day in (DAY, date(2015, 6, 1))]

    assert found == [[], ["Compagnie des trains"]]


def test_a_funder_without_a_line_is_listed_until_one_names_it(initiative: Initiative, local: Person) -> None:
    for name, level in {"Mairie": Level.ORAL, "Club": Level.WITHDRAWN}.items():
        climb(open_commitment(initiative, CommitmentEntry(name_actor(initiative, name, by=local)), by=local), level, on=DAY, by=local)
    before = [str(row.actor) for row in process_budget_view(initiative).without_line]

    add_funding(initiative, FundingEntry("Mairie", Decimal(500)), by=local)

    assert (before, process_budget_view(initiative).without_line) == (["Mairie"], ())
