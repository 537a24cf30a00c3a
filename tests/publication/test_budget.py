"""A budget that documents give, told to each audience."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.founding_note import NOTE
from tests.publication.test_audiences import NADIA, excerpt, idea, synthesis

from semailles.core.models import Person
from semailles.engines.budgeting import Line, balance
from semailles.intake.actions import bring_spellings_together, receive_document, take_budget_lines
from semailles.intake.marks import give_marks
from semailles.intake.readings import read_file
from semailles.publication.audiences import for_working_document
from semailles.publication.contradictions import contradictions
from semailles.publication.queries import snapshot
from semailles.publication.report import report
from semailles.publication.roadmap.front import _money
from semailles.publication.synthesis import synthesis as tree_of
from semailles.publication.tables import tables
from semailles.publication.views import BudgetView, CostView, FundingView, Snapshot
from semailles.workshop.models import Initiative

Published = Callable[..., Snapshot]


@pytest.fixture
def published(initiative: Initiative, local: Person) -> Published:
    def one(*texts: str) -> Snapshot:
        for rank, text in enumerate(texts):
            path = f"note-{rank}.txt"
            receive_document(initiative, path, text.encode(), read_file(path, text.encode(), known=()), by=local)
        give_marks(initiative, by=local)
        bring_spellings_together(initiative, by=local)
        return snapshot(initiative)

    return one


def test_the_sums_of_a_note_read_the_three_ways(published: Published) -> None:
    found = published(NOTE)

    assert (found.balance.needs, found.balance.hoped, found.balance.confirmed, found.balance.gap) == (11500, 11500, 5500, 6000)
    assert [(line.label, line.detail) for line in found.balance.in_kind] == [("CAUE", "rémunération stagiaire")]
    assert [total.agrees for total in found.budget.totals] == [True]


def test_the_data_say_where_each_line_was_read_and_that_nobody_validated_it(published: Published) -> None:
    found = published(NOTE)

    budget = tree_of(found)["budget"]
    assert (budget["needs"], budget["confirmed"], budget["gap"], budget["validated"]) == (11500, 5500, 6000, False)
    assert budget["in_kind"] == [{"actor": "CAUE", "what": "rémunération stagiaire"}]
    assert [mention["quote"] for mention in budget["contradictions"][0]["mentions"]][1] == "EPD Île de France (à confirmer) : 6000€"
    assert tables(found)["financements.csv"].decode("utf-8-sig").splitlines()[1] == (
        "EPB-IDF;6000.0;subvention;à confirmer;;note-0.txt;§ 26;EPD Île de France (à confirmer) : 6000€;to be validated;process;;;;;;;"
    )


def test_the_institution_that_has_decided_here_and_must_confirm_there_is_shown_to_the_facilitator_alone(published: Published) -> None:
    found = published(NOTE)

    assert [(one.actor.name, one.levels) for one in contradictions(found)] == [("EPB-IDF", ("décidé", "à confirmer"))]
    assert contradictions(for_working_document(found)) == ()


def test_lines_that_a_person_took_are_validated(published: Published, initiative: Initiative, local: Person) -> None:
    published(NOTE)
    take_budget_lines(initiative, by=local)

    found = snapshot(initiative)

    assert (found.budget.is_found, tree_of(found)["budget"]["validated"], found.balance.confirmed) == (False, True, 5500)
    assert [(line.label, line.detail) for line in found.balance.in_kind] == [("CAUE", "rémunération stagiaire")]


def test_a_total_that_is_not_the_sum_of_its_lines_is_told(published: Published) -> None:
    found = published(NOTE.replace("11\u00a0500€", "12\u00a0000€"))

    money = next(section for section in report(found).sections if section.title == "The budget of the process")
    assert (money.rows[0].title, money.rows[0].text) == (
        "A total is not the sum of its lines",
        "The document says 12,000 €; its lines make 11,500 €.",
    )
    assert for_working_document(found).budget.totals == ()


def test_the_printed_sums_say_that_they_are_to_be_validated_and_what_they_leave_out(published: Published) -> None:
    money = _money(for_working_document(published(NOTE)))

    assert (money.needs, money.confirmed, money.hoped, money.gap) == (11500, 5500, 11500, 6000)
    assert money.notes == (
        "To be validated: read in note-0.txt, § 26.",
        "« Ce budget ne comprend pas le temps passé par les bénévoles et les salariés des structures. »",
    )


def test_no_person_stands_in_the_printed_budget() -> None:
    named = "Nadia Ferrand : 300 €"
    budget = BudgetView(
        costs=(CostView("Nadia Ferrand", 300.0, "Mme Ferrand", excerpt(named)),),
        fundings=(FundingView("Mme Ferrand", None, "subvention", "décidé", "Nadia Ferrand", "p", excerpt(named), ("said", named)),),
        balance=balance([Line("Nadia Ferrand", 300, detail="Mme Ferrand")], []),
        apart=(excerpt(named),),
    )
    full = replace(synthesis(idea("Planter"), NADIA), budget=budget)

    working = for_working_document(full)

    assert "Ferrand" not in repr(working.budget)
