"""Presentations: what is on the slide, in the order it is read, then what the speaker says."""

from collections.abc import Callable
from io import BytesIO

import pptx
from pptx.presentation import Presentation
from pptx.util import Cm

from semailles.engines.blocks import Block, BlockKind, Locator
from semailles.engines.reading import read

SeenIn = Callable[[str, bytes], list[tuple[str, int, str]]]


def _saved(deck: Presentation) -> bytes:
    buffer = BytesIO()
    deck.save(buffer)
    return buffer.getvalue()


def test_title_bullets_and_speaker_notes() -> None:
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = "Fermer les canons\vd’ici 2030"
    body = slide.placeholders[1].text_frame
    body.text = "62 000 m³ stockés"
    nested = body.add_paragraph()
    nested.text, nested.level = "pleine en août", 1
    slide.notes_slide.notes_text_frame.text = "Le mot a fait débat.\n\n- Garder un tapis"
    path = ("Fermer les canons d’ici 2030",)

    document = read("restitution.pptx", _saved(deck))

    assert (document.kind, document.pages, document.title) == ("pptx", 1, path[0])
    assert document.blocks == (
        Block(path[0], BlockKind.TITLE, Locator(slide=1, paragraph=1)),
        Block("62 000 m³ stockés", BlockKind.ITEM, Locator(slide=1, paragraph=2), 1, path),
        Block("pleine en août", BlockKind.ITEM, Locator(slide=1, paragraph=3), 2, path),
        Block("Le mot a fait débat.", BlockKind.NOTE, Locator(slide=1, paragraph=4), 0, path),
        Block("Garder un tapis", BlockKind.NOTE, Locator(slide=1, paragraph=5), 0, path),
    )


def test_text_boxes_are_read_from_the_top_and_from_the_left(seen_in: SeenIn) -> None:
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    for text, left, top in (("En bas.", 1, 15), ("À droite.", 12, 8), ("À gauche.", 1, 8.2), ("Un titre sans place à lui", 2, 1)):
        slide.shapes.add_textbox(Cm(left), Cm(top), Cm(8), Cm(2)).text_frame.text = text

    assert seen_in("boites.pptx", _saved(deck)) == [
        ("title", 0, "Un titre sans place à lui"),
        ("paragraph", 0, "À gauche."),
        ("paragraph", 0, "À droite."),
        ("paragraph", 0, "En bas."),
    ]


def test_the_subtitle_of_the_first_slide_is_no_list(seen_in: SeenIn) -> None:
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[0])
    slide.shapes.title.text = "Après la neige"
    slide.placeholders[1].text = "Équipe 3"

    assert seen_in("garde.pptx", _saved(deck)) == [("title", 0, "Après la neige"), ("paragraph", 0, "Équipe 3")]


def test_tables_and_groups_are_read(seen_in: SeenIn) -> None:
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "Qui fait quoi"
    table = slide.shapes.add_table(2, 2, Cm(1), Cm(5), Cm(10), Cm(3)).table
    for (row, column), text in (((0, 0), "Chantier"), ((0, 1), "Porteur"), ((1, 0), "Solaire"), ((1, 1), "LEC")):
        table.cell(row, column).text = text
    group = slide.shapes.add_group_shape()
    group.shapes.add_textbox(Cm(1), Cm(12), Cm(4), Cm(1)).text_frame.text = "- Un verger"

    assert seen_in("tableau.pptx", _saved(deck)) == [("title", 0, "Qui fait quoi"), ("row", 0, "Solaire | LEC"), ("item", 1, "Un verger")]


def test_a_slide_without_title_has_no_path() -> None:
    deck = pptx.Presentation()
    deck.slides.add_slide(deck.slide_layouts[1]).shapes.title.text = "Merci"
    alone = deck.slides.add_slide(deck.slide_layouts[6])
    alone.shapes.add_textbox(Cm(1), Cm(1), Cm(4), Cm(1)).text_frame.text = "Photo de l’équipe"

    document = read("fin.pptx", _saved(deck))

    assert [(block.kind, block.text, block.locator, block.path) for block in document.blocks] == [
        (BlockKind.TITLE, "Merci", Locator(slide=1, paragraph=1), ()),
        (BlockKind.PARAGRAPH, "Photo de l’équipe", Locator(slide=2, paragraph=1), ()),
    ]
