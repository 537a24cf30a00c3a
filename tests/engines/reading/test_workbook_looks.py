"""What a workbook shows, and what it hides: formats as people see them, and nothing hidden is lost."""

import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO

import pytest
import xlsxwriter

from semailles.engines.reading import read

SeenIn = Callable[[str, bytes], list[tuple[str, int, str]]]


def test_a_number_without_measure_costs_nobody_the_workbook_and_a_hidden_zero_is_an_empty_cell() -> None:
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet, decimals, hidden = book.add_worksheet(), book.add_format({"num_format": "#,##0.0"}), book.add_format({"num_format": "0;;;@"})
        sheet.write_row(0, 0, ("Action", "Coût", "Aide"))
        for row, (action, cost, aid) in enumerate((("Planter", 1e30, 0), ("Isoler", 12.25, -7), ("Ouvrir", 0, 8)), 1):
            sheet.write(row, 0, action)
            sheet.write(row, 1, cost, decimals)
            sheet.write(row, 2, aid, hidden)

    texts = [block.text for block in read("plan.xlsx", out.getvalue()).blocks]

    assert texts == ["Planter | 1" + " 000" * 10 + ",0", "Isoler | 12,3 | -7", "Ouvrir | 0,0 | 8"]


def _shown_workbook() -> bytes:
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:

        def styled(code: str) -> object:
            return book.add_format({"num_format": code})

        sheet, costs = book.add_worksheet("Actions"), book.add_worksheet("Coûts")
        sheet.merge_range("A1:D1", "Plan d’actions 2025")
        sheet.write_row("A3", ("Action", "Part", "Coût", "Début"))
        for row, (action, part, cost, start) in enumerate(
            (("Planter", 0.25, 12000, date(2025, 3, 1)), ("Isoler", 0.5, 800.5, date(2026, 9, 1))), 3
        ):
            sheet.write(row, 0, action)
            sheet.write(row, 1, part, styled("0%"))
            sheet.write(row, 2, cost, styled('#,##0.00 "€"'))
            sheet.write_datetime(row, 3, start, styled("mmmm yyyy"))
        sheet.write("A6", "Total")
        sheet.write_formula("B6", "=SUM(B4:B5)", styled("0%"), 0.75)
        sheet.write_formula("C6", "=C4/0", None, "#DIV/0!")
        sheet.write_formula("D6", '="à voir"', None, "à voir")
        sheet.set_row(4, None, None, {"hidden": True})
        sheet.set_column(2, 2, 10, None, {"hidden": True})
        costs.write_row(0, 0, ("Poste", "Montant"))
        costs.write_row(1, 0, ("Études préalables", 4000))
        costs.hide()
    return out.getvalue()


def test_formats_merged_titles_and_results_of_formulas_are_read_and_what_is_hidden_says_so() -> None:
    title = "Plan d’actions 2025"

    blocks = read("plan.xlsx", _shown_workbook()).blocks

    assert [(block.text, block.path, block.locator.row) for block in blocks] == [
        (title, (), 1),
        ("Planter | 25% | 12 000,00 € | mars 2025", (title,), 4),
        ("Isoler | 50% | 800,50 € | septembre 2026", ("Ligne masquée", title), 5),
        ("Total | 75% | à voir", (title,), 6),
        ("Études préalables | 4000", ("Feuille masquée",), 2),
    ]
    assert [cell.header for cell in blocks[1].cells] == ["Action", "Part", "Coût (colonne masquée)", "Début"]
    assert [blocks[1].text[cell.start : cell.end] for cell in blocks[1].cells] == ["Planter", "25%", "12 000,00 €", "mars 2025"]


def test_cells_merged_over_rows_and_columns_are_read_once(seen_in: SeenIn) -> None:
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.merge_range("A1:A2", "Axe")
        sheet.merge_range("B1:C1", "Budget")
        sheet.write_row("B2", ("Coût", "Aide"))
        sheet.merge_range("A3:A4", "Réparer et mutualiser")
        sheet.write_row("B3", (400, 30))
        sheet.write_row("B4", (900, 50))

    blocks = read("axes.xlsx", out.getvalue()).blocks

    assert [(block.text, [cell.header for cell in block.cells]) for block in blocks] == [
        ("Réparer et mutualiser | 400 | 30", ["Axe", "Coût (Budget)", "Aide"]),
        ("900 | 50", ["Coût (Budget)", "Aide"]),
    ]


def test_comments_of_cells_are_notes_after_their_row(seen_in: SeenIn) -> None:
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ("Action", "Porteur"))
        sheet.write_row(1, 0, ("Planter des haies", "Lycée"))
        sheet.write_row(2, 0, ("Ouvrir un bac", "Région"))
        sheet.write_comment("A1", "Vu le 3 mars.")
        sheet.write_comment("B2", "À confirmer\navec le proviseur.")
        sheet.write_comment("A9", "Rien d’autre ?")

    assert seen_in("plan.xlsx", out.getvalue()) == [
        ("note", 0, "Vu le 3 mars."),
        ("row", 0, "Planter des haies | Lycée"),
        ("note", 0, "À confirmer avec le proviseur."),
        ("row", 0, "Ouvrir un bac | Région"),
        ("note", 0, "Rien d’autre ?"),
    ]


_SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0"' for prefix in ("office", "table", "text", "style")
)
_CELL = '<table:table-cell office:value-type="{}" {}><text:p>{}</text:p></table:table-cell>'


def _ods(*tables: str) -> bytes:
    hidden = '<style:style style:name="cache" style:family="table"><style:table-properties table:display="false"/></style:style>'
    content = (
        f'<?xml version="1.0"?><office:document-content {_SPACES}><office:automatic-styles>{hidden}</office:automatic-styles>'
        f"<office:body><office:spreadsheet>{''.join(tables)}</office:spreadsheet></office:body></office:document-content>"
    )
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    return out.getvalue()


