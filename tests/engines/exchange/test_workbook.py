"""Tables as a workbook: read back, they say the same, and nothing in them runs."""

import io
import zipfile

from python_calamine import CalamineWorkbook

from semailles.engines.exchange import Sheet, workbook

IDEAS = Sheet("idees", ("repere", "titre", "score"), (("A1", "Une légumerie", 0.5), ("B2", "=1+1", None), ("B3", "-12", 3)))
LINKS = Sheet("liens", ("idee_a", "idee_b"), ())


def read(content: bytes) -> dict[str, list[list[object]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: [list(row) for row in book.get_sheet_by_name(name).to_python()] for name in book.sheet_names}


def part(content: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        return opened.read(name).decode()


def test_each_table_is_a_sheet_that_says_the_same() -> None:
    assert read(workbook([IDEAS, LINKS])) == {
        "idees": [["repere", "titre", "score"], ["A1", "Une légumerie", 0.5], ["B2", "=1+1", ""], ["B3", "-12", 3.0]],
        "liens": [["idee_a", "idee_b"]],
    }


def test_what_looks_like_a_formula_is_text_and_stays_so_when_it_is_edited() -> None:
    content = workbook([IDEAS])

    assert ("<f>" in part(content, "xl/worksheets/sheet1.xml"), part(content, "xl/styles.xml").count('quotePrefix="1"')) == (False, 1)


def test_the_same_tables_give_the_same_bytes() -> None:
    assert workbook([IDEAS, LINKS]) == workbook([IDEAS, LINKS])


def test_a_text_longer_than_a_cell_holds_is_cut_where_the_cell_ends() -> None:
    book = read(workbook([Sheet("idees", ("texte",), (("x" * 40_000,),))]))

    assert [len(str(row[0])) for row in book["idees"]] == [5, 32_767]
