"""Pages and slides as pictures, and the rectangles under their words."""

from io import BytesIO

import pptx
import pytest
import typst
from lxml import etree
from PIL import Image
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.presentation import Presentation
from pptx.util import Cm, Pt

from semailles.engines.reading import Reason, UnreadableError
from semailles.engines.reading.pictures import Mark, marks, picture, sizes

SVG = "{http://www.w3.org/2000/svg}"
LONG = "Une légumerie commune laverait et couperait les légumes de dix fermes pour les cantines de la vallée"


def _pdf(source: str) -> bytes:
    return typst.compile(f'#set page(width: 300pt, height: 200pt, margin: 20pt)\n#set text(lang: "fr", size: 10pt)\n{source}'.encode())


def _saved(deck: Presentation) -> bytes:
    buffer = BytesIO()
    deck.save(buffer)
    return buffer.getvalue()


def _deck() -> tuple[Presentation, object]:
    deck = pptx.Presentation()
    return deck, deck.slides.add_slide(deck.slide_layouts[6])


def _texts(content: bytes) -> list[str]:
    return [text.text or "" for text in etree.fromstring(content).iter(f"{SVG}text")]


def test_a_pdf_page_is_drawn_in_its_proportions() -> None:
    content = _pdf("Une page\n#pagebreak()\nUne autre")
    drawn = picture("pdf", content, 2)

    assert (sizes("pdf", content), drawn.media_type, Image.open(BytesIO(drawn.content)).size) == (
        [(300, 200), (300, 200)],
        "image/png",
        (459, 306),
    )


def test_a_page_that_does_not_exist_is_refused() -> None:
    with pytest.raises(UnreadableError) as caught:
        picture("pdf", _pdf("Une page"), 2)

    assert caught.value.reason == Reason.NO_TEXT


def test_what_is_no_pdf_is_damaged_and_what_has_no_pages_has_no_picture() -> None:
    reasons = []
    for kind in ("pdf", "pptx", "csv"):
        with pytest.raises(UnreadableError) as caught:
            picture(kind, b"%PDF-1.7 rien", 1)
        reasons.append(caught.value.reason)

    assert reasons == [Reason.DAMAGED, Reason.DAMAGED, Reason.UNKNOWN_FORMAT]


def test_a_quote_is_marked_once_a_line_where_it_stands() -> None:
    found = marks("pdf", _pdf(f"Avant tout. {LONG}."), 1, f"Avant tout. {LONG}.", (12, 12 + len(LONG)))

    assert found == {1: (Mark(x=67.3, y=18.5, width=202.0, height=11.4), Mark(x=19.1, y=31.6, width=212.2, height=11.4))}


def test_the_marks_of_a_turned_page_stand_where_the_page_is_shown() -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument(_pdf("Planter des haies"))
    document[0].set_rotation(90)
    turned = BytesIO()
    document.save(turned)
    upright, shown = (
        marks("pdf", content, 1, "Planter des haies", (0, 17))[1][0] for content in (_pdf("Planter des haies"), turned.getvalue())
    )

    assert (shown.width, shown.height) == (upright.height, upright.width)
    assert (round(200 - shown.x - shown.width, 1), shown.y) == (upright.y, upright.x)


def test_a_quote_that_goes_over_the_page_is_marked_on_both() -> None:
    content = _pdf(f"#block(height: 115pt)[Haut]\n{LONG}. {LONG}.")
    found = marks("pdf", content, 1, f"{LONG}. {LONG}.", (0, 2 * len(LONG) + 2))

    assert sorted(found) == [1, 2]


def test_a_quote_that_is_not_there_marks_nothing() -> None:
    assert marks("pdf", _pdf("Autre chose"), 1, LONG, (0, len(LONG))) == {}


def test_a_slide_says_its_words_where_they_stand() -> None:
    deck, slide = _deck()
    box = slide.shapes.add_textbox(Cm(2), Cm(3), Cm(10), Cm(2))  # type: ignore[attr-defined]  # python-pptx is not typed
    box.text_frame.text = "Planter mille arbres\vavant 2030"
    box.text_frame.paragraphs[0].runs[0].font.size = Pt(20)
    content = _saved(deck)

    root = etree.fromstring(picture("pptx", content, 1).content)
    placed = [(text.text, float(text.get("x")), float(text.get("font-size"))) for text in root.iter(f"{SVG}text")]

    assert (root.get("viewBox"), sizes("pptx", content)) == ("0 0 720 540", [(720.0, 540.0)])
    assert placed == [("Planter mille arbres", 63.9, 20.0), ("avant 2030", 63.9, 20.0)]


def test_the_words_of_a_slide_are_marked() -> None:
    deck, slide = _deck()
    slide.shapes.add_textbox(Cm(2), Cm(3), Cm(20), Cm(2)).text_frame.text = "Planter mille arbres"  # type: ignore[attr-defined]  # the same

    found = marks("pptx", _saved(deck), 1, "Planter mille arbres", (8, 13))

    assert found == {1: (Mark(x=128.0, y=89.1, width=42.4, height=22.5),)}


def test_a_slide_draws_tables_groups_and_what_pictures_show() -> None:
    deck, slide = _deck()
    shapes = slide.shapes  # type: ignore[attr-defined]  # the same
    table = shapes.add_table(1, 2, Cm(1), Cm(1), Cm(10), Cm(2)).table
    table.cell(0, 0).text, table.cell(0, 1).text = "Chantier", "Porteur"
    photo = BytesIO()
    Image.new("RGB", (20, 10)).save(photo, "PNG")
    shapes.add_picture(BytesIO(photo.getvalue()), Cm(12), Cm(1), Cm(8), Cm(4))._element.nvPicPr.cNvPr.set("descr", "La place du marché")
    shapes.add_group_shape().shapes.add_textbox(Cm(1), Cm(8), Cm(9), Cm(1)).text_frame.text = "Un verger"
    oval = shapes.add_shape(MSO_SHAPE.OVAL, Cm(1), Cm(12), Cm(5), Cm(3))
    oval.fill.solid()
    oval.fill.fore_color.rgb = RGBColor(0x2C, 0x5A, 0x38)
    content = picture("pptx", _saved(deck), 1).content

    grounds = [(one.tag.removeprefix(SVG), one.get("fill")) for one in etree.fromstring(content) if one.tag.endswith(("rect", "ellipse"))]
    assert grounds == [("rect", "#ffffff"), ("rect", "none"), ("rect", "none"), ("rect", "#e7e2d6"), ("ellipse", "#2C5A38")]
    assert _texts(content) == ["La place du marché", "Chantier", "Porteur", "Un verger"]


def test_hostile_words_stay_words() -> None:
    deck, slide = _deck()
    slide.shapes.add_textbox(Cm(1), Cm(1), Cm(20), Cm(2)).text_frame.text = "<script>alert(1)</script> & \u202eà l’envers"  # type: ignore[attr-defined]  # the same

    content = picture("pptx", _saved(deck), 1).content

    assert _texts(content) == ["<script>alert(1)</script> & à l’envers"]
    assert b"<script" not in content


def test_an_endless_word_is_cut_into_lines() -> None:
    deck, slide = _deck()
    box = slide.shapes.add_textbox(Cm(1), Cm(1), Cm(10), Cm(5)).text_frame  # type: ignore[attr-defined]  # the same
    box.word_wrap, box.text = True, "n" * 200_000

    texts = _texts(picture("pptx", _saved(deck), 1).content)

    assert (len("".join(texts)), len(set(map(len, texts[:-1])))) == (4000, 1)
