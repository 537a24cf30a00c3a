"""What people settled: contradictions are named, families that stand do not move, the others find their place beside them."""

from dataclasses import replace

import pytest

from semailles.engines.grouping import Constraints, Contradiction, Contradictory, Corpus, Grouping, Standing, Text, contradiction, group

SOLAR = Standing("solar", ("a2", "b2"), "Énergie")
VEGETABLES = Standing("vegetables", ("a1", "b1"), "Alimentation")


def members_of(result: Grouping, key: str) -> tuple[str, ...]:
    return next(family.members for family in result.families if family.key == key)


def theme_of(result: Grouping, member: str) -> str:
    return next(theme.title for theme in result.themes if member in theme.members)


def test_corrections_that_agree_contradict_nothing() -> None:
    assert contradiction(Constraints(together=(("1", "2"), ("2", "3")), apart=(("1", "4"), ("5", "5")))) is None


def test_a_contradiction_names_the_shortest_chain_as_it_was_given() -> None:
    wanted = Constraints(together=(("1", "2"), ("3", "2"), ("3", "4"), ("1", "5"), ("5", "4"), ("8", "9")), apart=(("8", "1"), ("4", "1")))

    assert contradiction(wanted) == Contradiction(("4", "1"), (("5", "4"), ("1", "5")))


def test_a_pair_both_together_and_apart_contradicts_itself() -> None:
    assert contradiction(Constraints((("1", "2"),), (("2", "1"),))) == Contradiction(("2", "1"), (("1", "2"),))


def test_a_contradiction_is_refused_by_name(debate: list[Text]) -> None:
    with pytest.raises(Contradictory, match="a1 and b1 stand apart, yet together through a1\\+b3, b3\\+b1") as refused:
        group(debate, constraints=Constraints(together=(("a1", "b3"), ("b3", "b1")), apart=(("a1", "b1"),)))

    assert refused.value.contradiction == Contradiction(("a1", "b1"), (("a1", "b3"), ("b3", "b1")))


def test_a_chain_through_an_idea_that_left_binds_nobody(debate: list[Text]) -> None:
    through_gone = Constraints(together=(("a1", "gone"), ("gone", "b1")), apart=(("a1", "b1"),))
    family = next(family for family in group(debate, constraints=through_gone).families if "a1" in family.members)

    assert "b1" not in family.members


def test_a_new_idea_joins_the_family_that_says_the_same(debate: list[Text]) -> None:
    result = Corpus(debate).place([SOLAR, VEGETABLES])

    assert members_of(result, "solar") == ("a2", "b2", "d2")
    assert members_of(result, "vegetables") == ("a1", "b1", "d1")


def test_members_of_a_standing_family_stay_however_odd_it_is(debate: list[Text]) -> None:
    odd, rest = Standing("odd", ("a1", "b2", "c3")), Standing("rest", ("b1", "a2"))
    result = Corpus(debate).place([odd, rest], constraints=Constraints((("a1", "b1"),), (("a1", "c3"),)))

    assert members_of(result, "odd")[:3] == ("a1", "b2", "c3")
    assert {"b1", "a2"} <= set(members_of(result, "rest"))


def test_new_ideas_that_say_the_same_form_a_family(debate: list[Text]) -> None:
    result = Corpus(debate).place([SOLAR])

    assert next(family for family in result.families if "a1" in family.members).members == ("a1", "b1", "d1")
    assert [family.key for family in result.families if family.key] == ["solar"]


def test_a_new_idea_obeys_what_people_asked(debate: list[Text]) -> None:
    result = Corpus(debate).place([SOLAR, VEGETABLES], constraints=Constraints(together=(("d1", "a2"),), apart=(("d2", "b2"),)))

    assert members_of(result, "solar") == ("a2", "b2", "d1")
    assert members_of(result, "vegetables") == ("a1", "b1")


