"""Words found again by their letters, whatever stands between them."""

from semailles.engines.reading.letters import Stretch, letters_of, stretches


def _found(page: str, passage: str, start: int, end: int) -> tuple[list[str], str]:
    found, rest = stretches(letters_of(page), passage, start, end)
    return [page[stretch.first : stretch.last + 1] for stretch in found], rest


def test_a_word_cut_at_the_end_of_a_line_and_a_ligature_are_found() -> None:
    passage = "Ouvrir les officines de quartier."

    assert _found("Titre\nOuvrir les o\ufb03-\ncines de quartier .", passage, 7, 32) == (["les o\ufb03-\ncines de quartier"], "")


def test_of_two_equal_quotes_the_one_in_its_passage_is_meant() -> None:
    page = "Planter des haies. Et surtout planter des haies."
    found, _ = stretches(letters_of(page), "Et surtout planter des haies.", 11, 28)

    assert found == [Stretch(30, 46)]


def test_a_quote_that_a_page_interrupts_is_found_in_pieces() -> None:
    passage = "Une légumerie commune livrerait toutes les cantines de la vallée."

    assert _found("Une légumerie commune 12 Pied de page livrerait toutes les cantines", passage, 0, len(passage)) == (
        ["Une légumerie commune", "livrerait toutes les cantines"],
        "delavallee",
    )


def test_a_few_letters_are_not_looked_for_anywhere() -> None:
    assert _found("Le pédibus passe par la place.", "pédiluve", 0, 8) == ([], "pediluve")


def test_a_page_without_letters_holds_nothing() -> None:
    assert _found(" … ", "Un verger", 0, 9) == ([], "unverger")
