"""A text that cannot be set says so in its place; the rest of the sheet, and of the book, is printed."""

from dataclasses import replace

import pypdfium2
import pytest
from project_sample import carried_book, pages

from semailles.engines.typesetting.project_pages import Form, ProjectPages
from semailles.engines.typesetting.prose import Block, Kind, Run
from semailles.engines.typesetting.sheet_paper import SheetPaper
from semailles.engines.typesetting.tree import Printed
from semailles.publication.sound import sound_book, sound_sheet

UNSETTABLE = (Block(Kind.PARAGRAPH, (Run("ici", url=f"https://exemple.fr/{'a' * 9000}"),)),)


def words_of(printed: Printed) -> str:
    with_pages = pypdfium2.PdfDocument(printed.pdf)
    text = " ".join(" ".join(page.get_textpage().get_text_bounded() for page in with_pages).split())
    with_pages.close()
    return text


@pytest.fixture
def unsettable() -> ProjectPages:
    one = pages("Un texte qui tient.")
    return replace(one, texts={**one.texts, "stakes": replace(one.texts["stakes"], blocks=UNSETTABLE)})


def test_a_heading_that_cannot_be_set_says_so_and_the_sheet_is_printed(unsettable: ProjectPages) -> None:
    book = carried_book(unsettable)

    printed = sound_sheet(SheetPaper("fr", "Val d’Orvanne", book.teams, book.ideas, book.sheets[0], Form.FOUR))

    assert (printed.pages, "Stakes » could not be printed" in words_of(printed), "Un texte qui tient." in words_of(printed)) == (
        4,
        True,
        True,
    )


def test_one_sheet_never_takes_the_book_with_it(unsettable: ProjectPages) -> None:
    told = words_of(sound_book(carried_book(unsettable, pages("Une autre fiche tient."))))

    assert ("Stakes » could not be printed" in told, "Une autre fiche tient." in told) == (True, True)
