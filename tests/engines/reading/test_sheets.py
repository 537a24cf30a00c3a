"""Workbooks and separated values: rows under their headers, numbered as the spreadsheet numbers them."""

from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO

import pytest
import xlsxwriter

from semailles.engines.blocks import Block, BlockKind, Cell, Locator
from semailles.engines.reading import read

SeenIn = Callable[[str, bytes], list[tuple[str, int, str]]]


def _workbook(**sheets: list[list[object]]) -> bytes:
    buffer = BytesIO()
    workbook = xlsxwriter.Workbook(buffer, {"in_memory": True})
    day, moment = workbook.add_format({"num_format": "dd/mm/yyyy"}), workbook.add_format({"num_format": "dd/mm/yyyy hh:mm"})
    for name, rows in sheets.items():
        sheet = workbook.add_worksheet(name)
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                if isinstance(value, date):
                    sheet.write_datetime(number, column, value, moment if isinstance(value, datetime) else day)
                else:
                    sheet.write(number, column, value)
    workbook.close()
    return buffer.getvalue()


def test_a_title_above_the_table_is_a_heading_and_rows_keep_their_number() -> None:
    content = _workbook(
        Actions=[
            ["Plan d’actions 2015"],
            [],
            ["Action", "Porteur", "Coût"],
            ["Navette", None, 12000.0],
            [],
            ["Verger", "École", 0.1 + 0.2],
        ],
        Vide=[],
    )
    path = ("Plan d’actions 2015",)

    document = read("plan.xlsx", content)

    assert (document.kind, document.pages) == ("xlsx", 2)
    assert document.blocks == (
        Block(path[0], BlockKind.HEADING, Locator(sheet="Actions", row=1), 1),
        Block("Navette | 12000", BlockKind.ROW, Locator(sheet="Actions", row=4), 0, path, (Cell("Action", 0, 7), Cell("Coût", 10, 15))),
        Block(
            "Verger | École | 0,3",
            BlockKind.ROW,
            Locator(sheet="Actions", row=6),
            0,
            path,
            (Cell("Action", 0, 6), Cell("Porteur", 9, 14), Cell("Coût", 17, 20)),
        ),
    )


def test_values_are_written_as_people_see_them(seen_in: SeenIn) -> None:
    content = _workbook(F=[["Quoi", "Quand"], ["Lancement", date(2015, 2, 2)], ["Comité", datetime(2015, 4, 30, 14, 30)], ["Voté", True]])  # noqa: DTZ001 - a sheet's moment has no zone

    assert seen_in("dates.xlsx", content) == [
        ("row", 0, "Lancement | 02/02/2015"),
        ("row", 0, "Comité | 30/04/2015 14:30"),
        ("row", 0, "Voté | vrai"),
    ]


def test_yes_is_not_taken_for_one(seen_in: SeenIn) -> None:
    content = _workbook(F=[["Quoi", "Voix"], ["Navette", 1], ["Verger", True], ["Halle", 1], ["Puits", False], ["Bac", 0]])

    assert [text for _, _, text in seen_in("votes.xlsx", content)] == [
        "Navette | 1",
        "Verger | vrai",
        "Halle | 1",
        "Puits | faux",
        "Bac | 0",
    ]


def test_a_section_inside_the_table_stands_above_its_rows() -> None:
    content = _workbook(
        F=[
            ["N°", "Quoi", "Qui", "Quand"],
            ["A", "ÉNERGIE"],
            ["A1", "Chaufferie", "CCHL", 2027],
            ["Mobilité"],
            ["B1", "Navette", "Région", 2026],
        ]
    )

    blocks = read("actions.xlsx", content).blocks

    assert [(block.kind.value, block.text, block.path) for block in blocks] == [
        ("heading", "A ÉNERGIE", ()),
        ("row", "A1 | Chaufferie | CCHL | 2027", ("A ÉNERGIE",)),
        ("heading", "Mobilité", ()),
        ("row", "B1 | Navette | Région | 2026", ("Mobilité",)),
    ]


def test_a_cell_of_several_lines_is_one_text_or_a_list() -> None:
    content = _workbook(F=[["Thème", "Idées"], ["Eau\net bois", "- une citerne\n- un séchoir"]])

    block = read("idees.xlsx", content).blocks[0]

    assert (block.text, [cell.header for cell in block.cells]) == ("Eau et bois | une citerne | un séchoir", ["Thème", "Idées", "Idées"])


