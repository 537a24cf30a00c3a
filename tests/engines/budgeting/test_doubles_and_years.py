"""No total counts a euro twice, whatever the lines are."""

from decimal import Decimal
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from semailles.engines.budgeting import Line, Nature, Pledge, Status, balance, by_year, counted_twice
from semailles.engines.budgeting.lines import APART, CONFIRMED

AMOUNTS = st.integers(0, 3).map(lambda n: Decimal(n * 1000))
WORDS = st.sampled_from(["", "lettre", "relevé"])
PLEDGES = st.lists(
    st.tuples(st.sampled_from("ab"), AMOUNTS, st.sampled_from(Nature), st.sampled_from(Status), st.tuples(WORDS, WORDS)), max_size=12
)
YEARS = st.sampled_from([None, 2015, 2016, 2018])
LINES = st.lists(
    st.builds(
        Line,
        st.just("a"),
        st.none() | AMOUNTS,
        st.sampled_from(Status),
        st.sampled_from(Nature),
        st.none(),
        st.just(""),
        YEARS,
    ),
    max_size=12,
)


@given(PLEDGES)
def test_no_two_lines_that_count_are_the_same_euros(drawn: list[tuple[str, Decimal, Nature, Status, tuple[str, str]]]) -> None:
    pledges = [Pledge(key, *one) for key, one in enumerate(drawn)]

    twice = counted_twice(pledges)

    counted = [one for one in pledges if one.key not in twice and one.status != Status.REFUSED and one.amount]
    apart = [
        any(here and there and here != there for here, there in zip(one.words, other.words, strict=True))
        for rank, one in enumerate(counted)
        for other in counted[:rank]
        if (one.funder, one.amount, one.nature) == (other.funder, other.amount, other.nature)
    ]
    assert all(apart)


@given(PLEDGES)
def test_the_euros_of_a_line_that_does_not_count_are_held_by_one_that_does(
    drawn: list[tuple[str, Decimal, Nature, Status, tuple[str, str]]],
) -> None:
    pledges = {key: Pledge(key, *one) for key, one in enumerate(drawn)}

    twice = counted_twice(pledges.values())

    assert not set(twice) & set(twice.values())
    assert all(pledges[int(str(key))].amount == pledges[int(str(same))].amount for key, same in twice.items())


@given(PLEDGES, st.randoms())
def test_the_order_of_lines_does_not_change_how_much_counts_when_no_word_tells_them_apart(
    drawn: list[tuple[str, Decimal, Nature, Status, tuple[str, str]]], chance: Random
) -> None:
    pledges = [Pledge(key, *one[:4]) for key, one in enumerate(drawn)]
    mixed = chance.sample(pledges, len(pledges))

    assert len(counted_twice(pledges)) == len(counted_twice(mixed))


@given(LINES, LINES)
def test_each_line_counts_in_one_reading_and_in_one_year(resources: list[Line], costs: list[Line]) -> None:
    whole, years = balance(resources, costs), by_year(resources, costs)

    sure = [line.amount or 0 for line in resources if line.status in CONFIRMED and line.nature not in APART]
    assert (whole.needs, whole.confirmed) == (sum(line.amount or 0 for line in costs), sum(sure))
    assert whole.confirmed <= whole.hoped
    if years:
        sums = [sum(getattr(flow, field) for flow in years) for field in ("needs", "confirmed", "hoped")]
        assert sums == [whole.needs, whole.confirmed, whole.hoped]


def test_two_letters_of_one_funder_are_two_sums() -> None:
    pledges = [Pledge(key, "fonds", Decimal(5000), Nature.GRANT, Status.DECIDED, (letter,)) for key, letter in enumerate(["A", "B", ""])]

    assert counted_twice(pledges) == {2: 0}


def test_what_was_refused_then_promised_again_counts() -> None:
    asked = [Pledge(key, "fonds", Decimal(5000), Nature.GRANT, status) for key, status in enumerate([Status.REFUSED, Status.DECIDED])]

    assert counted_twice(asked) == {}
