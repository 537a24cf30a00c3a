"""Titles read as a person would write them."""

import pytest

from semailles.engines.grouping import Constraints, Text, group
from semailles.engines.grouping.phrases import noun_phrases, spelling
from semailles.engines.grouping.shortening import TITLE_MAX, reads_as_title, shortened


@pytest.mark.parametrize(
    ("idea", "title"),
    [
        ("Il faudrait relancer la fête du four à pain.", "Relancer la fête du four à pain"),
        ("Pourquoi ne pas ouvrir la cour de l'école le samedi ?", "Ouvrir la cour de l'école le samedi"),
        ("Et nous proposons de planter des noyers", "Planter des noyers"),
        ("- Une navette vers la gare", "Une navette vers la gare"),
        ("2. Une chaufferie par village", "Une chaufferie par village"),
        ("Les habitants demandent un banc tous les deux cents mètres", "Un banc tous les deux cents mètres"),
        ("Dans la vallée, on pourrait ouvrir un refuge pour les oiseaux", "Ouvrir un refuge pour les oiseaux"),
    ],
)
def test_formulas_of_workshops_fall_off(idea: str, title: str) -> None:
    assert shortened(idea) == title


def test_a_long_idea_is_cut_where_a_reader_pauses() -> None:
    idea = "Une école de vannerie dans l'ancienne gare, ouverte aux adultes comme aux enfants, avec un jardin d'osier"

    assert shortened(idea) == "Une école de vannerie dans l'ancienne gare"


def test_a_title_never_grows_too_long() -> None:
    assert len(shortened("mot " * 60)) <= TITLE_MAX


def test_a_question_is_no_title() -> None:
    assert [reads_as_title(text) for text in ("Une halle couverte", "Pourquoi pas ?", "Elle viendrait le lundi", "")] == [
        True,
        False,
        False,
        False,
    ]


def test_phrases_are_cut_as_they_stand_in_the_text() -> None:
    text = "Le réseau de chaleur chauffe la piscine municipale"
    phrases = [phrase.written for phrase in noun_phrases(text, spelling([text], "fr"))]

    assert phrases == ["réseau de chaleur", "chaleur", "piscine", "piscine municipale"]


def test_terms_are_written_as_people_wrote_them(debate: list[Text]) -> None:
    written = " ".join(text.text for text in debate).lower().replace("-", " ")
    for family in group(debate).families:
        for term in family.terms:
            assert term.lower().replace("-", " ") in written


def test_two_families_never_bear_one_name() -> None:
    texts = [Text("1", "A", "Une halle"), Text("2", "B", "Une halle !"), Text("3", "B", "une halle")]
    result = group(texts, constraints=Constraints(apart=(("1", "2"), ("2", "3"), ("1", "3"))))

    assert sorted(family.title for family in result.families) == ["Une halle", "Une halle (2)", "Une halle (3)"]


def test_english_debates_are_named_in_english() -> None:
    texts = [Text("1", "A", "A cycle path along the river"), Text("2", "B", "Safe bike lanes to the station"), Text("3", "B", "")]
    result = group(texts, lang="en")

    assert [theme.title for theme in result.themes] == ["Mobility"]
    assert [family.title for family in result.families] == ["Safe bike lanes to the station", "No text"]
