"""Names that a program finds badly: of authors of another platform, whatever they write, and those that dictation writes small."""

import re
import zipfile
from pathlib import Path

from tests.command import semailles
from tests.engines.exchange.exports import DECIDIM_NEW, as_csv
from tests.stories.test_the_main_job import pdf_text

SAID = (
    ("Un four à pain", "Fatou et ses voisines veulent un four à pain dans le quartier.", "Fatou"),
    ("Des fleurs au square", "Planter des vivaces au square avec les enfants. Rose", "Rose"),
    ("Un atelier vélo", "Il faudrait un atelier vélo, dit marie-claude tournesol, pour les jeunes.", "TOURNESOL Marie-Claude"),
    ("Le jardin d’éloïse", "Ouvrir un jardin partagé derrière la gare, ELOISE grandpre s’en occupe.", "Éloïse Grandpré"),
)
DICTATED = (
    "alors madame durand elle propose de rouvrir le four à pain du quartier avec les voisines. et monsieur lefèvre du garage propose de prêter"
    " un local pour un atelier vélo avec les jeunes. il faudrait que mme boucher organise un jardin partagé derrière la gare. madame la maire"
    " veut un café associatif dans l’ancienne gare.\n"
)
NAMES = re.compile(r"fatou|\brose\b|tournesol|marie-claude|[ée]lo[ïi]se|grandpr[ée]|durand|lef[èe]vre|boucher", re.IGNORECASE)


def test_none_of_them_is_printed(tmp_path: Path) -> None:
    columns = ("title/fr", "body/fr", "author/name")
    rows = [{"id": rank, "component/id": 7, **dict(zip(columns, said, strict=True))} for rank, said in enumerate(SAID, 1)]
    for path, content in (("rives/propositions.csv", as_csv(DECIDIM_NEW, *rows)), ("bourgs/dictee.txt", DICTATED.encode())):
        (tmp_path / "atelier" / path).parent.mkdir(parents=True)
        (tmp_path / "atelier" / path).write_bytes(content)
    out = tmp_path / "out"

    done = semailles("run", tmp_path / "atelier", "--output", out)

    with zipfile.ZipFile(out / "feuille-de-route.docx") as draft:
        texts = (pdf_text(out / "feuille-de-route.pdf"), draft.read("word/document.xml").decode())
    assert done.returncode == 0, done.stderr
    assert [NAMES.findall(text) for text in texts] == [[], []]
    assert ["[une personne] et ses voisines" in " ".join(text.split()) for text in texts] == [True, True]
