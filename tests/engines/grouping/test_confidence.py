"""How surely an idea stands where it stands."""

from semailles.engines.grouping import Constraints, Family, Text, group
from semailles.engines.grouping.confidence import Sureness, Votes, sureness

TOGETHER, PARTED, OTHERWISE = [[0, 1, 2], [3, 4]], [[0, 1], [2], [3, 4]], [[0, 1], [2, 3, 4]]


def confidence(family: Family, name: str) -> float:
    return family.confidences[family.members.index(name)]


def test_what_every_grouping_says_is_sure() -> None:
    votes = Votes(near=[TOGETHER, TOGETHER], strict=[TOGETHER, TOGETHER])

    assert sureness(votes, TOGETHER) == Sureness((1.0,) * 5, (False,) * 5)


def test_an_idea_that_stricter_groupings_part_is_less_sure_than_those_it_stands_with() -> None:
    votes = Votes(near=[TOGETHER], strict=[TOGETHER, PARTED])

    assert sureness(votes, TOGETHER).confidences == (0.75, 0.75, 0.5, 1.0, 1.0)


def test_an_idea_that_another_family_claims_is_to_be_placed() -> None:
    votes = Votes(near=[TOGETHER, OTHERWISE], strict=[TOGETHER, OTHERWISE])
    found = sureness(votes, TOGETHER)

    assert found.doubtful == (False, False, True, False, False)
    assert found.confidences == (0.75, 0.75, 0.25, 0.8333, 0.8333)


def test_an_idea_that_nobody_is_near_is_neither_sure_nor_to_be_placed() -> None:
    votes = Votes(near=[PARTED], strict=[PARTED])
    found = sureness(votes, PARTED)

    assert (found.confidences[2], found.doubtful[2]) == (0.5, False)


def test_an_idea_alone_that_half_of_the_groupings_join_to_a_family_is_to_be_placed() -> None:
    votes = Votes(near=[TOGETHER, PARTED], strict=[TOGETHER, PARTED])
    found = sureness(votes, PARTED)

    assert (found.confidences[2], found.doubtful[2]) == (0.25, True)


def test_two_families_brought_together_whole_leave_nobody_to_be_placed() -> None:
    votes = Votes(near=[TOGETHER, [[0, 1, 2, 3, 4]]], strict=[TOGETHER])

    assert sureness(votes, TOGETHER) == Sureness((1.0,) * 5, (False,) * 5)


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
    assert confidence(same, "1") == 1.0
    assert 0 < confidence(near, "3") < 1


def test_what_people_put_together_is_sure(debate: list[Text]) -> None:
    result = group(debate, constraints=Constraints(together=(("b3", "d3"),)))
    family = next(family for family in result.families if "b3" in family.members)

    assert (family.members, family.confidences, family.doubtful) == (("b3", "d3"), (1.0, 1.0), ())
