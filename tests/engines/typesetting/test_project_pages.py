"""A sheet that people carry takes four pages exactly, whatever they wrote or did not."""

import io
from dataclasses import replace

import pypdfium2
import pytest
from docx import Document
from PIL import Image
from project_sample import carried_book, pages

from semailles.engines.typesetting import roadmap_docx, roadmap_pdf
from semailles.engines.typesetting.project_pages import Drawings, Form, Photograph
from semailles.engines.typesetting.prose import blocks_of
from semailles.engines.typesetting.sheet_paper import SheetPaper, sheet_fits, sheet_pdf
from semailles.engines.typesetting.tree import Printed

SENTENCE = "La cantine achète à moins de trente kilomètres dès que la légumerie existe. "


def words_of(printed: Printed) -> list[str]:
    with_pages = pypdfium2.PdfDocument(printed.pdf)
    texts = [" ".join(page.get_textpage().get_text_bounded().split()) for page in with_pages]
    with_pages.close()
    return texts


@pytest.fixture(scope="module")
def printed() -> Printed:
    return roadmap_pdf(carried_book(pages(), pages(SENTENCE * 3, holders=5, lines=6), pages(SENTENCE * 40, holders=30, lines=3)))


def test_an_empty_a_middling_and_a_full_sheet_take_four_pages_each_and_open_on_the_right(printed: Printed) -> None:
    found = [
        index + 1 for index, text in enumerate(words_of(printed)) if "Projet 1 ·" in text or "Projet 2 ·" in text or "Projet 3 ·" in text
    ]

    assert found == [*range(found[0], found[0] + 12)]
    assert found[0] % 2 == 1


def test_a_book_with_such_sheets_folds_into_whole_leaves(printed: Printed) -> None:
    assert printed.pages % 4 == 0


def test_what_does_not_hold_is_said_by_sheet_and_page_with_its_excess(printed: Printed) -> None:
    told = words_of(printed)

    assert [where for where, _excess in printed.overflows] == ["sheet 3, page 1", "sheet 3, page 2"]
    assert all(excess > 100 for _where, excess in printed.overflows)
    assert sum("Cette page est trop longue de" in text for text in told) == 2


def test_a_full_ladder_leaves_out_the_least_committed_and_says_how_many(printed: Printed) -> None:
    assert [text for text in words_of(printed) if "Et 24 de plus." in text] != []


def paper(text: str, form: Form) -> SheetPaper:
    whole = carried_book(pages(text, holders=2, lines=2))
    return SheetPaper("fr", "Val d’Orvanne", whole.teams, whole.ideas, whole.sheets[0], form)


@pytest.mark.parametrize(("form", "count"), [(Form.FOUR, 4), (Form.TWO, 2), (Form.CARD, 1)])
def test_each_form_of_a_sheet_alone_keeps_its_pages_whatever_was_written(form: Form, count: int) -> None:
    assert [sheet_pdf(paper(text, form)).pages for text in ("", SENTENCE * 40)] == [count, count]


def test_a_page_says_how_many_lines_it_still_takes_then_how_many_are_too_many() -> None:
    free, full = sheet_fits(paper(SENTENCE, Form.CARD))[0], sheet_fits(paper("Une ligne.\n" * 25, Form.CARD))[0]

    assert (free.lines, full.lines) == (19, -5)
    assert [fit.page for fit in sheet_fits(paper(SENTENCE, Form.FOUR))] == [1, 2, 3, 4]


@pytest.mark.parametrize(("text", "size"), [(SENTENCE, (900, 600)), (SENTENCE * 9, (400, 1200))], ids=["large", "margin"])
def test_a_photograph_is_printed_with_who_made_it_on_the_second_page(text: str, size: tuple[int, int]) -> None:
    made = io.BytesIO()
    Image.new("RGB", size, "green").save(made, "JPEG")
    one = paper(text, Form.FOUR)
    shown = replace(one.sheet.pages, drawings=Drawings(photograph=Photograph(made.getvalue(), "Un champ vert", "Photo du syndicat")))

    printed = sheet_pdf(replace(one, sheet=replace(one.sheet, pages=shown)))

    assert (printed.pages, [index for index, told in enumerate(words_of(printed)) if "Photo du syndicat" in told]) == (4, [1])


