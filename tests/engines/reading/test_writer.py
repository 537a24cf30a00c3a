"""OpenDocument texts and slides."""

import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest

from semailles.engines.reading import read

SeenIn = Callable[[str, bytes], list[tuple[str, int, str]]]

_SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("style", "style"),
        ("presentation", "presentation"),
        ("svg", "svg-compatible"),
    )
)
_BOLD = '<style:style style:name="Gras" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'


def _package(kind: str, body: str) -> bytes:
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_SPACES} xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0">'
        f"<office:automatic-styles>{_BOLD}</office:automatic-styles><office:body>{body}</office:body></office:document-content>"
    )
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        archive.writestr("content.xml", content)
    return buffer.getvalue()


def _odt(body: str) -> bytes:
    return _package("text", f"<office:text>{body}</office:text>")


def test_headings_nested_lists_and_paragraphs_in_order(seen_in: SeenIn) -> None:
    content = _odt(
        '<text:p text:style-name="Title">Compte rendu</text:p><text:h text:outline-level="2">Décisions</text:h>'
        "<text:list><text:list-item><text:p>Chiffrer<text:s/>les cabanes</text:p>"
        "<text:list><text:list-item><text:p>toits</text:p></text:list-item></text:list></text:list-item></text:list>"
        '<text:p><text:span text:style-name="Gras">Questions diverses</text:span></text:p>'
        "<text:p>- une fête<text:line-break/>- un bal</text:p>"
    )

    assert seen_in("cr.odt", content) == [
        ("title", 0, "Compte rendu"),
        ("heading", 2, "Décisions"),
        ("item", 1, "Chiffrer les cabanes"),
        ("item", 2, "toits"),
        ("heading", 3, "Questions diverses"),
        ("item", 1, "une fête"),
        ("item", 1, "un bal"),
    ]


def test_repeated_columns_keep_cells_under_their_headers() -> None:
    row = "<table:table-row>{}</table:table-row>"
    cell = "<table:table-cell{}><text:p>{}</text:p></table:table-cell>"
    header = row.format("".join(cell.format("", text) for text in ("Action", "Qui", "Quand", "Coût")))
    body = row.format(cell.format("", "Navette") + '<table:table-cell table:number-columns-repeated="2"/>' + cell.format("", "5 000 €"))

    document = read("actions.odt", _odt(f"<table:table>{header}{body}</table:table>"))

    assert [(block.text, [cell.header for cell in block.cells]) for block in document.blocks] == [("Navette | 5 000 €", ["Action", "Coût"])]


def test_notes_are_apart_and_tracked_deletions_are_gone(seen_in: SeenIn) -> None:
    content = _odt(
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Vieux texte</text:p></text:deletion></text:changed-region></text:tracked-changes>"
        "<text:p>La source<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Relevé de 2023.</text:p></text:note-body></text:note> baisse.</text:p>"
    )

    assert seen_in("eau.odt", content) == [("paragraph", 0, "La source baisse."), ("note", 0, "Relevé de 2023.")]


def test_a_comment_and_a_box_in_a_table_follow_it_and_boxes_are_read_once(seen_in: SeenIn) -> None:
    box = "<draw:frame><draw:text-box><text:p>{}</text:p></draw:text-box></draw:frame>"
    comment = "<office:annotation><text:p>Près du lycée ?</text:p></office:annotation>"
    row = "<table:table-row><table:table-cell><text:p>{}</text:p></table:table-cell><table:table-cell><text:p>{}</text:p></table:table-cell></table:table-row>"
    rows = row.format("Idée", "Lieu") + row.format(f"Ferme école{comment}", f"Plateau{box.format('Encadré')}")
    nested = box.format(f"dehors{box.format(f'dedans{comment}')}")

    assert seen_in("cadres.odt", _odt(f"<table:table>{rows}</table:table><text:p>{nested}</text:p>")) == [
        ("row", 0, "Ferme école | Plateau"),
        ("paragraph", 0, "Encadré"),
        ("note", 0, "Près du lycée ?"),
        ("paragraph", 0, "dehors"),
        ("paragraph", 0, "dedans"),
        ("note", 0, "Près du lycée ?"),
    ]


def test_slides_give_their_title_and_their_notes() -> None:
    content = _package(
        "presentation",
        '<office:presentation><draw:page><draw:frame presentation:class="title"><draw:text-box><text:p>Rouvrir la halte</text:p></draw:text-box></draw:frame>'
        "<draw:frame><draw:text-box><text:list><text:list-item><text:p>Deux trains par jour</text:p></text:list-item></text:list></draw:text-box></draw:frame>"
        "<presentation:notes><draw:frame><draw:text-box><text:p>Remercier la mairie.</text:p></draw:text-box></draw:frame></presentation:notes></draw:page></office:presentation>",
    )

    document = read("diapos.odp", content)

    assert (document.kind, document.pages, document.title) == ("odp", 1, "Rouvrir la halte")
    assert [(block.kind.value, block.text, block.locator.slide, block.path) for block in document.blocks] == [
        ("title", "Rouvrir la halte", 1, ()),
        ("item", "Deux trains par jour", 1, ("Rouvrir la halte",)),
        ("note", "Remercier la mairie.", 1, ("Rouvrir la halte",)),
    ]


def _frame(top: str, text: str, *, role: str = "") -> str:
    place = f'presentation:class="{role}"' if role else ""
    return f'<draw:frame svg:x="2cm" svg:y="{top}" {place}><draw:text-box><text:p>{text}</text:p></draw:text-box></draw:frame>'


def test_a_slide_is_read_from_top_to_bottom_without_its_furniture(seen_in: SeenIn) -> None:
    notes = f"<presentation:notes>{_frame('12cm', 'Parler du car.', role='notes')}{_frame('24cm', '7', role='page-number')}</presentation:notes>"
    row = "<table:table-row>" + "<table:table-cell><text:p>{}</text:p></table:table-cell>" * 2 + "</table:table-row>"
    table = f'<draw:frame svg:x="2cm" svg:y="80mm"><table:table>{row.format("Action", "Qui")}{row.format("Planter des haies", "Lycée")}</table:table></draw:frame>'
    group = f"<draw:g>{_frame('14cm', 'Dans un groupe.')}</draw:g>"
    body = f"{group}{table}{_frame('5cm', 'Au milieu de la page.')}{_frame('1cm', 'Qui fait quoi')}{_frame('19cm', 'Atelier 2024', role='footer')}{notes}"

    assert seen_in("diapos.odp", _package("presentation", f"<office:presentation><draw:page>{body}</draw:page></office:presentation>")) == [
        ("title", 0, "Qui fait quoi"),
        ("paragraph", 0, "Au milieu de la page."),
        ("row", 0, "Planter des haies | Lycée"),
        ("paragraph", 0, "Dans un groupe."),
        ("note", 0, "Parler du car."),
    ]


@pytest.mark.parametrize("repeats", ["1", "1000000"])
def test_a_row_repeated_a_million_times_is_not_written_out(repeats: str) -> None:
    row = f'<table:table-row table:number-rows-repeated="{repeats}"><table:table-cell table:number-columns-repeated="{repeats}"/></table:table-row>'

    document = read("vide.odt", _odt(f"<text:p>Texte.</text:p><table:table>{row}</table:table>"))

    assert [block.text for block in document.blocks] == ["Texte."]
