"""A note alone in a folder, without any frame: its money is read, and marked as nobody's word yet."""

import csv
from collections.abc import Callable
from pathlib import Path

import pypdfium2
from docx import Document
from tests.command import semailles, synthesis
from tests.founding_note import NOTE


def pdf_words(path: Path) -> str:
    text = "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path))
    return " ".join(text.split())


def test_a_note_alone_gives_the_budget_of_the_process_to_each_audience(folder: Callable[..., Path], tmp_path: Path) -> None:
    out = tmp_path / "out"

    done = semailles("run", folder({"note.txt": NOTE}), "--output", out)

    assert done.returncode == 0
    budget = synthesis(out)["budget"]
    assert [budget[name] for name in ("needs", "hoped", "confirmed", "gap", "validated")] == [11500, 11500, 5500, 6000, False]
    assert budget["in_kind"] == [{"actor": "CAUE", "what": "rémunération stagiaire"}]
    assert [one["levels"] for one in budget["contradictions"]] == [["décidé", "à confirmer"]]
    rows = list(csv.DictReader((out / "data" / "financements.csv").read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))
    assert [(row["financeur"], row["statut"], row["endroit"], row["etat"]) for row in rows] == [
        ("EPB-IDF", "à confirmer", "§ 26", "à valider"),
        ("Rail et Rives", "décidé", "§ 27", "à valider"),
        ("Eaux Claires", "décidé", "§ 28", "à valider"),
        ("CAUE", "décidé", "§ 29", "à valider"),
    ]
    assert "ont décidé de financer" in pdf_words(out / "a-verifier.pdf")
    printed = pdf_words(out / "feuille-de-route.pdf")
    written = " ".join(
        part.text or "" for part in Document(str(out / "feuille-de-route.docx")).element.body.iter() if part.tag.endswith("}t")
    )
    for text in (printed, written):
        assert "décidé de financer" not in text
        assert "lu dans note.txt" in text
