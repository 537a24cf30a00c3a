import pytest
from hypothesis import given
from hypothesis import strategies as st

from semailles.core.texts.diff import Change, Piece, line_pieces, word_pieces

texts = st.text(alphabet="ab c\né’.", max_size=60)


def shown(pieces: list[Piece]) -> str:
    marks = {Change.EQUAL: "{}", Change.INSERT: "+[{}]", Change.DELETE: "-[{}]"}
    return "".join(marks[piece.change].format(piece.text) for piece in pieces)


@pytest.mark.parametrize("compare", [line_pieces, word_pieces])
@given(before=texts, after=texts)
def test_both_texts_can_be_read_in_their_pieces(compare: type[list[Piece]], before: str, after: str) -> None:
    pieces = compare(before, after)  # type: ignore[call-arg]  # one of the two functions

    assert "".join(piece.text for piece in pieces if piece.change != Change.INSERT) == before
    assert "".join(piece.text for piece in pieces if piece.change != Change.DELETE) == after


@given(texts)
def test_a_text_that_did_not_change_is_one_piece(text: str) -> None:
    assert word_pieces(text, text) == ([Piece(Change.EQUAL, text)] if text else [])


def test_words_that_changed_are_shown_in_their_line() -> None:
    before, after = "Constat\nLes cantines achètent loin.", "Constat\nLes dix cantines achètent très loin."

    assert shown(word_pieces(before, after)) == "Constat\nLes+[ dix] cantines achètent +[très ]loin."


def test_lines_that_changed_are_shown_whole() -> None:
    assert shown(line_pieces("un\ndeux\ntrois", "un\nDEUX\ntrois")) == "un\n-[deux\n]+[DEUX\n]trois"


def test_a_very_long_paragraph_is_shown_whole() -> None:
    before, after = "mot " * 3000, "autre " * 3000

    assert word_pieces(before, after) == [Piece(Change.DELETE, before), Piece(Change.INSERT, after)]
