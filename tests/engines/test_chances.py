import random
from collections import Counter

import pytest

from semailles.engines.chances import coverage_odds


def test_one_idea_always_comes_from_one_team() -> None:
    assert coverage_odds(1, [3, 2]) == (1.0, 0.0)


def test_two_ideas_of_two_equal_teams_of_two_come_from_both_two_times_in_three() -> None:
    assert coverage_odds(2, [2, 2]) == pytest.approx((1 / 3, 2 / 3))


def test_a_team_without_ideas_counts_for_nothing() -> None:
    assert coverage_odds(2, [2, 0, 2]) == coverage_odds(2, [2, 2])


def test_more_ideas_than_there_are_cannot_be_drawn() -> None:
    assert coverage_odds(3, [1, 1]) == ()


def test_the_count_agrees_with_many_draws() -> None:
    sizes, drawing = [12, 9, 7, 4], random.Random(7)  # noqa: S311  # a draw for a test, no secret
    urn = [team for team, size in enumerate(sizes) for _ in range(size)]

    seen = Counter(len(set(drawing.sample(urn, 4))) for _ in range(20000))

    assert coverage_odds(4, sizes) == pytest.approx([seen[teams] / 20000 for teams in range(1, 5)], abs=0.015)
