"""Word documents, as people write them."""

from collections.abc import Callable
from io import BytesIO

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from semailles.engines.blocks import Block, BlockKind, Cell, Locator
from semailles.engines.reading import read

SeenIn = Callable[[str, bytes], list[tuple[str, int, str]]]


def _saved(document: Document) -> bytes:
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_headings_stand_above_what_follows() -> None:
    document = docx.Document()
    document.add_heading("Rapport de l’équipe 2", 0)
    document.add_heading("Constats", 1)
    document.add_heading("L’eau", 2)
    document.add_paragraph("La nappe  descend\u00a0: dix-neuf jours\nsans eau.")
    document.add_paragraph("")
    document.add_heading("Propositions", 1)
    document.add_paragraph("Fermer les canons.")

    read_document = read("rapport.docx", _saved(document))

    assert read_document.title == "Rapport de l’équipe 2"
    assert (read_document.kind, read_document.pages) == ("docx", 0)
    assert read_document.blocks == (
        Block("Rapport de l’équipe 2", BlockKind.TITLE, Locator(paragraph=1)),
        Block("Constats", BlockKind.HEADING, Locator(paragraph=2), 1),
        Block("L’eau", BlockKind.HEADING, Locator(paragraph=3), 2, ("Constats",)),
        Block("La nappe descend : dix-neuf jours sans eau.", BlockKind.PARAGRAPH, Locator(paragraph=4), 0, ("Constats", "L’eau")),
        Block("Propositions", BlockKind.HEADING, Locator(paragraph=5), 1),
        Block("Fermer les canons.", BlockKind.PARAGRAPH, Locator(paragraph=6), 0, ("Propositions",)),
    )


def test_a_french_word_names_its_styles_in_french(seen_in: SeenIn) -> None:
    document = docx.Document()
    style = document.styles.add_style("Titre 2", WD_STYLE_TYPE.PARAGRAPH)
    document.add_paragraph("Mobilités", style=style)
    own = document.styles.add_style("Chapitre maison", WD_STYLE_TYPE.PARAGRAPH)
    own.base_style = document.styles["Heading 1"]
    document.add_paragraph("Énergie", style=own)

    assert seen_in("rapport.docx", _saved(document)) == [("heading", 2, "Mobilités"), ("heading", 1, "Énergie")]


def test_drawn_and_typed_lists_give_entries_without_their_marks(seen_in: SeenIn) -> None:
    document = docx.Document()
    document.add_paragraph("Ouvrir une légumerie", style="List Bullet")
    document.add_paragraph("près de la gare", style="List Bullet 2")
    document.add_paragraph("Former les agents", style="List Number")
    for typed in (
        "- Planter une haie",
        "• Rouvrir la halte",
        "· Isoler l’école",
        "– Fermer la rue",
        "✓ Poser des bancs",
        "2) Louer des vélos",
        "-5 % en dix ans",
    ):
        document.add_paragraph(typed)

    assert seen_in("liste.docx", _saved(document)) == [
        ("item", 1, "Ouvrir une légumerie"),
        ("item", 2, "près de la gare"),
        ("item", 1, "Former les agents"),
        ("item", 1, "Planter une haie"),
        ("item", 1, "Rouvrir la halte"),
        ("item", 1, "Isoler l’école"),
        ("item", 1, "Fermer la rue"),
        ("item", 1, "Poser des bancs"),
        ("item", 1, "Louer des vélos"),
        ("paragraph", 0, "-5 % en dix ans"),
    ]


def test_a_list_typed_in_one_paragraph_is_a_list(seen_in: SeenIn) -> None:
    document = docx.Document()
    document.add_paragraph("Nous demandons :\n- un car le soir\n- des abris")
    document.add_paragraph("Une adresse\nsur deux lignes")

    assert seen_in("liste.docx", _saved(document)) == [
        ("paragraph", 0, "Nous demandons :"),
        ("item", 1, "un car le soir"),
        ("item", 1, "des abris"),
        ("paragraph", 0, "Une adresse sur deux lignes"),
    ]


def test_a_short_bold_paragraph_is_a_heading_under_the_last_true_one(seen_in: SeenIn) -> None:
    document = docx.Document()
    document.add_heading("Bilan", 1)
    for text, bold in (("Ce qui manque", True), ("Un médecin.", False), ("Ce qui reste", True), ("Tout ceci est très important.", True)):
        document.add_paragraph().add_run(text).bold = bold

    assert seen_in("notes.docx", _saved(document)) == [
        ("heading", 1, "Bilan"),
        ("heading", 2, "Ce qui manque"),
        ("paragraph", 0, "Un médecin."),
        ("heading", 2, "Ce qui reste"),
        ("paragraph", 0, "Tout ceci est très important."),
    ]


