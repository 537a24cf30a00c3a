"""What of a document goes into print, data and exports, whatever was said of how far the document itself may go."""

import json
from datetime import date
from pathlib import Path

import docx
import pytest
from pypdfium2 import PdfDocument

from semailles.core.models import Person
from semailles.intake.actions import receive_document
from semailles.intake.actions.depositing import DocumentEntry, describe_document
from semailles.intake.enums import Diffusion
from semailles.intake.models import Document, Idea, Source
from semailles.intake.readings import read_file
from semailles.publication.exports import decidim_export
from semailles.publication.gathering import gather
from semailles.publication.outputs import write_outputs
from semailles.workshop.models import Initiative

SHORT = "Il faudrait planter une haie le long du chemin de la gare."
LONG = f"Il faudrait ouvrir une cuisine commune dans l'ancienne école, {'avec les maraîchers des trois vallées, ' * 8}et la halte des randonneurs."
AFTER = "la halte des randonneurs"  # stands beyond the first 300 signs
AUTHOR, CONSENT = "Groupe de plume des rives", "Accord oral du dix mars"


@pytest.fixture
def document(initiative: Initiative, local: Person) -> Document:
    content = f"- {SHORT}\n- {LONG}\n".encode()
    found = receive_document(initiative, "rives/notes.md", content, read_file("notes.md", content, known=()), by=local).document
    gather(initiative, by=local)
    assert AFTER in Source.objects.of(initiative).get(quote__startswith="Il faudrait ouvrir").quote
    return found


def _printed(out: Path) -> dict[str, str]:
    pdf = "\n".join(page.get_textpage().get_text_range() for page in PdfDocument(str(out / "feuille-de-route.pdf")))
    word = docx.Document(str(out / "feuille-de-route.docx"))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    return {"pdf": _flat(pdf), "docx": _flat("\n".join([*(one.text for one in word.paragraphs), *cells]))}


def _flat(text: str) -> str:
    return " ".join(text.replace("-\r\n", "").split())


def _let_through(document: Document, out: Path) -> dict[str, bool]:
    """By output, whether it says what stands beyond the length of a quote."""
    write_outputs(document.initiative, out, on=date(2027, 3, 10))
    texts = _printed(out)
    texts |= {path.name: path.read_text(encoding="utf-8-sig") for path in (out / "data").iterdir() if path.suffix in (".json", ".csv")}
    texts["decidim"] = decidim_export(document.initiative).content.decode("utf-8-sig")
    for name, text in texts.items():
        assert (AUTHOR in text, CONSENT in text) == (False, False), name
    return {name: AFTER in text for name, text in texts.items()}


@pytest.mark.parametrize("diffusion", list(Diffusion))
def test_only_the_facilitator_s_data_hold_whole_quotes_whatever_the_document_may(
    document: Document, local: Person, tmp_path: Path, diffusion: Diffusion
) -> None:
    describe_document(document, DocumentEntry(author=AUTHOR, consent=CONSENT, diffusion=diffusion), by=local)

    let_through = _let_through(document, tmp_path)

    assert {name for name, is_said in let_through.items() if is_said} == {"synthese.json", "idees.csv"}


def test_short_quotes_stay_and_say_their_file(document: Document, tmp_path: Path) -> None:
    write_outputs(document.initiative, tmp_path, on=date(2027, 3, 10))

    for name, text in _printed(tmp_path).items():
        assert "planter une haie le long du chemin de la gare" in text, name
        assert "notes.md" in text, name
    [source] = [one for idea in json.loads((tmp_path / "data" / "synthese.json").read_text())["ideas"] for one in idea["sources"]][:1]
    assert (source["quote"] in f"{SHORT} {LONG}", source["locator"] != {}) == (True, True)


def test_what_people_wrote_is_no_quote_and_stays_whole(document: Document, local: Person) -> None:
    idea = Idea.objects.of(document.initiative).get(title__startswith="Planter")
    Idea.objects.filter(pk=idea.pk).update(text=LONG, is_edited=True)

    content = decidim_export(document.initiative).content.decode("utf-8-sig")

    assert content.count(AFTER) == 1
