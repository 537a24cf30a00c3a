"""Words that people confirmed to be one are heard as one, and shown as they were written."""

from semailles.engines.grouping import Corpus, Equivalence, GivenTheme, Neighbourhood, Text
from semailles.engines.grouping.hearing import Ear

AMAP = Equivalence("AMAP", ("association pour le maintien d’une agriculture paysanne",))
BOARD = Equivalence("CA", ("conseil d'administration",))
TEXTS = [
    Text("1", "A", "Une AMAP au hameau des Aulnes"),
    Text("2", "B", "Lancer l'Association pour le Maintien de l'Agriculture Paysanne"),
    Text("3", "C", "Une fanfare pour le carnaval"),
    Text("4", "C", "Un lavoir restauré"),
]


def heard(text: str, *equivalences: Equivalence) -> str:
    return Ear(equivalences, "fr").hear(text).text


def families(*equivalences: Equivalence) -> list[tuple[str, ...]]:
    return sorted(family.members for family in Corpus(TEXTS, equivalences=equivalences).group().families)


def test_two_ways_of_saying_meet_once_people_confirmed_them() -> None:
    assert families() == [("1",), ("2",), ("3",), ("4",)]
    assert families(AMAP) == [("1", "2"), ("3",), ("4",)]


def test_titles_and_members_stay_as_written_and_the_notion_is_shown() -> None:
    family = next(family for family in Corpus(TEXTS, equivalences=[AMAP]).group().families if len(family.members) > 1)

    assert family.links[0].words == ("≈ AMAP", "≈ circuit court")
    assert family.title in {text.text for text in TEXTS} | {"Association pour le Maintien de l'Agriculture Paysanne"}


def test_a_form_is_heard_in_the_plural_with_other_articles_and_capitals() -> None:
    assert heard("Des associations pour le maintien de l'agriculture paysanne, ici.", AMAP) == "Des AMAP, ici."


def test_a_form_is_a_whole_expression_of_whole_words() -> None:
    assert heard("Le maintien d'une agriculture paysanne", AMAP) == "Le maintien d'une agriculture paysanne"
    assert heard("Un vélodrome", Equivalence("bicyclette", ("vélo",))) == "Un vélodrome"


def test_the_longest_form_wins() -> None:
    short, long = Equivalence("écoute", ("conseil",)), Equivalence("bureau", ("conseil d'administration",))

    assert heard("Le conseil d'administration et un conseil", short, long) == "Le bureau et un écoute"


def test_an_acronym_that_reads_as_a_small_word_is_heard_in_capitals_only() -> None:
    assert heard("Le CA décide, et ça ira", BOARD) == "Le conseil d'administration décide, et ça ira"


def test_a_word_that_both_wrote_is_shown_once() -> None:
    texts = [Text("1", "A", "Une AMAP au hameau"), Text("2", "B", "Une AMAP au village")]

    assert Neighbourhood(texts, equivalences=[AMAP]).of("1", most=1)[0].words[:2] == ("AMAP", "≈ circuit court")


def test_what_one_wrote_in_full_is_near_what_the_other_cut_short() -> None:
    assert [link.b for link in Neighbourhood(TEXTS, equivalences=[AMAP]).of("1", most=1)] == ["2"]


def test_a_given_theme_is_heard_in_the_same_words() -> None:
    same = Equivalence("grabotte musicale nocturne", ("fanfare",))
    texts = [Text("1", "A", "Une fanfare"), Text("2", "B", "Un lavoir"), Text("3", "C", "Un moulin")]
    result = Corpus(texts, equivalences=[same]).group([GivenTheme("Fanfare"), GivenTheme("Grabotte musicale nocturne")])

    assert [(theme.title, theme.members) for theme in result.themes if theme.is_given] == [
        ("Fanfare", ("1",)),
        ("Grabotte musicale nocturne", ()),
    ]


def test_an_equivalence_that_nobody_says_changes_nothing() -> None:
    unheard = Equivalence("tramway", ("tram",))

    assert Corpus(TEXTS, equivalences=[unheard]).group() == Corpus(TEXTS).group()
