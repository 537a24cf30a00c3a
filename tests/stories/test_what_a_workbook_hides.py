"""What a workbook hides is read, said to be hidden, and given to nobody else before a person keeps it."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter
from tests.command import semailles, synthesis
from tests.stories.test_the_main_job import pdf_text

HIDDEN = (
    "Licencier le directeur et vendre la piscine",
    "Fermer la bibliothèque municipale dès janvier",
    "Supprimer la subvention du club de judo",
)
COVERS = ("feuille Secret, ligne 2, feuille masquée", "feuille Tombe, ligne 2, feuille masquée", "feuille Actions, ligne 3, ligne masquée")


def _workbook() -> bytes:
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        for name, *said in (
            ("Actions", "Ouvrir un café associatif dans l’ancienne gare", HIDDEN[2], "Planter un verger derrière l’école"),
            ("Secret", HIDDEN[0]),
            ("Tombe", HIDDEN[1]),
        ):
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, ("Action", "Échéance"))
            for row, words in enumerate(said, 1):
                sheet.write_row(row, 0, (words, "2027"))
        actions, secret, tomb = book.worksheets()
        actions.set_row(2, None, None, {"hidden": True})
        secret.hide()
        tomb.very_hidden()
    return out.getvalue()


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("hidden")
    for team in ("rives", "bourgs"):
        (root / "atelier" / team).mkdir(parents=True)
    (root / "atelier" / "rives" / "plan.xlsx").write_bytes(_workbook())
    (root / "atelier" / "bourgs" / "n.md").write_text("- Ouvrir un café associatif dans la gare.\n", encoding="utf-8")
    done = semailles("run", root / "atelier", "--output", root / "out")
    assert done.returncode == 0, done.stderr
    return root / "out"


def test_what_is_hidden_is_read_and_says_where(out: Path) -> None:
    covers = {idea["text"].split(" | ")[0].rstrip("."): idea["sources"][0].get("hidden", "") for idea in synthesis(out)["ideas"]}

    assert [covers[words] for words in HIDDEN] == ["sheet", "sheet", "row"]
    assert covers["Planter un verger derrière l’école"] == ""


def test_nothing_hidden_is_printed_nor_put_in_the_tables(out: Path) -> None:
    with zipfile.ZipFile(out / "feuille-de-route.docx") as draft:
        words = draft.read("word/document.xml").decode()
    texts = {
        "pdf": " ".join(pdf_text(out / "feuille-de-route.pdf").split()),
        "docx": words,
        **{path.name: path.read_text(encoding="utf-8") for path in (out / "data").iterdir() if path.suffix in {".csv", ".geojson", ".ics"}},
    }

    assert [(name, piece) for name, text in texts.items() for one in HIDDEN for piece in (one, one[:20]) if piece in text] == []
    assert [name for name in ("pdf", "docx", "idees.csv") if "Planter un verger" not in texts[name]] == []


def test_a_verifier_tells_what_is_hidden_with_its_place(out: Path) -> None:
    told = " ".join(pdf_text(out / "a-verifier.pdf").split())

    assert [place for place in COVERS if place not in told] == []
