"""Cards for a wall: what stands on each, how they lie on the paper, and that they are only ever words."""

import re
from collections.abc import Sequence
from dataclasses import replace

import pypdfium2
import pytest

from semailles.engines.typesetting import cards_pdf
from semailles.engines.typesetting.cards import Card, Deck, Paper, deck_values
from semailles.engines.typesetting.tree import Team

TEAMS = (Team("A", "a-rives", "Les rives"), Team("B", "b-bourgs", "Les bourgs"))
CARD = Card("A12", "A", "Créer une légumerie partagée", "On installerait une légumerie commune.", "notes.docx, p. 4", "fr", "à valider")
MILLIMETRE = 72 / 25.4


def deck(*cards: Card, paper: Paper = Paper.A4, blanks: int = 0) -> Deck:
    return Deck("fr", "Cartes du mur", "Vallée de l'Orve", TEAMS, cards, paper, blanks, "Idée nouvelle, ou titre d'un groupe")


def pages(printed: bytes) -> list[str]:
    opened = pypdfium2.PdfDocument(printed)
    texts = [" ".join(page.get_textpage().get_text_bounded().split()) for page in opened]
    opened.close()
    return texts


def sizes(printed: bytes) -> set[tuple[int, int]]:
    opened = pypdfium2.PdfDocument(printed)
    found = {(round(page.get_width() / MILLIMETRE), round(page.get_height() / MILLIMETRE)) for page in opened}
    opened.close()
    return found


def marks_on(texts: Sequence[str]) -> list[list[str]]:
    return [re.findall(r"\bA\d+\b", text) for text in texts]


def test_a_card_says_its_mark_its_title_its_words_its_team_and_its_page() -> None:
    assert pages(cards_pdf(deck(CARD, paper=Paper.A6)).pdf) == [
        "A A12 Les rives Créer une légumerie partagée «\u202fOn installerait une légumerie commune.\u202f» notes.docx, p.\u00a04 à valider".replace(
            "\u202f", " "
        ).replace("\u00a0", " ")
    ]


def test_four_cards_stand_on_a_sheet_and_blank_ones_fill_the_last() -> None:
    printed = cards_pdf(deck(*(replace(CARD, mark=f"A{rank}") for rank in range(1, 6))))
    texts = pages(printed.pdf)

    assert (printed.pages, marks_on(texts), texts[1].count("IDÉE NOUVELLE"), sizes(printed.pdf)) == (
        2,
        [["A1", "A2", "A3", "A4"], ["A5"]],
        3,
        {(297, 210)},
    )


def test_cards_that_are_cut_already_stand_one_a_page() -> None:
    printed = cards_pdf(deck(CARD, replace(CARD, mark="A13"), paper=Paper.A6, blanks=1))

    assert (marks_on(pages(printed.pdf)), sizes(printed.pdf)) == ([["A12"], ["A13"], []], {(148, 105)})


def test_blank_cards_may_be_printed_alone() -> None:
    assert cards_pdf(deck(blanks=5)).pages == 2


def test_words_that_are_the_title_are_not_said_twice() -> None:
    told = deck_values(deck(replace(CARD, quote="Créer une légumerie partagée.")))

    assert told["cards"][0]["quote"] == ""


@pytest.mark.parametrize("words", ['#read("/etc/passwd")', "*gras* $a$ @b <c>", "Vélo 🚲 東京\x00", "Long" * 90, "Un mot. " * 900])
def test_whatever_people_typed_a_card_keeps_to_its_place(words: str) -> None:
    card = replace(CARD, title=words[:300], quote=words, source=words[:200])

    printed = cards_pdf(deck(card, card, card, card))

    assert (printed.pages, "root:" in "".join(pages(printed.pdf))) == (1, False)


def test_the_file_claims_both_standards_and_comes_out_the_same() -> None:
    first, second = (cards_pdf(deck(CARD, blanks=1)).pdf for _ in range(2))
    claims = [re.search(pattern, first) is not None for pattern in (rb"<pdfuaid:part>1<", rb"<pdfaid:part>2<", rb"<pdfaid:conformance>A<")]

    assert (first == second, claims) == (True, [True, True, True])
