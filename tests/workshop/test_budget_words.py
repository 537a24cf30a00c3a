"""The same words for a budget on screen and in print."""

from decimal import Decimal

from django.utils import translation

from semailles.engines.budgeting import Line, Nature, Status, TaxBase, balance
from semailles.engines.typesetting.charts.looks import Role
from semailles.workshop.budget_words import ReadingRow, amount_words, balance_chart, gap_words, hope_words, in_kind_words, three_readings

COSTS = [Line("Mise en forme des projets", 8000), Line("Publications", 4000)]
INTERN = Line("CAUE", None, nature=Nature.IN_KIND, detail="rémunération d’un stagiaire")
FUNDINGS = [Line("EPF", 5000, Status.TO_CONFIRM), Line("SNCF", 5000, Status.DECIDED), Line("Veolia", 2000, Status.DECIDED), INTERN]
FOUNDING = balance(FUNDINGS, COSTS)


def test_the_founding_budget_is_told_in_french() -> None:
    with translation.override("fr"):
        assert (gap_words(FOUNDING), *hope_words(FOUNDING)) == (
            "5\u202f000\u00a0€ ne sont pas acquis, sur 12\u202f000\u00a0€ de besoins.",
            "Si tout ce qui est espéré arrive, les besoins sont couverts.",
        )


def test_three_readings_are_never_added() -> None:
    assert three_readings(FOUNDING) == (
        ReadingRow("Confirmed", "€7,000", "−€5,000", is_missing=True),
        ReadingRow("Hoped for (confirmed included)", "€12,000", "€0"),
        ReadingRow("In kind", "1 contribution", "apart"),
    )


def test_hope_that_is_not_enough_says_what_is_still_missing() -> None:
    assert hope_words(balance(FUNDINGS, [Line("Tout", 20000)])) == ("If everything hoped for comes, €8,000 will still be missing.",)


def test_a_budget_may_be_covered_exactly_or_more() -> None:
    assert [gap_words(balance([Line("A", amount, Status.PAID)], COSTS)) for amount in (12000, 12500)] == [
        "What is confirmed covers the €12,000 needed.",
        "What is confirmed covers the €12,000 needed, and leaves €500.",
    ]


def test_a_budget_without_costs_says_so() -> None:
    assert gap_words(balance(FUNDINGS, [])) == "Nobody has said yet what the process costs."


def test_lines_of_two_tax_bases_are_said_not_to_compare() -> None:
    mixed = balance([Line("A", 10, Status.PAID, tax_base=TaxBase.GROSS)], [Line("B", 10, tax_base=TaxBase.NET)])

    assert hope_words(mixed) == ("Some lines are before tax and others tax included: they do not compare exactly.",)


def test_a_gift_in_kind_says_what_is_given_and_its_worth() -> None:
    valued = Line("CAUE", Decimal("1800.50"), nature=Nature.IN_KIND)

    assert [in_kind_words(INTERN), in_kind_words(valued)] == ["CAUE: rémunération d’un stagiaire", "CAUE (€1,800.50)"]


def test_amounts_are_written_as_their_language_does() -> None:
    with translation.override("fr"):
        said = [amount_words(Decimal(amount)) for amount in ("12000", "-5000", "0.5", "1234567.80")]

    assert said == ["12\u202f000\u00a0€", "−5\u202f000\u00a0€", "0,50\u00a0€", "1\u202f234\u202f567,80\u00a0€"]


def test_the_drawing_sets_what_is_in_kind_apart() -> None:
    chart = balance_chart(balance([*FUNDINGS, Line("Lycée", 1800, nature=Nature.IN_KIND)], COSTS))

    assert chart is not None
    assert [(one.label, one.amount, one.is_apart, [role for role, _, _ in one.pieces]) for one in chart.readings] == [
        ("Needs", "€12,000", False, [Role.NEED]),
        ("Confirmed", "€7,000", False, [Role.HAVE]),
        ("Hoped for (confirmed included)", "€12,000", False, [Role.HAVE, Role.HOPE]),
        ("Gap", "€5,000", False, [Role.GAP]),
        ("In kind: Lycée", "€1,800", True, [Role.APART]),
    ]


def test_a_budget_without_a_sum_has_no_drawing() -> None:
    assert balance_chart(balance([INTERN], [])) is None
