"""How surely an idea stands where it stands."""

import numpy as np
from scipy import sparse

from semailles.engines.grouping import Constraints, Family, Text, group
from semailles.engines.grouping.confidence import Sureness, Votes, sureness

TOGETHER, PARTED, OTHERWISE = [[0, 1, 2], [3, 4]], [[0, 1], [2], [3, 4]], [[0, 1], [2, 3, 4]]


def likeness(**pairs: float) -> sparse.csr_matrix:
    """`of_0_1=0.6`: rows 0 and 1 are near."""
    near = np.zeros((5, 5))
    for pair, score in pairs.items():
        first, second = map(int, pair.removeprefix("of_").split("_"))
        near[first, second] = near[second, first] = score
    return sparse.csr_matrix(near)


INSIDE = {"of_0_1": 0.6, "of_0_2": 0.6, "of_3_4": 0.6}
NEAR, BETWEEN = likeness(**INSIDE), likeness(**INSIDE, of_2_3=0.2)


def confidence(family: Family, name: str) -> float:
    return family.confidences[family.members.index(name)]


def test_what_every_grouping_says_and_nothing_elsewhere_resembles_is_sure() -> None:
    votes = Votes(near=[TOGETHER, TOGETHER], strict=[TOGETHER, TOGETHER])

    assert sureness(votes, TOGETHER, NEAR) == Sureness((1.0,) * 5, (False,) * 5)


def test_an_idea_that_stricter_groupings_part_is_less_sure_than_those_it_stands_with() -> None:
    votes = Votes(near=[TOGETHER], strict=[TOGETHER, PARTED])

    assert sureness(votes, TOGETHER, NEAR).confidences == (0.75, 0.75, 0.5, 1.0, 1.0)


def test_an_idea_is_as_sure_as_its_nearest_one_here_stands_above_its_nearest_one_elsewhere() -> None:
    votes = Votes(near=[TOGETHER], strict=[TOGETHER])

    assert sureness(votes, TOGETHER, BETWEEN).confidences == (1.0, 1.0, 0.75, 0.75, 1.0)


def test_an_idea_that_nothing_here_resembles_is_not_sure() -> None:
    votes = Votes(near=[TOGETHER], strict=[TOGETHER])

    assert sureness(votes, TOGETHER, likeness(of_0_1=0.6, of_3_4=0.6)).confidences == (1.0, 1.0, 0.0, 1.0, 1.0)


def test_copies_in_one_family_are_near_each_other_and_copies_elsewhere_are_near_too() -> None:
    votes = Votes(near=[TOGETHER], strict=[TOGETHER])
    near = sparse.csr_matrix([[0.8, 0.0], [0.0, 0.6]])

    assert sureness(votes, TOGETHER, near, np.array([0, 0, 1, 1, 1])).confidences == (1.0, 1.0, 0.0, 0.5, 0.5)


def test_an_idea_that_another_family_claims_is_to_be_placed() -> None:
    votes = Votes(near=[TOGETHER, OTHERWISE], strict=[TOGETHER, OTHERWISE])
    found = sureness(votes, TOGETHER, NEAR)

    assert found.doubtful == (False, False, True, False, False)
    assert found.confidences == (0.75, 0.75, 0.5, 1.0, 1.0)


def test_an_idea_that_nobody_is_near_is_neither_sure_nor_to_be_placed() -> None:
    votes = Votes(near=[PARTED], strict=[PARTED])
    found = sureness(votes, PARTED, likeness(of_0_1=0.6, of_3_4=0.6))

    assert (found.confidences[2], found.doubtful[2]) == (0.5, False)


def test_an_idea_alone_is_less_sure_when_another_one_resembles_it() -> None:
    votes = Votes(near=[PARTED], strict=[PARTED])
    found = sureness(votes, PARTED, likeness(of_0_1=0.6, of_3_4=0.6, of_2_3=0.2))

    assert (found.confidences[2], found.doubtful[2]) == (0.4, False)


def test_an_idea_alone_that_half_of_the_groupings_join_to_a_family_is_to_be_placed() -> None:
    votes = Votes(near=[TOGETHER, PARTED], strict=[TOGETHER, PARTED])
    found = sureness(votes, PARTED, likeness(of_0_1=0.6, of_3_4=0.6))

    assert (found.confidences[2], found.doubtful[2]) == (0.25, True)


def test_two_families_brought_together_whole_leave_nobody_to_be_placed() -> None:
    votes = Votes(near=[TOGETHER, [[0, 1, 2, 3, 4]]], strict=[TOGETHER])

    assert sureness(votes, TOGETHER, NEAR) == Sureness((1.0,) * 5, (False,) * 5)


def test_each_member_has_its_confidence(debate: list[Text]) -> None:
    for family in group(debate).families:
        assert len(family.confidences) == len(family.members)
        assert set(family.doubtful) <= set(family.members)


def test_the_same_words_are_surer_than_words_that_resemble() -> None:
    texts = [
        Text("1", "A", "Une légumerie partagée"),
        Text("2", "B", "Une légumerie partagée"),
        Text("3", "A", "Un réseau de covoiturage entre les bourgs"),
        Text("4", "B", "Partager les trajets vers le marché et les bourgs"),
    ]
    same, near = (next(family for family in group(texts).families if name in family.members) for name in ("1", "3"))

    assert (same.members, near.members) == (("1", "2"), ("3", "4"))
    assert 0 < confidence(near, "3") < confidence(same, "1") < 1


def test_what_people_put_together_is_sure(debate: list[Text]) -> None:
    result = group(debate, constraints=Constraints(together=(("b3", "d3"),)))
    family = next(family for family in result.families if "b3" in family.members)

    assert (family.members, family.confidences, family.doubtful) == (("b3", "d3"), (1.0, 1.0), ())
