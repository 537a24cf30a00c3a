"""What chance alone would do with the teams of a family."""

import numpy as np
import pytest
from scipy import sparse
from scipy.stats import kstest

from semailles.engines.grouping import Text, group
from semailles.engines.grouping.chance import balance, chances

FAMILIES = [[first, first + 1, first + 2] for first in range(0, 60, 3)]


def reach(seed: int = 0) -> sparse.csr_matrix:
    """Sixty ideas, each linked with the two others of its family and, less, with two ideas elsewhere."""
    chance = np.random.default_rng(seed)
    links = {(row, other): 0.5 + chance.random() / 2 for rows in FAMILIES for row in rows for other in rows if row != other}
    links |= {(row, int(other)): chance.random() / 5 for row in range(60) for other in chance.choice(60, 2) if other // 3 != row // 3}
    rows, columns = zip(*links, strict=True)
    return sparse.csr_matrix((list(links.values()), (rows, columns)), shape=(60, 60))


def test_teams_dealt_at_random_say_nothing() -> None:
    deals = [np.random.default_rng(seed).choice(list("ABCD"), 60).tolist() for seed in range(30)]

    found = np.concatenate([chances(reach(), FAMILIES, teams, seed) for seed, teams in enumerate(deals)])

    assert kstest(found, "uniform").pvalue > 0.05


def test_a_family_that_all_teams_share_stands_out_from_those_of_one_team() -> None:
    teams = [letter for number in range(20) for letter in ("ABC" if number % 2 else "AAA" if number % 4 else "BBB")]

    found = chances(reach(), FAMILIES, teams, seed=0)

    assert max(found[1::2]) < min(found[0::2])


def test_one_team_alone_meets_nobody() -> None:
    assert chances(reach(), FAMILIES, ["A"] * 60, seed=0).tolist() == [1.0] * 20


def test_the_same_deals_are_dealt_twice() -> None:
    teams = list("ABCD") * 15

    assert chances(reach(), FAMILIES, teams, seed=7).tolist() == chances(reach(), FAMILIES, teams, seed=7).tolist()


def test_two_ideas_alone_in_a_debate_prove_nothing() -> None:
    family = group([Text("1", "A", "Planter des haies"), Text("2", "B", "Planter des haies")]).families[0]

    assert (family.chance, family.beyond_chance, family.balance) == (0.5, 0.5, 1.0)


@pytest.mark.parametrize(("teams", "expected"), [("AB", 1.0), ("AABB", 1.0), ("AAA", 0.0), ("", 0.0), ("AAAB", 0.8113)])
def test_balance_is_highest_when_teams_speak_as_much(teams: str, expected: float) -> None:
    assert balance(teams) == expected