def test_what_people_wrote_in_markdown_is_set_not_shown() -> None:
    text = 'Un **mot** fort.\n\n- une ligne\n- une autre\n\n1. d’abord\n\n| Poste | Prix |\n|---|---|\n| Haie | 4 |\n\n#read("/etc/passwd") et $a$'

    told = " ".join(words_of(roadmap_pdf(carried_book(pages(text)))))

    assert ("**" in told, "| Poste" in told, "Un mot fort." in told, "– une ligne" in told) == (False, False, True, True)
    assert '#read("/etc/passwd") et $a$' in told.replace("« ", '"').replace(" »", '"').replace("«\u202f", '"').replace("\u202f»", '"')


def test_the_editable_book_tells_the_same_of_a_project_that_people_carry() -> None:
    written = Document(io.BytesIO(roadmap_docx(carried_book(pages(SENTENCE, holders=2, lines=2)))))

    cells = [[" ".join(cell.text.split()) for cell in row.cells] for table in written.tables for row in table.rows]
    assert ["Syndicat 0", "porte", "pressenti · 12 mars 2027 · délibération"] in cells
    assert ["Jalon 1", "mai 2027", "prévu"] in cells
    assert ["Poste 1 · 2027, HT", "1 000 €"] in cells


@pytest.mark.parametrize("form", [Form.FOUR, Form.CARD])
def test_headings_without_a_word_and_endless_addresses_are_printed_around(form: Form) -> None:
    text = f"## Un titre\n\n##\n\n# [](https://x.fr)\n\n[ici](https://exemple.fr/{'a' * 9000})"

    (first, *_others) = words_of(sheet_pdf(paper(text, form)))

    assert ("UN TITRE" in first, "ici" in first) == (True, True)


def test_a_table_of_more_columns_than_the_page_is_said_row_by_row() -> None:
    columns = range(20)
    text = "\n".join("|" + "|".join(cells) + "|" for cells in ([f"titre{n}" for n in columns], ["---"] * 20, [f"mot{n}" for n in columns]))

    (first, *_others) = words_of(sheet_pdf(paper(text, Form.CARD)))

    assert "titre18 : mot18 · titre19 : mot19" in " ".join(first.replace("\u00a0", " ").split())


def test_of_a_text_that_no_page_holds_only_the_beginning_is_set_and_the_page_says_it_takes_more() -> None:
    endless = replace(pages(), card=replace(pages().card, blocks=blocks_of("- a\n" * 8000)))
    one = paper("", Form.CARD)

    printed = sheet_pdf(replace(one, sheet=replace(one.sheet, pages=endless)))

    assert ("trop longue d'au moins" in words_of(printed)[0].replace("’", "'"), printed.overflows[0][1] < 3000) == (True, True)


def test_a_sheet_alone_says_how_many_sources_it_leaves_to_the_screen() -> None:
    one = paper("", Form.FOUR)
    rows = tuple(("A1", f"Un titre {n}", "rapport.docx") for n in range(40))
    shown = replace(one.sheet.pages, provenance=replace(one.sheet.pages.provenance, rows=rows))

    told = words_of(sheet_pdf(replace(one, sheet=replace(one.sheet, pages=shown))))

    assert ("Et 10 de plus, sur la fiche à l'écran." in told[3].replace("’", "'"), "index" in " ".join(told)) == (True, False)


@pytest.mark.parametrize("title", ["🚲", "\u200b"])
def test_a_title_that_no_face_draws_is_printed_as_a_box(title: str) -> None:
    one = paper("", Form.CARD)

    assert "▯" in words_of(sheet_pdf(replace(one, sheet=replace(one.sheet, title=title))))[0]
