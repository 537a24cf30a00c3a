"""Spaces and signs of French, over strings and trees."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from semailles.engines.typesetting import french
from semailles.engines.typesetting.tree import IdeaEntry
from semailles.engines.typesetting.typography import english, euros, typeset

SIGNS = [
    *"aé9 €%;:!?«»\"'.,…§()-/@\u00a0\u202f\n",
    "...",
    "12",
    "000",
    "2015",
    "p.",
    "n°",
    "avril",
    "http://x.fr/a;b ",
    "b.docx",
    "1er",
    "14:30",
    "x@y.fr",
    "km",
    "euros",
    "M.",
    "\ue000",
]
texts = st.lists(st.sampled_from(SIGNS), max_size=16).map("".join)


@given(texts)
@settings(max_examples=400, deadline=None)
def test_setting_twice_changes_nothing(text: str) -> None:
    once = french(text)

    assert french(once) == once


@given(texts)
@example('"\xa0»"')
@settings(max_examples=200, deadline=None)
def test_the_light_english_pass_also_settles_at_once(text: str) -> None:
    once = english(text)

    assert english(once) == once


def test_high_signs_take_a_narrow_space() -> None:
    assert french("Qui signe ? Qui paie; et quand!") == "Qui signe\u202f? Qui paie\u202f; et quand\u202f!"


def test_the_colon_takes_a_full_space_and_a_time_none() -> None:
    assert french("Rendez-vous: mardi à 14:30") == "Rendez-vous\u00a0: mardi à 14:30"


def test_straight_quotes_become_guillemets() -> None:
    assert french('le groupe "gares" a dit «oui»') == "le groupe «\u202fgares\u202f» a dit «\u202foui\u202f»"


def test_apostrophes_and_ellipses_are_typographic() -> None:
    assert french("l'eau d'abord...") == "l’eau d’abord…"


def test_figures_hold_together() -> None:
    assert (
        french("12 000 €, 5000 €, 30 %, 2 km, 14 h 30") == "12\u202f000\u00a0€, 5\u202f000\u00a0€, 30\u00a0%, 2\u00a0km, 14\u00a0h\u00a030"
    )


def test_postcodes_and_years_are_left_in_one_piece() -> None:
    assert french("91000 Évry, en 2015 120 idées") == "91000 Évry, en 2015 120 idées"


def test_dates_and_places_hold_together() -> None:
    assert (
        french("le 1er avril 2015, p.12, n° 3, § 4, projet 9")
        == "le 1er\u00a0avril\u00a02015, p.\u00a012, n°\u00a03, §\u00a04, projet\u00a09"
    )


def test_addresses_and_file_names_are_never_touched() -> None:
    text = "https://exemple.fr/a?b=c;d! note'finale.docx animation+x@exemple.fr www.exemple.fr/?q"

    assert french(text) == text


def test_a_source_keeps_the_name_of_its_file() -> None:
    idea = IdeaEntry("A1", "A", "L'eau", "Quoi ?", "Compte rendu : fin 2015; l'eau.docx, p. 3")

    assert typeset(idea, "fr") == IdeaEntry("A1", "A", "L’eau", "Quoi\u202f?", "Compte rendu : fin 2015; l'eau.docx, p.\u00a03")


def test_english_keeps_its_own_spaces() -> None:
    assert english('Who\'s "in"? Yes: 12 000...') == "Who’s “in”? Yes: 12 000…"


def test_guillemets_become_english_quotation_marks() -> None:
    assert english("on « the mill » (2 teams)") == "on “the mill” (2 teams)"


def test_euros_follow_their_language() -> None:
    assert (euros(12000, "fr"), euros(12000, "en")) == ("12\u202f000\u00a0€", "€12,000")
