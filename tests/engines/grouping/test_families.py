"""Families: what says the same stands together, what stands alone stays alone, people's corrections hold."""

import random

import pytest
from scipy import sparse

from semailles.engines.grouping import Constraints, Family, Grouping, Text, group
from semailles.engines.grouping.families import levelled


def family_of(result: Grouping, name: str) -> Family:
    return next(family for family in result.families if name in family.members)


def members(result: Grouping) -> set[tuple[str, ...]]:
    return {family.members for family in result.families}


def test_teams_that_say_the_same_with_other_words_meet(debate: list[Text]) -> None:
    result = group(debate)

    assert family_of(result, "a1").members == ("a1", "b1", "d1")
    assert family_of(result, "a2").members == ("a2", "b2", "d2")
    assert family_of(result, "a3").members == ("a3", "c1")
    assert family_of(result, "a4").members == ("a4", "c2")


def test_ideas_that_one_team_had_stay_alone(debate: list[Text]) -> None:
    result = group(debate)

    assert [family_of(result, name).members for name in ("b3", "b4", "c3", "d3")] == [("b3",), ("b4",), ("c3",), ("d3",)]


def test_near_subjects_are_not_the_same_idea() -> None:
    texts = [
        Text("1", "A", "Créer une piste cyclable le long du canal"),
        Text("2", "B", "Un atelier où l'on répare soi-même les lave-linge"),
        Text("3", "C", "Abaisser à minuit les lampadaires de la rue principale"),
        Text("4", "D", "Une assemblée d'habitants tirés au sort"),
    ]

    assert members(group(texts)) == {("1",), ("2",), ("3",), ("4",)}


def test_near_duplicates_of_one_team_join() -> None:
    texts = [
        Text("1", "A", "Ouvrir une recyclerie dans l'ancienne caserne"),
        Text("2", "A", "Une recyclerie dans l'ancienne caserne des pompiers"),
        Text("3", "A", "Goûter la soupe d'orties"),
    ]

    assert members(group(texts)) == {("1", "2"), ("3",)}


def test_every_text_stands_in_exactly_one_family(debate: list[Text]) -> None:
    result = group(debate)

    assert sorted(name for family in result.families for name in family.members) == sorted(text.id for text in debate)


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_rows_changes_nothing(debate: list[Text], seed: int) -> None:
    shuffled = list(debate)
    random.Random(seed).shuffle(shuffled)  # noqa: S311  # a shuffle for a test, no secret

    assert repr(group(shuffled)) == repr(group(debate))


def test_an_idea_more_leaves_the_other_families_as_they_were(debate: list[Text]) -> None:
    more = [*debate, Text("e1", "D", "Une fanfare pour la fête du village")]

    assert members(group(more)) == members(group(debate)) | {("e1",)}


def test_what_people_put_together_stays_together(debate: list[Text]) -> None:
    result = group(debate, constraints=Constraints(together=(("b3", "d3"), ("d3", "c3"))))

    assert family_of(result, "b3").members == ("b3", "c3", "d3")


def test_what_people_put_apart_stays_apart(debate: list[Text]) -> None:
    result = group(debate, constraints=Constraints(apart=(("a1", "b1"), ("a1", "d1"))))

    assert family_of(result, "a1").members == ("a1",)
    assert family_of(result, "b1").members == ("b1", "d1")


def test_same_words_put_apart_stay_apart() -> None:
    texts = [Text("1", "A", "Une maison de santé"), Text("2", "B", "Une maison de santé")]

    assert members(group(texts, constraints=Constraints(apart=(("2", "1"),)))) == {("1",), ("2",)}


def test_corrections_of_ideas_that_left_are_ignored(debate: list[Text]) -> None:
    gone = Constraints(together=(("a1", "gone"),), apart=(("gone", "b1"), ("a1", "a1")))

    assert group(debate, constraints=gone) == group(debate)


def test_nothing_gives_nothing() -> None:
    assert group([]) == Grouping(themes=(), families=())


def test_one_text_is_one_family() -> None:
    result = group([Text("1", "A", "Une légumerie")])

    assert [(family.title, family.members, family.strength) for family in result.families] == [("Une légumerie", ("1",), None)]


def test_identical_texts_are_one_idea() -> None:
    texts = [Text(str(number), team, "Une maison de santé") for number, team in enumerate("ABC")]

    assert members(group(texts)) == {("0", "1", "2")}


def test_texts_without_words_are_kept() -> None:
    texts = [Text("1", "A", ""), Text("2", "B", "  "), Text("3", "A", "…"), Text("4", "B", "Une légumerie")]
    result = group(texts)

    assert members(result) == {("1",), ("2",), ("3",), ("4",)}
    assert len({family.title for family in result.families}) == 4


def test_forty_teams_converge() -> None:
    texts = [Text(f"{number:02}", f"team {number:02}", "Planter des haies dans le bocage") for number in range(40)]
    family = group(texts).families[0]

    assert (len(family.members), len(family.teams), len(group(texts).families)) == (40, 40, 1)


def test_english_ideas_meet_too() -> None:
    texts = [
        Text("1", "A", "Solar panels on the roof of the school"),
        Text("2", "B", "Cover school roofs with solar panels"),
        Text("3", "B", "A choir for the elderly"),
    ]

    assert members(group(texts, lang="en")) == {("1", "2"), ("3",)}


def test_a_pair_in_a_crowd_must_be_nearer_than_a_pair_apart() -> None:
    crowd = [[0.0 if row == column else 0.3 for column in range(4)] for row in range(4)]
    near = sparse.block_diag([crowd, [[0.0, 0.3], [0.3, 0.0]]], format="csr")
    level = levelled(near)

    assert (level[0, 1], level[4, 5]) == (0.27, 0.36)


def test_two_texts_are_as_near_as_they_are() -> None:
    near = sparse.csr_matrix([[0.0, 0.3], [0.3, 0.0]])

    assert levelled(near).toarray().tolist() == [[0.0, 0.3], [0.3, 0.0]]


def test_copies_are_as_near_as_they_are() -> None:
    near = sparse.csr_matrix([[0.9, 0.3], [0.3, 0.0]])

    assert levelled(near).toarray().tolist() == [[0.9, 0.3], [0.3, 0.0]]
