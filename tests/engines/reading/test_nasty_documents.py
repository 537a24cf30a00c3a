"""One document of each family with all that is hard in it: what is read is what a person sees, once, and nothing is lost."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any

import docx
import pptx
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.util import Cm

from semailles.engines.reading import read

SeenIn = Callable[[str, bytes], list[tuple[str, int, str]]]
_SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"), ("style", "style"))
)


def _odt(body: str, styles: str) -> bytes:
    content = (
        f'<?xml version="1.0"?><office:document-content {_SPACES}><office:automatic-styles>{styles}</office:automatic-styles>'
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
    return out.getvalue()


def _list(*items: str, more: str = "") -> str:
    return f"<text:list {more}>{''.join(f'<text:list-item>{item}</text:list-item>' for item in items)}</text:list>"


def _list_styles() -> str:
    levels = "".join(
        f'<text:list-level-style-number text:level="{rank}" style:num-format="{form}" style:num-suffix="{suffix}" text:display-levels="{shown}"/>'
        for rank, form, suffix, shown in ((1, "1", ".", 1), (2, "1", "", 2), (3, "a", ")", 1))
    )
    outline = (
        '<text:outline-style><text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/></text:outline-style>'
    )
    return f'<text:list-style style:name="L">{levels}</text:list-style>{outline}'


def _written_text() -> str:
    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Relevé de 2023.</text:p></text:note-body></text:note>"
    )
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    inner = (
        f"<table:table><table:table-row>{cell.format('Financeur')}{cell.format('Montant')}</table:table-row>"
        f"<table:table-row>{cell.format('Région')}{cell.format('5 000 €')}</table:table-row></table:table>"
    )
    return (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>le matin</text:p></text:deletion></text:changed-region></text:tracked-changes>"
        '<text:h text:outline-level="1">Constats</text:h>'
        f"<text:p>La source{note} baisse.<office:annotation><text:p>À vérifier.</text:p></office:annotation></text:p>"
        + _list("<text:p>Mobilités</text:p>" + _list("<text:p>Un car <text:change/>le soir</text:p>"), more='text:style-name="L"')
        + '<text:h text:outline-level="1">Suites</text:h>'
        + _list("<text:p>Énergie</text:p>" + _list("<text:p>Une régie</text:p>"), more='text:style-name="L" text:continue-numbering="true"')
        + "<text:p>Avant.<draw:frame><draw:text-box><text:p>Encadré.</text:p></draw:text-box></draw:frame></text:p>"
        + f"<table:table><table:table-row><table:table-cell><text:p>Cadre</text:p>{inner}</table:table-cell></table:table-row></table:table>"
    )


def test_an_opendocument_text(seen_in: SeenIn) -> None:
    assert seen_in("rapport.odt", _odt(_written_text(), _list_styles())) == [
        ("heading", 1, "I. Constats"),
        ("paragraph", 0, "La source baisse."),
        ("note", 0, "Relevé de 2023."),
        ("note", 0, "À vérifier."),
        ("item", 1, "Mobilités"),
        ("item", 2, "1.1 Un car le soir"),
        ("heading", 1, "II. Suites"),
        ("item", 1, "Énergie"),
        ("item", 2, "2.1 Une régie"),
        ("paragraph", 0, "Avant."),
        ("paragraph", 0, "Encadré."),
        ("paragraph", 0, "Cadre"),
        ("row", 0, "Région | 5 000 €"),
    ]


_DIAGRAM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"


def _smart_art(slide: Any, *texts: str) -> None:
    """A drawn diagram: its words are in a part of their own."""
    points = "".join(
        f'<dgm:pt modelId="{rank}"><dgm:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t></dgm:pt>' for rank, text in enumerate(texts)
    )
    xml = f'<dgm:dataModel xmlns:dgm="{_DIAGRAM}" xmlns:a="{_A}"><dgm:ptLst>{points}</dgm:ptLst></dgm:dataModel>'
    name, kind = PackURI("/ppt/diagrams/data1.xml"), "application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml"
    part = Part(name, kind, slide.part.package, xml.encode())
    link = slide.part.relate_to(part, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/diagramData")
    frame = (
        f'<p:graphicFrame xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="{_A}" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><p:nvGraphicFramePr><p:cNvPr id="90" name="Diagramme"/>'
        '<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="0" y="6000000"/><a:ext cx="1" cy="1"/></p:xfrm><a:graphic>'
        f'<a:graphicData uri="{_DIAGRAM}"><dgm:relIds xmlns:dgm="{_DIAGRAM}" r:dm="{link}"/></a:graphicData></a:graphic></p:graphicFrame>'
    )
    slide.shapes._spTree.append(parse_xml(frame))


def test_a_presentation(seen_in: SeenIn) -> None:
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = "Fermer les canons"
    slide.placeholders[1].text_frame.text = "Moins de neige\vplus d’eau"
    group = slide.shapes.add_group_shape()
    inner = group.shapes.add_group_shape()
    inner.shapes.add_textbox(Cm(1), Cm(11), Cm(4), Cm(1)).text_frame.text = "Dans un groupe de groupe."
    table = slide.shapes.add_table(3, 2, Cm(1), Cm(13), Cm(10), Cm(3)).table
    for (row, column), text in (
        ((0, 0), "Chantier"),
        ((0, 1), "Porteur"),
        ((1, 0), "Solaire"),
        ((1, 1), "LEC"),
        ((2, 0), "Fin du tableau"),
    ):
        table.cell(row, column).text = text
    table.cell(2, 0).merge(table.cell(2, 1))
    _smart_art(slide, "Étudier", "Essayer", "Étendre")
    slide.notes_slide.notes_text_frame.text = "Remercier la mairie."

    assert seen_in("restitution.pptx", _saved(deck)) == [
        ("title", 0, "Fermer les canons"),
        ("item", 1, "Moins de neige plus d’eau"),
        ("paragraph", 0, "Dans un groupe de groupe."),
        ("row", 0, "Solaire | LEC"),
        ("row", 0, "Fin du tableau"),
        ("item", 1, "Étudier"),
        ("item", 1, "Essayer"),
        ("item", 1, "Étendre"),
        ("note", 0, "Remercier la mairie."),
    ]


def _saved(made: Any) -> bytes:
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def test_a_page() -> None:
    page = """<!doctype html><html lang="fr"><head><title>Atelier</title><template><p>Modèle</p></template></head><body>
    <header><nav>Menu</nav></header><main><h1>Constats</h1>
    <p>La source baisse<sup><a href="#n1">1</a></sup>, sur 120&nbsp;m<sup>2</sup>, le 1<sup>er</sup>&nbsp;mai ; CO<sub>2</sub>.</p>
    <ol start="3"><li>Un car<ol type="a"><li>le soir</li></ol></li><li><details><summary>Un bac</summary>électrique, avec les vélos</details></li></ol>
    <table><caption>Coûts</caption><thead><tr><th rowspan="2">Action</th><th colspan="2">Budget</th></tr></thead><tbody>
    <tr><td>Coût</td><td>Aide</td></tr><tr><td rowspan="2">Haies</td><td>400&nbsp;€</td><td>30&nbsp;%</td></tr><tr><td>500&nbsp;€</td><td>40&nbsp;%</td></tr></tbody></table>
    <dl><dt>Porteur</dt><dd>Lycée agricole</dd></dl><p hidden>Caché</p><p style="display:none">Caché aussi</p><blockquote>« Nous voulons un verger. »</blockquote>
    <figure><img alt="" src="x"><figcaption>La halle, 2024</figcaption></figure></main><footer>Mentions</footer></body></html>"""

    blocks = read("atelier.html", page.encode()).blocks

    assert [(block.kind.value, block.text) for block in blocks] == [
        ("heading", "Constats"),
        ("paragraph", "La source baisse, sur 120 m², le 1er mai ; CO2."),
        ("item", "Un car"),
        ("item", "le soir"),
        ("item", "Un bac"),
        ("paragraph", "électrique, avec les vélos"),
        ("heading", "Coûts"),
        ("row", "Haies | 400 € | 30 %"),
        ("row", "500 € | 40 %"),
        ("paragraph", "Porteur : Lycée agricole"),
        ("paragraph", "« Nous voulons un verger. »"),
        ("paragraph", "La halle, 2024"),
    ]
    assert [cell.header for cell in blocks[7].cells] == ["Action", "Coût (Budget)", "Aide"]
    for block in blocks:
        assert block.text == " ".join(block.text.split())


def test_raised_figures_typed_in_word_are_calls_or_powers(seen_in: SeenIn) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("La source baisse")
    for text, above in (("1", True), (" sur 120 m", False), ("2", True), (", le 1", False), ("er", True), (" mai.", False)):
        paragraph.add_run(text).font.superscript = above or None

    assert seen_in("notes.docx", _saved(document)) == [("paragraph", 0, "La source baisse sur 120 m², le 1er mai.")]
