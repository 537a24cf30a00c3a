"""Milestones that wait for one another."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from semailles.engines.scheduling import Step, Turning, Wait, circle, expect

MONDAY = date(2027, 3, 1)


def day(days: int) -> date:
    return MONDAY + timedelta(days=days)


def test_what_is_overdue_moves_what_waits_for_it() -> None:
    steps = [Step("a", "Permis", day(-10)), Step("b", "Travaux", day(20), starts_on=day(0)), Step("c", "Ouverture", day(25))]

    network = expect(steps, [Wait("a", "b"), Wait("b", "c", 10)], on=MONDAY)

    assert [told.on for told in network.steps] == [day(0), day(20), day(30)]
    assert [(slip.late.step.key, slip.late.own_days, slip.moves) for slip in network.slips] == [("a", 10, ())]
    assert network.steps[2].clash_on == day(30)


def test_days_lost_are_carried_along_the_chain() -> None:
    steps = [Step("a", "Permis", day(-10)), Step("b", "Travaux", day(-5)), Step("c", "Ouverture", day(2)), Step("d", "Bilan", day(90))]

    network = expect(steps, [Wait("a", "b"), Wait("b", "c", 7), Wait("c", "d")], on=MONDAY)

    assert [(told.step.key, told.on, told.own_days, told.moved_days) for told in network.steps] == [
        ("a", day(0), 10, 0),
        ("b", day(0), 0, 5),
        ("c", day(7), 0, 5),
        ("d", day(90), 0, 0),
    ]
    assert [(slip.late.step.key, [moved.step.key for moved in slip.moves]) for slip in network.slips] == [("a", ["b", "c"])]


def test_what_was_reached_late_is_told_only_while_it_moves_something() -> None:
    late, reached = Step("a", "Permis", day(-20), real_on=day(-5)), Step("b", "Travaux", day(-10), real_on=day(-4))

    network = expect([late, reached], [Wait("a", "b")], on=MONDAY)

    assert network.slips == ()
    assert [told.own_days for told in network.steps] == [15, 6]


def test_what_is_reached_before_what_it_waits_for_is_told() -> None:
    before, after = Step("a", "Permis", day(5)), Step("b", "Travaux", day(9), real_on=day(-1))

    assert expect([before, after], [Wait("a", "b")], on=MONDAY).too_soon == ((after, before),)


def test_a_milestone_without_a_day_takes_the_one_that_it_waits_for_leaves() -> None:
    network = expect([Step("a", "Permis", day(5)), Step("b", "Travaux"), Step("c", "Seul")], [Wait("a", "b", 10)], on=MONDAY)

    assert [told.on for told in network.steps] == [day(5), day(15), None]


def test_a_wait_of_many_years_stops_at_the_last_day_that_can_be_written() -> None:
    network = expect([Step("a", "Permis", day(5)), Step("b", "Travaux")], [Wait("a", "b", 2_000_000_000)], on=MONDAY)

    assert network.steps[1].on == date.max


def test_a_circle_is_named_from_end_to_end() -> None:
    waits = [Wait("a", "b"), Wait("b", "c"), Wait("x", "c")]

    assert circle(waits, before="c", after="a") == ("a", "b", "c", "a")
    assert circle(waits, before="x", after="a") == ()
    assert circle([], before="a", after="a") == ("a", "a")


def test_waits_that_turn_give_no_day() -> None:
    steps = [Step(key, key, day(5)) for key in "abcd"]

    with pytest.raises(Turning) as turning:
        expect(steps, [Wait("a", "b"), Wait("b", "c"), Wait("c", "b"), Wait("c", "d")], on=MONDAY)

    assert sorted(set(turning.value.chain)) == ["b", "c"]
    assert turning.value.chain[0] == turning.value.chain[-1]


DAYS = st.none() | st.integers(-60, 60).map(day)
KEYS = tuple("abcdefgh")
PAIRS = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.integers(0, 40)), max_size=14)


@st.composite
def networks(draw: st.DrawFn) -> tuple[list[Step], list[Wait]]:
    """Any steps; a wait always goes from an earlier letter to a later one, so that none turns."""
    steps = [Step(key, key, draw(DAYS), real_on=draw(st.none() | st.integers(-60, 0).map(day))) for key in KEYS]
    return steps, [Wait(KEYS[one], KEYS[other], lag) for one, other, lag in draw(PAIRS) if one < other]


@given(networks())
def test_nothing_is_expected_before_its_day_before_today_or_before_what_it_waits_for(drawn: tuple[list[Step], list[Wait]]) -> None:
    steps, waits = drawn
    told = {one.step.key: one for one in expect(steps, waits, on=MONDAY).steps}

    for one in told.values():
        if one.step.real_on:
            assert one.on == one.step.real_on
        elif one.on:
            assert one.on >= max(MONDAY, one.step.planned_on or MONDAY)
    for wait in waits:
        before, after = told[wait.before], told[wait.after]
        if before.on and not after.step.real_on:
            assert after.on is not None
            assert after.on >= before.on + timedelta(days=wait.lag_days)


@given(networks())
def test_a_wait_is_refused_exactly_when_its_network_would_turn(drawn: tuple[list[Step], list[Wait]]) -> None:
    steps, waits = drawn
    for before, after in ("ha", "ah", "de"):
        try:
            expect(steps, [*waits, Wait(before, after)], on=MONDAY)
        except Turning:
            assert circle(waits, before=before, after=after)
        else:
            assert circle(waits, before=before, after=after) == ()


@given(networks(), st.permutations(range(8)))
def test_the_order_in_which_milestones_are_written_changes_no_day(drawn: tuple[list[Step], list[Wait]], order: list[int]) -> None:
    steps, waits = drawn
    told = {one.step.key: one for one in expect(steps, waits, on=MONDAY).steps}

    assert {one.step.key: one for one in expect([steps[rank] for rank in order], waits, on=MONDAY).steps} == told
