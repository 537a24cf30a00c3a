"""The same page printed by other programs than Typst: each places signs, calls of notes and cells in its own way."""

import shutil
import subprocess
from pathlib import Path

import pytest

from semailles.engines.reading import read

_FIRST = (
    "Le plateau manque de transports entre les gares et les zones d’activités, particulièrement durant les heures creuses, où la "
    "communauté de communes n’a jamais financé d’expérimentation. Les matériaux locaux, extraordinairement performants, restent méconnus."
)
_SECOND = (
    "Une ancienne filature, au bord du canal, pourrait accueillir l’atelier de réparation et la ressourcerie que demandent depuis "
    "longtemps les habitants des quartiers de la gare, avec un café ouvert le samedi et une salle pour les réunions du conseil."
)
_PAGE = f"""<meta charset="utf-8"><style>
body {{ font: 11pt serif }} .spaced {{ letter-spacing: .5em; font-size: 20pt }} .columns {{ columns: 2 }} .across {{ column-span: all }}
td {{ padding: 2px 12px; vertical-align: top }}</style>
<h1 class="spaced">ATELIER BOIS</h1><p>{_FIRST}</p><h2>A T E L I E R &nbsp; D U &nbsp; B O I S</h2>
<p>La source baisse<sup>1</sup> depuis douze étés<sup>2</sup>. On compte 120 m<sup>2</sup>.</p>
<div class="columns"><p>{_FIRST}</p><p>{_SECOND}</p><h2 class="across">Un titre sur toute la largeur</h2><p>{_SECOND}</p><p>{_FIRST}</p></div>
<table><tr><th>Action<th>Porteur<th>Coût<tr><td>Navette électrique entre la gare et le parc<td>Communauté de communes<td>5 000 €
<tr><td>Vélos<td>CAUE<td><tr><td>Une halle couverte<td>Commune<td>12 000 €</table>"""
_READ = [
    ("heading", "ATELIER DU BOIS"),
    ("paragraph", "La source baisse depuis douze étés. On compte 120 m²."),
    ("paragraph", _FIRST),
    ("paragraph", _SECOND),
    ("heading", "Un titre sur toute la largeur"),
    ("paragraph", _SECOND),
    ("paragraph", _FIRST),
    ("row", "Navette électrique entre la gare et le parc | Communauté de communes | 5 000 €"),
    ("row", "Vélos | CAUE"),
    ("row", "Une halle couverte | Commune | 12 000 €"),
]


def _printed(command: list[str], folder: Path) -> list[tuple[str, str]]:
    (folder / "page.html").write_text(_PAGE, encoding="utf-8")
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return [(block.kind.value, block.text) for block in read("page.pdf", (folder / "page.pdf").read_bytes()).blocks]


@pytest.mark.full
def test_a_page_printed_by_a_browser(tmp_path: Path) -> None:
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--print-to-pdf=page.pdf", "page.html"]

    assert _printed(command, tmp_path) == [("heading", "ATELIER BOIS"), ("paragraph", _FIRST), *_READ]


@pytest.mark.full
@pytest.mark.skipif(shutil.which("soffice") is None, reason="its absence already fails in test_old_formats")
def test_a_page_printed_by_libreoffice(tmp_path: Path) -> None:
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf:writer_web_pdf_Export", "page.html"]

    found = _printed(command, tmp_path)

    assert found[-len(_READ) :] == _READ
