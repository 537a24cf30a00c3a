"""Fixed words in both languages, and what only repeats a title."""

import pytest

from semailles.engines.typesetting.repeating import rest_of, says_again
from semailles.engines.typesetting.tree import LABELS
from semailles.engines.typesetting.typography import joint
from semailles.engines.typesetting.wording import worded


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_fixed_word_is_given(lang: str) -> None:
    words = worded({}, lang)

    assert (set(words) ^ set(LABELS), [name for name in LABELS if not words[name].strip()]) == (set(), [])


def test_no_word_is_left_in_the_other_language() -> None:
    french, english = worded({}, "fr"), worded({}, "en")

    assert {name for name in LABELS if french[name] == english[name]} == {"page", "mentions"}


def test_a_label_of_the_tree_comes_first() -> None:
    assert worded({"theme": "Sujet"}, "fr")["theme"] == "Sujet"


def test_a_text_says_its_title_again() -> None:
    title = "Relever les modèles de maisons sur le cadastre"

    assert [
        says_again(text, title)
        for text in (
            "relever les modèles de maisons, sur le cadastre.",
            "Relever les modèles de maisons…",
            "Les modèles de maisons, relever le cadastre",
            "Deux écoles, un trimestre, un relevé des coûts",
            "",
        )
    ] == [True, True, True, False, False]


def test_a_quote_is_printed_without_the_title_that_begins_it() -> None:
    title = "Ouvrir une halle à la gare…"

    assert [
        rest_of(quote, title)
        for quote in (
            "Ouvrir une halle à la gare, et la tenir à trois.",
            "« Ouvrir une halle à la gare »",
            "Ouvrir une halle à la garenne, et la tenir.",
            "Tenir une halle.",
        )
    ] == ["… et la tenir à trois.", "", "Ouvrir une halle à la garenne, et la tenir.", "Tenir une halle."]


def test_signs_between_statements_take_the_space_of_their_language() -> None:
    assert [joint("mot", sign, lang) for sign in (",", ".", ";", ":", "et") for lang in ("fr", "en")] == [
        *("", "", "", "", "\u202f", "", "\u00a0", "", " ", " "),
    ]


def test_nothing_stands_before_the_first_statement_or_after_a_bracket() -> None:
    assert (joint("", "mot", "fr"), joint("(", "mot", "fr")) == ("", "")
