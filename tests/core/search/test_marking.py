import pytest

from semailles.core.search import Piece, extract, pieces
from semailles.core.search.marking import places
from semailles.core.search.terms import sought

TEXT = "Une légumerie de proximité pour les cantines du plateau, tenue par les maraîchers et par les communes qui le veulent."


def shown(cut: list[Piece]) -> str:
    return "".join(f"[{piece.text}]" if piece.is_found else piece.text for piece in cut)


def test_a_text_is_cut_where_words_were_found() -> None:
    assert shown(pieces("Les légumes, l’eau", places("Les légumes, l’eau", sought("eaux legume"), "fr"))) == "Les [légumes], l’[eau]"


def test_a_text_without_a_word_found_is_one_piece() -> None:
    assert pieces("Haies", ()) == [Piece("Haies", is_found=False)]


@pytest.mark.parametrize(
    ("question", "length", "extracted"),
    [
        ("légumerie", 40, "Une [légumerie] de proximité pour les…"),
        ("communes", 60, "…par les maraîchers et par les [communes] qui le veulent."),
        ("communes", 90, "…les cantines du plateau, tenue par les maraîchers et par les [communes] qui le veulent."),
        ("tramway", 30, "Une légumerie de proximité…"),
        ("plateau", 500, TEXT.replace("plateau", "[plateau]")),
    ],
)
def test_an_extract_shows_the_first_word_found_among_whole_words(question: str, length: int, extracted: str) -> None:
    assert shown(extract(TEXT, places(TEXT, sought(question), "fr"), length=length)) == extracted


def test_a_text_without_spaces_is_cut_all_the_same() -> None:
    assert shown(extract("a" * 500, (), length=10)) == "a" * 10 + "…"
