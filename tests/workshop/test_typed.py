from datetime import date
from decimal import Decimal

import pytest
from django.utils import translation

from semailles.workshop.errors import Mistyped
from semailles.workshop.typed import typed_amount, typed_day, typed_months, typed_year


@pytest.mark.parametrize(
    ("text", "amount"),
    [("12 000", "12000.00"), ("12.000,50", "12000.50"), ("4 k€", "4000.00"), ("1,5 k€", "1500.00"), ("12,5", "12.50"), ("  ", None)],
)
def test_an_amount_is_taken_as_people_type_it(text: str, amount: str | None) -> None:
    assert typed_amount(text) == (Decimal(amount) if amount else None)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("-5", "« -5 »: an amount is never negative. What comes in is a resource, what goes out is a cost."),
        ("beaucoup", "« beaucoup » is no amount. Write for instance 12000, 12 000,50 or 4 k€."),
        ("12.3456", "« 12.3456 » is finer than a cent: write two decimals at most."),
        ("99999999999", "« 99999999999 » is more than a budget can hold: write fewer than ten billion euros."),
    ],
)
def test_an_amount_that_cannot_be_is_refused_in_one_sentence(text: str, sentence: str) -> None:
    with pytest.raises(Mistyped) as refused:
        typed_amount(text)

    assert refused.value.sentence == sentence


@pytest.mark.parametrize(
    "text", ["2015-02-28", "28/02/2015", "28.2.15", "28 février 2015", "28 fevr. 2015", "28 February 2015", " 28th feb 2015"]
)
def test_a_day_is_taken_as_people_type_it(text: str) -> None:
    assert typed_day(text) == date(2015, 2, 28)


def test_the_first_of_a_month_and_no_day_at_all() -> None:
    assert (typed_day("1er mars 2016"), typed_day("29/02/2016"), typed_day("")) == (date(2016, 3, 1), date(2016, 2, 29), None)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("29/02/2015", "« 29/02/2015 » does not exist: that month of 2015 has 28 days."),
        ("02/28/2015", "« 02/28/2015 »: there is no month 28. Write the day first, then the month."),
        ("28 jui 2015", "« 28 jui 2015 » is no day. Write for instance 28/02/2015 or 28 février 2015."),
        ("2015", "« 2015 » is no day. Write for instance 28/02/2015 or 28 février 2015."),
        ("01/01/0215", "« 01/01/0215 »: the year is between 1900 and 2199."),
    ],
)
def test_a_day_that_does_not_exist_is_refused_in_one_sentence(text: str, sentence: str) -> None:
    with pytest.raises(Mistyped) as refused:
        typed_day(text)

    assert refused.value.sentence == sentence


def test_the_sentence_is_french_for_french_people() -> None:
    with translation.override("fr"), pytest.raises(Mistyped) as refused:
        typed_day("29 février 2015")

    assert refused.value.sentence == "« 29 février 2015 » n’existe pas : ce mois de 2015 a 28 jours."


@pytest.mark.parametrize(("text", "months"), [("3", "3.0"), ("1,5", "1.5"), ("4 mois", "4.0"), ("", None)])
def test_a_length_in_months_is_taken_as_people_type_it(text: str, months: str | None) -> None:
    assert typed_months(text) == (Decimal(months) if months else None)


@pytest.mark.parametrize("text", ["0", "-1", "trois", "121", "0,01"])
def test_a_length_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(Mistyped):
        typed_months(text)


def test_a_year_is_four_figures() -> None:
    assert (typed_year("2015"), typed_year(" ")) == (2015, None)
    with pytest.raises(Mistyped) as refused:
        typed_year("15")
    assert refused.value.sentence == "« 15 » is no year. Write for instance 2015."