def test_rows_of_one_column_have_no_header(seen_in: SeenIn) -> None:
    content = _workbook(
        F=[["Notes prises par Ousmane pendant la réunion"], ["Les gens sont venus tard."], ["Plusieurs demandent un minibus."]]
    )

    assert seen_in("notes.xlsx", content) == [
        ("row", 0, "Notes prises par Ousmane pendant la réunion"),
        ("row", 0, "Les gens sont venus tard."),
        ("row", 0, "Plusieurs demandent un minibus."),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "mac_roman"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_any_encoding_and_separator_reads_the_same(encoding: str, separator: str) -> None:
    rows = (("Équipe", "Idée"), ("Énergie", '"Créer une régie, à Évry"'), ("Forêt", "Séchoir"))
    content = "\r\n".join(separator.join(row) for row in rows).encode(encoding)

    blocks = read("idees.csv", content).blocks

    assert blocks == (
        Block("Énergie | Créer une régie, à Évry", BlockKind.ROW, Locator(row=2), cells=(Cell("Équipe", 0, 7), Cell("Idée", 10, 33))),
        Block("Forêt | Séchoir", BlockKind.ROW, Locator(row=3), cells=(Cell("Équipe", 0, 5), Cell("Idée", 8, 15))),
    )


def test_a_quoted_line_break_does_not_shift_rows() -> None:
    content = 'Quoi;Qui\n"Une halle\ncouverte";CAPS\n\nUn bac;Région\n'.encode()

    assert [(block.text, block.locator.row) for block in read("a.csv", content).blocks] == [
        ("Une halle couverte | CAPS", 2),
        ("Un bac | Région", 4),
    ]


def test_tabs_and_a_line_that_names_the_separator(seen_in: SeenIn) -> None:
    assert seen_in("a.tsv", b"Quoi\tQui\nUn bac\tLa Region\n") == [("row", 0, "Un bac | La Region")]
    assert seen_in("a.csv", b"sep=;\nQuoi;Qui\nUn bac;La Region\n") == [("row", 0, "Un bac | La Region")]


def test_sentences_with_commas_are_one_column(seen_in: SeenIn) -> None:
    content = "Une idée, puis une autre.\nUn car le soir.\nDes bancs.\nUn bac, électrique, avec vélos.\nUne halle.\n".encode()

    assert [text for _, _, text in seen_in("idees.csv", content)] == [
        "Une idée, puis une autre.",
        "Un car le soir.",
        "Des bancs.",
        "Un bac, électrique, avec vélos.",
        "Une halle.",
    ]


def test_a_header_of_three_rows_under_a_note_is_one_header() -> None:
    text = (
        "Plan d’actions de l’équipe 2\nMise à jour : mars 2024\n\n;Budget;;Calendrier;\nAction;Coût;Aide;Début;Fin\n;en €;en %;année;année\n"
        "Créer une légumerie;40000;30;2024;2026\nRouvrir la halte ferroviaire;120000;50;2025;2030\n"
    )

    blocks = read("plan.csv", text.encode()).blocks

    assert [(block.kind.value, block.locator.row, block.text) for block in blocks] == [
        ("heading", 1, "Plan d’actions de l’équipe 2"),
        ("row", 2, "Mise à jour : mars 2024"),
        ("row", 7, "Créer une légumerie | 40000 | 30 | 2024 | 2026"),
        ("row", 8, "Rouvrir la halte ferroviaire | 120000 | 50 | 2025 | 2030"),
    ]
    headers = ["Action", "Coût (Budget) (en €)", "Aide (en %)", "Début (Calendrier) (année)", "Fin (année)"]
    assert [cell.header for cell in blocks[-1].cells] == headers


def test_columns_of_one_name_are_told_apart_by_the_label_above() -> None:
    text = "Action;2024;;2025;\n;Coût;Aide;Coût;Aide\nPlanter des haies le long du canal;400;30;500;40\nOuvrir un café associatif;900;50;700;60\n"

    blocks = read("plan.csv", text.encode()).blocks

    assert [[cell.header for cell in block.cells] for block in blocks] == [
        ["Action", "Coût (2024)", "Aide (2024)", "Coût (2025)", "Aide (2025)"],
    ] * 2
