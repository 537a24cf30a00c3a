"""Calendar months, as people count them."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from semailles.engines.scheduling import last_day, latest_start, months_between

DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))
MONTHS = st.integers(1, 600).map(lambda tenths: Decimal(tenths) / 10)


@pytest.mark.parametrize(
    ("start", "months", "last"),
    [
        (date(2015, 1, 1), "4", date(2015, 4, 30)),
        (date(2015, 2, 2), "3", date(2015, 5, 1)),
        (date(2015, 1, 31), "1", date(2015, 2, 28)),
        (date(2016, 1, 31), "1", date(2016, 2, 29)),
        (date(2015, 1, 29), "1", date(2015, 2, 28)),
        (date(2016, 1, 30), "1", date(2016, 2, 29)),
        (date(2016, 2, 29), "1", date(2016, 3, 28)),
        (date(2016, 2, 29), "12", date(2017, 2, 28)),
        (date(2016, 2, 29), "48", date(2020, 2, 28)),
        (date(2015, 12, 1), "1", date(2015, 12, 31)),
        (date(2015, 2, 1), "0.5", date(2015, 2, 14)),
        (date(2016, 2, 1), "0.5", date(2016, 2, 15)),
        (date(2015, 3, 1), "0.5", date(2015, 3, 16)),
        (date(2015, 1, 15), "1.5", date(2015, 2, 28)),
        (date(2015, 6, 1), "0.1", date(2015, 6, 3)),
    ],
)
def test_a_work_ends_where_people_say_it_does(start: date, months: str, last: date) -> None:
    assert last_day(start, Decimal(months)) == last


@given(DAYS, MONTHS)
def test_a_later_start_never_ends_earlier_and_nothing_is_shorter_than_a_day(start: date, months: Decimal) -> None:
    assert start <= last_day(start, months) <= last_day(start + timedelta(days=1), months)


@given(DAYS, MONTHS)
def test_a_longer_work_never_ends_earlier(start: date, months: Decimal) -> None:
    assert last_day(start, months) <= last_day(start, months + Decimal("0.1"))


@given(DAYS, MONTHS)
def test_the_latest_start_holds_and_one_day_more_does_not(last: date, months: Decimal) -> None:
    start = latest_start(last, months)

    assert last_day(start, months) <= last < last_day(start + timedelta(days=1), months)


@given(DAYS, MONTHS)
def test_forward_then_backward_starts_no_earlier(start: date, months: Decimal) -> None:
    last = last_day(start, months)

    assert start <= latest_start(last, months)
    assert last_day(latest_start(last, months), months) == last


@given(DAYS, MONTHS)
def test_the_months_that_hold_between_two_days_are_the_most_that_do(start: date, months: Decimal) -> None:
    last = last_day(start, months)
    found = months_between(start, last)

    assert months <= found
    assert last_day(start, found) <= last < last_day(start, found + Decimal("0.1"))


def test_nothing_holds_before_the_start() -> None:
    assert months_between(date(2015, 2, 2), date(2015, 2, 1)) == 0


@pytest.mark.parametrize("months", ["-3", "0"])
def test_a_length_that_makes_no_sense_is_a_day(months: str) -> None:
    assert last_day(date(2015, 2, 2), Decimal(months)) == date(2015, 2, 2)


def test_the_ends_of_time_are_kept_within() -> None:
    assert last_day(date(9999, 12, 1), Decimal(2)) >= date(9999, 12, 30)
    assert latest_start(date(1, 1, 2), Decimal(12)) == date(1, 1, 1)
