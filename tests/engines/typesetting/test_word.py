"""The editable book."""

from io import BytesIO

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from sample import book

from semailles.engines.typesetting import roadmap_docx
from semailles.engines.typesetting.tree import IdeaEntry
from semailles.engines.typesetting.word_parts import repeats


@pytest.fixture(scope="module")
def word() -> WordDocument:
    return Document(BytesIO(roadmap_docx(book())))


def headings(word: WordDocument, level: int) -> list[str]:
    return [line.text for line in word.paragraphs if line.style is not None and line.style.name == f"Heading {level}"]


def test_parts_come_in_the_order_of_the_printed_book(word: WordDocument) -> None:
    titles = headings(word, 1)

    assert (titles[:3], titles[-5:]) == (
        ["L’essentiel en une page", "Le récit", "Quatre regards, 11 thèmes"],
        ["Autres convergences", "Idées singulières", "Acteurs", "Index des idées", "Méthode"],
    )


def test_each_sheet_begins_a_page_and_has_its_seven_headings(word: WordDocument) -> None:
    sheets = [line for line in word.paragraphs if line.style is not None and line.style.name == "Heading 1" and line.text[:1].isdigit()]
    asked = [row.cells[0].text for table in word.tables for row in table.rows]

    assert (len(sheets), all(line.paragraph_format.page_break_before for line in sheets)) == (17, True)
    assert headings(word, 2).count("Pour qui") + asked.count("Pour qui") == 17


def test_columns_keep_their_widths(word: WordDocument) -> None:
    first = word.tables[0]

    assert ([round(column.width.cm, 1) for column in first.columns if column.width], first.autofit) == ([6.0, 2.5, 8.0], False)


def test_the_matrix_is_a_real_table_with_a_repeated_head(word: WordDocument) -> None:
    matrix = next(table for table in word.tables if table.cell(0, 0).text == "Thème")

    assert (len(matrix.rows), len(matrix.columns), matrix.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None) == (12, 5, True)


def test_contents_and_page_are_fields(word: WordDocument) -> None:
    body = [told.text.strip() for told in word.element.iter(qn("w:instrText"))]
    foot = [told.text.strip() for told in word.sections[0].footer._element.iter(qn("w:instrText"))]

    assert (body, foot) == (['TOC \\o "1-1" \\h \\z \\u'], ["PAGE"])


def test_references_lead_to_entries_that_exist(word: WordDocument) -> None:
    anchors = {link.get(qn("w:anchor")) for link in word.element.iter(qn("w:hyperlink"))}
    marks = [start.get(qn("w:name")) for start in word.element.iter(qn("w:bookmarkStart"))]

    assert (anchors - set(marks), len(marks)) == (set(), len(set(marks)))


def test_the_file_says_who_and_in_which_language(word: WordDocument) -> None:
    about = word.core_properties

    assert (about.author, about.title, about.language, about.created.year if about.created else 0) == (
        "Synthèse pro-active de l’atelier",
        "Semer la transition au sud",
        "fr-FR",
        2000,
    )


def test_the_same_tree_gives_the_same_file() -> None:
    assert roadmap_docx(book()) == roadmap_docx(book())


@pytest.mark.parametrize(
    ("title", "quote", "expected"),
    [
        ("Visiter l’ancienne laiterie", "visiter l'ancienne laiterie de Rives", True),
        ("Les légumes lavés près des champs…", "Les légumes lavés près des champs, puis livrés.", True),
        ("Une légumerie partagée", "Laver et couper les légumes près des champs", False),
    ],
)
def test_a_caption_does_not_say_again_what_is_quoted(title: str, quote: str, *, expected: bool) -> None:
    assert repeats(IdeaEntry("A1", "a", title, quote, "note.txt, § 2")) is expected