def test_table_rows_come_in_their_place_under_their_headers() -> None:
    document = docx.Document()
    document.add_paragraph("Avant.")
    table = document.add_table(rows=3, cols=3)
    for row, texts in zip(table.rows, (("Action", "Porteur", "Coût"), ("Navette", "", "5 000 €"), ("Verger", "École", "")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.add_paragraph("Après.")

    blocks = read("actions.docx", _saved(document)).blocks

    assert blocks == (
        Block("Avant.", BlockKind.PARAGRAPH, Locator(paragraph=1)),
        Block("Navette | 5 000 €", BlockKind.ROW, Locator(paragraph=2), cells=(Cell("Action", 0, 7), Cell("Coût", 10, 17))),
        Block("Verger | École", BlockKind.ROW, Locator(paragraph=3), cells=(Cell("Action", 0, 6), Cell("Porteur", 9, 14))),
        Block("Après.", BlockKind.PARAGRAPH, Locator(paragraph=4)),
    )


def test_a_merged_cell_is_read_once(seen_in: SeenIn) -> None:
    document = docx.Document()
    table = document.add_table(rows=3, cols=3)
    for row, texts in zip(table.rows, (("Axe", "Action", "Qui"), ("Mobilité", "Navette", "Commune"), ("", "Vélos", "Région")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.cell(1, 0).merge(table.cell(2, 0))

    assert seen_in("actions.docx", _saved(document)) == [("row", 0, "Mobilité | Navette | Commune"), ("row", 0, "Vélos | Région")]


def test_several_paragraphs_of_a_cell_are_as_many_cells_under_one_header() -> None:
    document = docx.Document()
    table = document.add_table(rows=3, cols=2)
    for row, texts in zip(
        table.rows, (("Thème", "Idées"), ("Eau", "• Une citerne\n• Un relevé public"), ("Bois", "Un séchoir")), strict=True
    ):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text

    first = read("idees.docx", _saved(document)).blocks[0]

    assert first.text == "Eau | Une citerne | Un relevé public"
    assert first.cells == (Cell("Thème", 0, 3), Cell("Idées", 6, 17), Cell("Idées", 20, 36))


def test_a_table_that_only_frames_is_read_as_its_text(seen_in: SeenIn) -> None:
    document = docx.Document()
    frame = document.add_table(rows=2, cols=1)
    frame.cell(0, 0).text = "À retenir : la ligne reste classée."
    frame.cell(1, 0).add_paragraph("Demander une étude", style="List Bullet")
    sides = document.add_table(rows=1, cols=2)
    sides.cell(0, 0).text = "Forces"
    sides.cell(0, 0).add_paragraph("Un canal.")
    sides.cell(0, 1).text = "- Peu de cars"

    assert seen_in("cadre.docx", _saved(document)) == [
        ("paragraph", 0, "À retenir : la ligne reste classée."),
        ("item", 1, "Demander une étude"),
        ("paragraph", 0, "Forces"),
        ("paragraph", 0, "Un canal."),
        ("item", 1, "Peu de cars"),
    ]


def test_headers_and_footers_and_deleted_words_are_not_read(seen_in: SeenIn) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "En-tête"
    document.sections[0].footer.paragraphs[0].text = "Page 1"
    paragraph = document.add_paragraph("Une gare ")
    paragraph._p.append(parse_xml(f"<w:del {nsdecls('w')}><w:r><w:delText>fermée</w:delText></w:r></w:del>"))
    paragraph._p.append(parse_xml(f"<w:ins {nsdecls('w')}><w:r><w:t>rouverte</w:t></w:r></w:ins>"))

    assert seen_in("suivi.docx", _saved(document)) == [("paragraph", 0, "Une gare rouverte")]


def test_a_comment_is_a_note_where_it_was_put(seen_in: SeenIn) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Le coût est de 8 000 €.")
    document.add_comment(paragraph.runs, text="À vérifier avec la Région", author="A.", initials="A")
    document.add_paragraph("Suite.")

    assert seen_in("relu.docx", _saved(document)) == [
        ("paragraph", 0, "Le coût est de 8 000 €."),
        ("note", 0, "À vérifier avec la Région"),
        ("paragraph", 0, "Suite."),
    ]


def test_a_text_box_is_read_once_after_its_paragraph(seen_in: SeenIn) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Corps.")
    inner = "<w:txbxContent><w:p><w:r><w:t>Encadré : un verger par école.</w:t></w:r></w:p></w:txbxContent>"
    space = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    paragraph._p.append(
        parse_xml(
            f"<w:r {nsdecls('w')} {space}><mc:AlternateContent><mc:Choice>{inner}</mc:Choice><mc:Fallback>{inner}</mc:Fallback></mc:AlternateContent></w:r>"
        )
    )

    assert seen_in("boite.docx", _saved(document)) == [("paragraph", 0, "Corps."), ("paragraph", 0, "Encadré : un verger par école.")]


def test_a_table_of_contents_is_not_said_twice(seen_in: SeenIn) -> None:
    document = docx.Document()
    style = document.styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH)
    document.add_paragraph("Constats\t3", style=style)
    document.add_heading("Constats", 1)

    assert seen_in("livre.docx", _saved(document)) == [("heading", 1, "Constats")]


def _paragraph(document: Document, runs: str, *, properties: str = "") -> None:
    document.element.body.insert_element_before(parse_xml(f"<w:p {nsdecls('w')}><w:pPr>{properties}</w:pPr>{runs}</w:p>"), "w:sectPr")


def test_paragraphs_whose_mark_was_deleted_are_one_and_moved_words_are_read_once(seen_in: SeenIn) -> None:
    document = docx.Document()
    gone = '<w:rPr><w:del w:id="1" w:author="A"/></w:rPr>'
    _paragraph(document, '<w:r><w:t xml:space="preserve">Ouvrir un car </w:t></w:r>', properties=gone)
    _paragraph(document, "<w:r><w:t>entre les gares.</w:t></w:r>")
    _paragraph(document, '<w:moveFrom w:id="2" w:author="A"><w:r><w:t>Planter.</w:t></w:r></w:moveFrom>')
    _paragraph(document, '<w:ins w:id="3" w:author="A"><w:r><w:t>Semer.</w:t></w:r></w:ins>')
    _paragraph(document, '<w:moveTo w:id="4" w:author="A"><w:r><w:t>Planter.</w:t></w:r></w:moveTo>')

    assert seen_in("suivi.docx", _saved(document)) == [
        ("paragraph", 0, "Ouvrir un car entre les gares."),
        ("paragraph", 0, "Semer."),
        ("paragraph", 0, "Planter."),
    ]


def test_hidden_words_and_invitations_to_type_are_not_read(seen_in: SeenIn) -> None:
    document = docx.Document()
    prompt = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Tapez ici.</w:t></w:r></w:sdtContent></w:sdt>"
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Caché</w:t></w:r>"
    _paragraph(
        document, f'{prompt}{hidden}<w:smartTag w:uri="x" w:element="place"><w:r><w:t>Évry a un mar\u00adché.</w:t></w:r></w:smartTag>'
    )

    assert seen_in("formulaire.docx", _saved(document)) == [("paragraph", 0, "Évry a un marché.")]


def test_a_comment_and_a_box_in_a_table_follow_it(seen_in: SeenIn) -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ("Idée", "Lieu", "Ferme école", "Plateau"), strict=True):
        cell.text = text
    document.add_comment(table.cell(1, 0).paragraphs[0].runs, text="Près du lycée\u00a0?", author="A")
    box = "<w:pict><w:txbxContent><w:p><w:r><w:t>Encadré</w:t></w:r></w:p></w:txbxContent></w:pict>"
    table.cell(1, 1).paragraphs[0].runs[0]._r.append(parse_xml(box.replace("<w:pict>", f"<w:pict {nsdecls('w')}>")))

    assert seen_in("tableau.docx", _saved(document)) == [
        ("row", 0, "Ferme école | Plateau"),
        ("paragraph", 0, "Encadré"),
        ("note", 0, "Près du lycée ?"),
    ]


def test_a_box_in_a_box_is_read_once(seen_in: SeenIn) -> None:
    document = docx.Document()
    inner = "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>dedans</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
    _paragraph(document, f"<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>dehors</w:t></w:r>{inner}</w:p></w:txbxContent></w:pict></w:r>")

    assert seen_in("boites.docx", _saved(document)) == [("paragraph", 0, "dehors"), ("paragraph", 0, "dedans")]
