"""Themes: people's own first, then broad subjects found."""

from semailles.engines.grouping import GivenTheme, Grouping, Text, group


def theme_of(result: Grouping, name: str) -> str:
    place = next(family.theme for family in result.families if name in family.members)
    return result.themes[place].title


def test_ideas_go_to_the_theme_that_people_named(debate: list[Text]) -> None:
    given = (GivenTheme("Énergie", ("toits solaires", "chaleur")), GivenTheme("Se déplacer", ("covoiturage", "train", "vélo")))
    result = group(debate, given=given)

    assert [theme_of(result, name) for name in ("a2", "b2", "d2")] == ["Énergie"] * 3
    assert [theme_of(result, name) for name in ("a3", "c1", "b4")] == ["Se déplacer"] * 3


def test_what_no_given_theme_wants_founds_its_own(debate: list[Text]) -> None:
    result = group(debate, given=(GivenTheme("Énergie", ("toits solaires",)),))

    assert [theme.is_given for theme in result.themes if theme.title == "Énergie"] == [True]
    assert theme_of(result, "a1") != "Énergie"


def test_a_given_theme_stands_when_nobody_spoke_of_it(debate: list[Text]) -> None:
    result = group(debate, given=(GivenTheme("Astronautique", ("fusée", "orbite")),))

    assert [(theme.is_given, theme.members) for theme in result.themes if theme.title == "Astronautique"] == [(True, ())]


def test_given_themes_stand_before_any_idea() -> None:
    result = group([], given=(GivenTheme("Eau", ("rivière",)),))

    assert [(theme.title, theme.terms, theme.members, theme.is_given) for theme in result.themes] == [("Eau", ("rivière",), (), True)]


def test_each_family_stands_in_one_theme_whole(debate: list[Text]) -> None:
    result = group(debate)
    place = {member: number for number, theme in enumerate(result.themes) for member in theme.members}

    for family in result.families:
        assert {place.get(member, -1) for member in family.members} == {family.theme}


def test_found_themes_are_named_after_their_field() -> None:
    texts = [Text(f"v{number}", "A", f"Une piste cyclable vers {place}") for number, place in enumerate(["la gare", "le port", "le lycée"])]
    texts += [
        Text(f"e{number}", "B", f"Économiser l'eau potable {place}") for number, place in enumerate(["au stade", "au lavoir", "chez soi"])
    ]
    titles = [theme.title for theme in group(texts).themes]

    assert sorted(title.split(",")[0] for title in titles) == ["Eau", "Mobilités"]


def test_largest_themes_come_first(debate: list[Text]) -> None:
    sizes = [len(theme.members) for theme in group(debate).themes]

    assert sizes == sorted(sizes, reverse=True)