def _row(*cells: str, more: str = "") -> str:
    return f"<table:table-row {more}>{''.join(cells)}</table:table-row>"


def _word(text: str) -> str:
    return _CELL.format("string", "", text)


def test_an_opendocument_sheet_is_read_as_it_shows_itself() -> None:
    percent = _CELL.format("percentage", 'office:value="0.256"', "26 %")
    euros = _CELL.format("currency", 'office:currency="EUR" office:value="1234.5"', "1 234,50 €")
    english = _CELL.format("currency", 'office:currency="EUR" office:value="1234.5"', "1,234.50 €")
    month = _CELL.format("date", 'office:date-value="2025-03-01"', "mars 2025")
    day = _CELL.format("date", 'office:date-value="2025-03-01"', "01/03/25")
    hours = _CELL.format("time", 'office:time-value="PT36H00M00S"', "36:00")
    columns = '<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>'
    filtered = 'table:visibility="filter"'
    shown = (
        f'<table:table table:name="Actions">{columns}{_row(*map(_word, ("Action", "Part", "Coût", "Début")))}'
        f"{_row(_word('Planter'), percent, euros, month)}{_row(_word('Isoler'), percent, english, day, more=filtered)}"
        f"{_row(_word('Ouvrir'), percent, euros, hours)}</table:table>"
    )
    hidden = f'<table:table table:name="Coûts" table:style-name="cache">{_row(_word("Poste"), _word("Montant"))}{_row(_word("Études préalables"), _word("à voir"))}</table:table>'

    document = read("plan.ods", _ods(shown, hidden))

    assert document.pages == 2
    assert [(block.text, block.path, block.locator.sheet, block.locator.row) for block in document.blocks] == [
        ("Planter | 26 % | 1 234,50 € | mars 2025", (), "Actions", 2),
        ("Isoler | 26 % | 1234,5 € | 01/03/2025", ("Ligne masquée",), "Actions", 3),
        ("Ouvrir | 26 % | 1 234,50 € | 36:00", (), "Actions", 4),
        ("Études préalables | à voir", ("Feuille masquée",), "Coûts", 2),
    ]
    assert [cell.header for cell in document.blocks[0].cells] == ["Action", "Part", "Coût (colonne masquée)", "Début"]


def test_comments_that_answer_each_other_are_read_once(seen_in: SeenIn) -> None:
    plain, threaded = BytesIO(), BytesIO()
    with xlsxwriter.Workbook(plain, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ("Action", "Porteur"))
        sheet.write_row(1, 0, ("Planter des haies", "Lycée"))
        sheet.write_comment("B2", "[Commentaire à thread] Votre version d’Excel…")
    texts = "".join(f'<threadedComment ref="B2" id="{text}"><text>{text}</text></threadedComment>' for text in ("Qui ?", "Le proviseur."))
    link = '<Relationship Id="rId9" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../threadedComments/t1.xml"/>'
    with zipfile.ZipFile(plain) as given, zipfile.ZipFile(threaded, "w") as made:
        for name in given.namelist():
            content = given.read(name).decode() if name.endswith("sheet1.xml.rels") else given.read(name)
            made.writestr(name, content.replace("</Relationships>", f"{link}</Relationships>") if isinstance(content, str) else content)
        made.writestr("xl/threadedComments/t1.xml", f'<ThreadedComments xmlns="x">{texts}</ThreadedComments>')

    assert seen_in("plan.xlsx", threaded.getvalue()) == [
        ("row", 0, "Planter des haies | Lycée"),
        ("note", 0, "Qui ?"),
        ("note", 0, "Le proviseur."),
    ]


def test_comments_of_an_opendocument_sheet_are_notes_too(seen_in: SeenIn) -> None:
    noted = '<table:table-cell office:value-type="string"><office:annotation><text:p>À confirmer.</text:p></office:annotation><text:p>Lycée</text:p></table:table-cell>'
    rows = _row(_word("Action"), _word("Porteur")) + _row(_word("Planter des haies"), noted) + _row(_word("Ouvrir un bac"), _word("Région"))

    assert seen_in("plan.ods", _ods(f'<table:table table:name="A">{rows}</table:table>')) == [
        ("row", 0, "Planter des haies | Lycée"),
        ("note", 0, "À confirmer."),
        ("row", 0, "Ouvrir un bac | Région"),
    ]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "mac_roman", "latin-1", "cp1252", "utf-8-sig"])
def test_separated_values_under_a_title_have_their_header_on_the_third_row(encoding: str) -> None:
    text = "Idées de l’équipe « Échelle humaine »\r\n\r\nIdée;Porteur;Coût\r\nCréer une légumerie partagée;Évry;12 000 €\r\nRéparer les vélos;École;\r\n"
    plain = text.replace("’", "'").replace("€", "euros") if encoding == "latin-1" else text

    blocks = read("idees.csv", plain.encode(encoding)).blocks

    title = plain.split("\r\n", 1)[0]
    assert [(block.kind.value, block.text, block.path, block.locator.row, [cell.header for cell in block.cells]) for block in blocks] == [
        ("heading", title, (), 1, []),
        (
            "row",
            f"Créer une légumerie partagée | Évry | 12 000 {'euros' if encoding == 'latin-1' else '€'}",
            (title,),
            4,
            ["Idée", "Porteur", "Coût"],
        ),
        ("row", "Réparer les vélos | École", (title,), 5, ["Idée", "Porteur"]),
    ]