def test_standing_themes_keep_and_a_new_family_goes_beside_them() -> None:
    texts = [
        Text("1", "A", "Des panneaux solaires sur le toit de l'école"),
        Text("2", "B", "Un verger partagé"),
        Text("3", "C", "Une chaudière solaire pour la piscine et l'école"),
    ]
    result = Corpus(texts).place([Standing("sun", ("1",), "Le soleil"), Standing("orchard", ("2",), "Le vivant")])

    assert [theme_of(result, name) for name in "123"] == ["Le soleil", "Le vivant", "Le soleil"]


def test_placing_among_nothing_that_stands_is_grouping(debate: list[Text]) -> None:
    corpus = Corpus(debate)

    assert corpus.place([Standing("gone", ("gone",))]) == corpus.group() == group(debate)


def test_describing_moves_nothing_and_shows_why(debate: list[Text]) -> None:
    result = Corpus(debate).describe([Standing("mixed", ("b3", "a1", "b1", "gone"), "Divers"), Standing("gone", ("gone",))])
    family = result.families[0]

    assert [(one.key, one.members) for one in result.families] == [("mixed", ("a1", "b1", "b3"))]
    assert [(theme.title, theme.members) for theme in result.themes] == [("Divers", ("a1", "b1", "b3"))]
    assert {family.links[0].a, family.links[0].b} == {"a1", "b1"}


def test_what_grouping_found_is_described_with_the_same_evidence(debate: list[Text]) -> None:
    corpus = Corpus(debate)
    found = corpus.group()
    standing = [Standing(family.medoid, family.members, found.themes[family.theme].title) for family in found.families]
    result = corpus.describe(standing)

    assert [replace(family, key="", theme=0) for family in result.families] == [replace(family, theme=0) for family in found.families]
    assert sorted((theme.title, theme.members) for theme in result.themes) == sorted((theme.title, theme.members) for theme in found.themes)


def test_only_the_families_asked_are_described_and_as_they_were(debate: list[Text]) -> None:
    corpus = Corpus(debate)
    standing = [Standing(family.medoid, family.members) for family in corpus.group().families]
    whole = {family.key: family for family in corpus.describe(standing).families}
    asked = [family.key for family in corpus.describe(standing).families[1:3]]

    assert corpus.describe(standing, only=asked).families == tuple(whole[key] for key in asked)


def test_two_ideas_that_people_put_together_are_sure_of_each_other(debate: list[Text]) -> None:
    corpus, odd = Corpus(debate), [Standing("odd", ("b3", "d3"))]
    before = corpus.describe(odd).families[0]
    after = corpus.describe(odd, constraints=Constraints(together=(("d3", "b3"),))).families[0]

    assert (before.confidences, before.doubtful) == ((0.0, 0.0), ("b3", "d3"))
    assert (after.confidences, after.doubtful) == ((1.0, 1.0), ())


def test_a_title_that_is_taken_is_not_given_again(debate: list[Text]) -> None:
    corpus, alone = Corpus(debate), [Standing("d3", ("d3",))]

    assert corpus.describe(alone).families[0].title == "Un médecin salarié par la commune"
    assert corpus.describe(alone, taken=["un médecin salarié par la commune"]).families[0].title == "Un médecin salarié par la commune (2)"


def test_a_family_whose_theme_nobody_set_is_described_without_one(debate: list[Text]) -> None:
    result = Corpus(debate).describe([Standing("d3", ("d3",))])

    assert (result.families[0].theme, result.themes) == (-1, ())


def test_an_idea_claimed_twice_stays_in_the_first_family(debate: list[Text]) -> None:
    result = Corpus(debate).place([Standing("one", ("a1", "a1")), Standing("two", ("a1", "b3"))])

    assert ("a1" in members_of(result, "one"), members_of(result, "two")) == (True, ("b3",))


def test_an_empty_debate_stands_empty() -> None:
    assert Corpus([]).place([SOLAR]) == Corpus([]).describe([SOLAR]) == Grouping((), ())
