"""Formats of before 2007: converted when LibreOffice is there, and a clear sentence when it is not."""

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import docx
import pptx
import pytest
import xlsxwriter

from semailles.engines.reading import Reason, UnreadableError, guard, read

RTF = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}\f0\fs24 Compte rendu de l\'92\'e9quipe\par "
    r"On pourrait ouvrir une l\'e9gumerie partag\'e9e pour les cantines.\par}"
).encode("ascii")


def test_without_libreoffice_it_says_what_to_save_as(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(UnreadableError) as caught:
        read("notes.rtf", RTF)

    assert (caught.value.reason, dict(caught.value.detail)) == (Reason.OLD_FORMAT, {"save_as": "docx"})


@pytest.fixture
def office() -> str:
    """LibreOffice, which full tests do not do without."""
    found = shutil.which("soffice")
    if found is None:
        pytest.fail("apt-get install -y --no-install-recommends libreoffice-writer-nogui libreoffice-impress-nogui libreoffice-calc-nogui")
    return found


def _saved_as(old: str, modern: Path, office: str) -> bytes:
    """The same document as the program of that time would have written it."""
    profile = f"-env:UserInstallation={(modern.parent / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", old, "--outdir", str(modern.parent), str(modern)]
    subprocess.run(command, check=True, capture_output=True)
    return modern.with_suffix(f".{old}").read_bytes()


def _minutes() -> bytes:
    document = docx.Document()
    document.add_heading("Compte rendu de l’équipe", 1)
    document.add_paragraph("On pourrait ouvrir une légumerie.")
    document.add_paragraph("Un car le soir", style="List Bullet")
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ("Action", "Porteur", "Planter des haies", "Lycée"), strict=True):
        cell.text = text
    document.add_paragraph("Fin.")  # as every program ends a text: without it LibreOffice writes no table at the end of a .doc
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _slides() -> bytes:
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = "Rouvrir la halte"
    slide.placeholders[1].text_frame.text = "Deux trains par jour"
    slide.notes_slide.notes_text_frame.text = "Remercier la mairie."
    out = BytesIO()
    deck.save(out)
    return out.getvalue()


def _workbook() -> bytes:
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Actions")
        sheet.write_row(0, 0, ("Action", "Part"))
        sheet.write(1, 0, "Planter des haies")
        sheet.write(1, 1, 0.25, book.add_format({"num_format": "0%"}))
    return out.getvalue()


_WRITTEN = [
    ("heading", "Compte rendu de l’équipe"),
    ("paragraph", "On pourrait ouvrir une légumerie."),
    ("item", "Un car le soir"),
    ("row", "Planter des haies | Lycée"),
    ("paragraph", "Fin."),
]


@pytest.mark.full
@pytest.mark.parametrize("old", ["doc", "rtf"])
def test_an_old_text_is_read_under_its_old_name(old: str, office: str, tmp_path: Path) -> None:
    (tmp_path / "notes.docx").write_bytes(_minutes())

    document = guard.read(f"notes.{old}", _saved_as(old, tmp_path / "notes.docx", office))

    assert (document.kind, document.title) == (old, "Compte rendu de l’équipe")
    assert [(block.kind.value, block.text) for block in document.blocks] == _WRITTEN


@pytest.mark.full
def test_old_slides_are_read_with_their_notes(office: str, tmp_path: Path) -> None:
    (tmp_path / "restitution.pptx").write_bytes(_slides())

    document = guard.read("restitution.ppt", _saved_as("ppt", tmp_path / "restitution.pptx", office))

    assert (document.kind, document.pages) == ("ppt", 1)
    assert [(block.kind.value, block.text, block.locator.slide) for block in document.blocks] == [
        ("title", "Rouvrir la halte", 1),
        ("item", "Deux trains par jour", 1),
        ("note", "Remercier la mairie.", 1),
    ]


@pytest.mark.full
def test_an_old_workbook_is_read_as_it_is_shown(office: str, tmp_path: Path) -> None:
    (tmp_path / "plan.xlsx").write_bytes(_workbook())

    document = guard.read("plan.xls", _saved_as("xls", tmp_path / "plan.xlsx", office))

    assert document.kind == "xls"
    assert [(block.text, block.locator.sheet, block.locator.row) for block in document.blocks] == [
        ("Planter des haies | 25%", "Actions", 2)
    ]


@pytest.mark.full
@pytest.mark.usefixtures("office")
def test_words_typed_in_rtf_are_read() -> None:
    document = guard.read("notes.rtf", RTF)

    assert (document.kind, [block.text for block in document.blocks]) == (
        "rtf",
        ["Compte rendu de l’équipe", "On pourrait ouvrir une légumerie partagée pour les cantines."],
    )
