"""What a team gathered on another platform comes in by its export."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

from docx import Document as Docx
from tests.command import semailles, synthesis
from tests.engines.exchange.exports import DECIDIM_NEW, as_csv
from tests.stories.test_the_main_job import pdf_text

Folder = Callable[[dict[str, str | bytes]], Path]

ROWS = (
    {
        "id": 12,
        "title/fr": "Une navette le dimanche",
        "author/name": "Maëlle Kerdoncuff",
        "component/id": 7,
        "votes": 41,
        "body/fr": "Une navette relierait la gare au marché, disait Maëlle Kerdoncuff.",
        "url": "https://participer.exemple.fr/p/12",
    },
    {
        "id": 13,
        "title/fr": "Rouvrir le ru du moulin",
        "author/name": "Yanis Bellanger",
        "component/id": 7,
        "body/fr": "Le ru du moulin passe sous le parking.",
        "url": "https://participer.exemple.fr/p/13",
    },
    {"id": 14, "component/id": 7, "author/name": "Orso Vantini"},
)
NAMES = ("Kerdoncuff", "Bellanger", "Vantini")
WORKSHOP = {"rives/propositions.csv": as_csv(DECIDIM_NEW, *ROWS), "bourgs/n.md": "- Ouvrir un pédibus vers l’école.\n"}


def test_an_export_gives_one_idea_a_row_and_tells_the_row_that_it_could_not_read(folder: Folder, tmp_path: Path) -> None:
    out = tmp_path / "out"

    done = semailles("run", folder(WORKSHOP), "--output", out)

    tree = synthesis(out)
    assert done.returncode == 0, done.stderr
    assert "rives/propositions.csv\u00a0: lignes à regarder\u00a0: 1." in done.stderr
    told = [(idea["title"], idea["sources"][0]["quote"]) for idea in tree["ideas"]]
    assert told[1:] == [(row["title/fr"], row["body/fr"]) for row in ROWS[:2]]
    assert "La ligne 4 n’a ni titre ni texte" in " ".join(pdf_text(out / "a-verifier.pdf").split())


def test_no_author_is_printed_nor_put_in_the_tables(folder: Folder, tmp_path: Path) -> None:
    out = tmp_path / "out"
    semailles("run", folder(WORKSHOP), "--output", out)

    book = "\n".join(paragraph.text for paragraph in Docx(str(out / "feuille-de-route.docx")).paragraphs)
    printed = pdf_text(out / "feuille-de-route.pdf") + book
    tables = "".join(path.read_text(encoding="utf-8") for path in sorted((out / "data").iterdir()))
    assert [name for name in NAMES if name in printed] == []
    assert [name for name in NAMES[1:] if name in tables] == []  # the first is in the words of an idea, which the facilitator reads whole


def test_a_second_run_adds_nothing_and_a_newer_export_only_what_is_new(folder: Folder, tmp_path: Path) -> None:
    out = tmp_path / "out"
    semailles("run", folder(WORKSHOP), "--output", out)
    before = [idea["id"] for idea in synthesis(out)["ideas"]]

    newer = as_csv(DECIDIM_NEW, *ROWS, {**ROWS[0], "id": 15, "title/fr": "Un banc par arrêt", "body/fr": "Un banc devant chaque arrêt."})
    done = semailles("run", folder({"rives/propositions-juin.csv": newer}), "--output", out)

    after = {idea["id"]: idea["title"] for idea in synthesis(out)["ideas"]}
    assert done.returncode == 0, done.stderr
    assert [after[one] for one in after if one not in before] == ["Un banc par arrêt"]
    assert set(before) <= set(after)


def test_what_came_in_goes_out_for_decidim_and_what_is_lost_is_said(folder: Folder, tmp_path: Path) -> None:
    out = tmp_path / "out"
    semailles("run", folder(WORKSHOP), "--output", out)

    done = semailles("export", out, "--format", "decidim", "--json")

    told = json.loads(done.stdout.splitlines()[-1])
    assert (done.returncode, told["rows"], told["file"]) == (0, 3, str(out / "data" / "decidim.csv"))
    assert "les sources et les citations exactes" in told["dropped"]
    assert "Ce que le fichier ne contient pas :" in done.stdout.replace("\u00a0", " ")
    written = list(csv.DictReader(io.StringIO((out / "data" / "decidim.csv").read_text(encoding="utf-8-sig"), newline=""), delimiter=";"))
    assert [row["author/name"] for row in written] == ["", "Maëlle Kerdoncuff", "Yanis Bellanger"]
    assert [row["id"] for row in written] == ["", "12", "13"]


def test_a_place_where_no_file_can_be_written_is_named_with_the_way_out(folder: Folder, tmp_path: Path) -> None:
    out = tmp_path / "out"
    semailles("run", folder(WORKSHOP), "--output", out)

    nowhere = semailles("export", out, "--format", "decidim", "--file", tmp_path / "nulle-part" / "x.csv")
    taken = semailles("export", out, "--format", "decidim", "--file", tmp_path, "--lang", "en")

    assert [(done.returncode, done.stdout, done.stderr.replace("\u00a0", " ")) for done in (nowhere, taken)] == [
        (
            1,
            "",
            f"{tmp_path}/nulle-part/x.csv : ce fichier ou son dossier n’existe pas. Créez le dossier, ou choisissez un autre endroit.\n",
        ),
        (1, "", f"{tmp_path}: this is a folder. Add the name of a file to it, or choose another place.\n"),
    ]
    assert list(tmp_path.glob(".writing-*")) == []


def test_the_file_for_decidim_put_back_in_the_folder_changes_nothing(folder: Folder, tmp_path: Path) -> None:
    out, given = tmp_path / "out", folder(WORKSHOP)
    semailles("run", given, "--output", out)
    before = synthesis(out)["ideas"]
    semailles("export", out, "--format", "decidim")
    (given / "rives" / "decidim.csv").write_bytes((out / "data" / "decidim.csv").read_bytes())

    done = semailles("run", given, "--output", out)

    assert done.returncode == 0, done.stderr
    assert synthesis(out)["ideas"] == before
    assert [name for name in NAMES if name in pdf_text(out / "feuille-de-route.pdf")] == []


def test_a_folder_that_is_no_workspace_exports_nothing(tmp_path: Path) -> None:
    done = semailles("export", tmp_path, "--format", "decidim")

    assert (done.returncode, done.stdout) == (2, "")
