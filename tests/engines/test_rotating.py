"""Which copies stay, and which make room."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from semailles.engines.rotating import UnreadableRule, kept, rule

NOON = datetime(2027, 4, 12, 12, tzinfo=UTC)  # a Monday
FIRST, LAST = (datetime.fromisoformat(day) for day in ("2020-01-01", "2030-01-01"))
moments = some.lists(some.datetimes(FIRST, LAST, timezones=some.just(UTC)), max_size=60)
rules = some.sampled_from(["1d", "7d,4w,12m", "2w", "3m,1y", "7d", "10y"])


def days_before(*numbers: int) -> list[datetime]:
    return [NOON - timedelta(days=number) for number in numbers]


def test_the_last_copy_of_each_of_the_last_days_stays() -> None:
    morning = [moment - timedelta(hours=5) for moment in days_before(0, 1, 2)]

    assert kept([*morning, *days_before(0, 1, 2)], rule("2d")) == set(days_before(0, 1))


def test_weeks_begin_on_monday_and_keep_their_last_copy() -> None:
    assert kept(days_before(0, 1, 2, 7, 8, 14), rule("3w")) == set(days_before(0, 1, 8))


def test_a_year_of_nightly_copies_becomes_days_weeks_and_months() -> None:
    left = sorted((NOON - moment).days for moment in kept(days_before(*range(365)), rule("7d,4w,12m")))

    assert left == [0, 1, 2, 3, 4, 5, 6, 8, 12, 15, 43, 71, 102, 133, 163, 194, 224, 255, 286, 316]


def test_a_machine_that_was_off_loses_none_of_its_older_copies() -> None:
    assert kept(days_before(40, 41, 200), rule("3d")) == set(days_before(40, 41, 200))


@given(moments, rules)
def test_the_latest_copy_always_stays(given_moments: list[datetime], written: str) -> None:
    assert set(sorted(given_moments)[-1:]) <= kept(given_moments, rule(written))


@given(moments, rules)
def test_what_made_room_once_changes_nothing_the_second_time(given_moments: list[datetime], written: str) -> None:
    once = kept(given_moments, rule(written))

    assert kept(once, rule(written)) == once


@given(moments, rules)
def test_never_more_than_was_asked_for_and_none_that_was_not_there(given_moments: list[datetime], written: str) -> None:
    found = kept(given_moments, rule(written))

    assert found <= set(given_moments)
    assert len(found) <= 1 + sum(number for _unit, number in rule(written).most)


@pytest.mark.parametrize("written", ["", "7", "d", "0d", "7d,", "7d,3d", "7 jours", "-7d", "7d;4w", "99999d"])
def test_a_rule_that_is_not_written_so_is_refused(written: str) -> None:
    with pytest.raises(UnreadableRule):
        rule(written)
