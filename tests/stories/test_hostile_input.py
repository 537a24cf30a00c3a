"""Names, links, rights and files that nobody gives on purpose: one clear sentence each, and the rest goes on."""

import json
import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.command import EXAMPLE, semailles, synthesis
from tests.forked import Typed

Folder = Callable[[dict[str, str | bytes]], Path]
IDEA = "On pourrait planter une haie le long du chemin de la gare.\n"
CLOSED_PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    b"trailer<</Root 1 0 R/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<" + b"11" * 32 + b">/U<" + b"22" * 32 + b">>>>>\n%%EOF"
)


WITHOUT_PRIVILEGE = ("setpriv", "--inh-caps=-dac_override,-dac_read_search", "--bounding-set=-dac_override,-dac_read_search")


def like_anybody(*words: object) -> Typed:
    """Rights hold nothing back from root: it gives that privilege up first."""
    prefix = WITHOUT_PRIVILEGE if os.geteuid() == 0 else ()
    return subprocess.run(
        [*prefix, sys.executable, "-m", "semailles.cli.main", *map(str, words)], capture_output=True, text=True, check=False
    )


def test_a_folder_and_a_file_that_may_not_be_read_are_said_and_the_rest_goes_on(tmp_path: Path) -> None:
    for team in ("A", "ferme"):
        (tmp_path / "atelier" / team).mkdir(parents=True)
        (tmp_path / "atelier" / team / "n.txt").write_text(IDEA, encoding="utf-8")
    (tmp_path / "atelier" / "A" / "secret.txt").write_text(IDEA, encoding="utf-8")
    (tmp_path / "atelier" / "A" / "secret.txt").chmod(0)
    (tmp_path / "atelier" / "demarche.toml").write_text('nom = "Vallée"\n', encoding="utf-8")
    (tmp_path / "atelier" / "demarche.toml").chmod(0)
    (tmp_path / "atelier" / "ferme").chmod(0)

    done = like_anybody("run", tmp_path / "atelier", "--output", tmp_path / "out")

    assert done.returncode == 0, done.stderr
    assert [one["path"] for one in synthesis(tmp_path / "out")["documents"]] == ["A/n.txt"]
    assert [line for line in done.stderr.splitlines() if "n’a pas pu être ouvert" in line] == [
        "demarche.toml n’a pas pu être ouvert : vérifiez que vous avez le droit de le lire. Il a été laissé de côté.",
        "ferme n’a pas pu être ouvert : vérifiez que vous avez le droit de lire ce dossier. Il a été laissé de côté.",
        "A/secret.txt n’a pas pu être ouvert : vérifiez que vous avez le droit de le lire. Il a été laissé de côté.",
    ]


@pytest.mark.parametrize("closed", ["atelier", "."])
def test_a_place_that_may_not_be_read_or_written_is_said(tmp_path: Path, closed: str) -> None:
    (tmp_path / "atelier" / "A").mkdir(parents=True)
    (tmp_path / "atelier" / "A" / "n.txt").write_text(IDEA, encoding="utf-8")
    (tmp_path / closed).chmod(0 if closed == "atelier" else 0o555)

    done = like_anybody("run", tmp_path / "atelier", "--output", tmp_path / "out")

    assert done.returncode == (2 if closed == "atelier" else 1)
    assert len(done.stderr.splitlines()) == 1
    assert ("vérifiez que vous avez le droit de lire ce dossier" in done.stderr) == (closed == "atelier")
    assert ("cette machine ne vous laisse ni lire ni écrire" in done.stderr) == (closed == ".")
    assert [path.name for path in tmp_path.iterdir()] == ["atelier"]
    (tmp_path / closed).chmod(0o700)


@pytest.mark.parametrize("name", ["é" * 125 + ".txt", "deux\nlignes.txt", "x\x1b[31mrouge.txt", "a\tb.txt"])
def test_hostile_names_are_read_like_others(folder: Folder, tmp_path: Path, name: str) -> None:
    done = semailles("run", folder({f"A/{name}": IDEA, f"A/{name[:-4]}.pdf": b""}), "--output", tmp_path / "out")

    assert done.returncode == 0, done.stderr
    assert sorted(one["path"] for one in synthesis(tmp_path / "out")["documents"]) == sorted([f"A/{name}", f"A/{name[:-4]}.pdf"])
    assert not any(sign < " " and sign != "\n" for sign in done.stderr)
    assert done.stderr.splitlines()[-1].endswith(".pdf : Le fichier est vide : cherchez-en une autre copie.")


def test_links_loops_and_pipes_are_passed_over(folder: Folder, tmp_path: Path) -> None:
    root = folder({"A/n.txt": IDEA, "A/sous/n.txt": IDEA})
    (root / "A" / "sous" / "encore").symlink_to(root, target_is_directory=True)
    (root / "A" / "soi").symlink_to("soi")
    (root / "A" / "passwd.txt").symlink_to("/etc/passwd")
    os.mkfifo(root / "A" / "tuyau.txt")

    done = semailles("run", root, "--output", tmp_path / "out")

    assert done.returncode == 0, done.stderr
    assert [one["path"] for one in synthesis(tmp_path / "out")["documents"]] == ["A/n.txt", "A/sous/n.txt"]


def test_a_file_that_is_named_like_one_of_python_is_never_run(folder: Folder, workspace: Path, tmp_path: Path) -> None:
    """Whoever types a command in the folder of a team runs nothing that somebody left there."""
    place = folder({"n.txt": IDEA, **{f"{name}.py": "raise SystemExit(9)" for name in ("json", "secrets", "pickle", "logging")}})
    command = (sys.executable, "-P", "-m", "semailles.cli.main")  # as the installed command: its own folder comes first, not this one
    typed = (("read", "n.txt"), ("backup", workspace, "--to", tmp_path / "backups"))

    done = [subprocess.run([*command, *words], cwd=place, capture_output=True, text=True, check=False) for words in typed]

    assert [one.returncode for one in done] == [0, 0]
    assert IDEA.strip() in done[0].stdout


def test_a_team_that_a_dot_hides_is_said_once_and_what_programs_hide_is_not(folder: Folder, tmp_path: Path) -> None:
    hidden = {f"{name}/notes.txt": IDEA for name in (".collines", ".git", ".Trashes", ".Spotlight-V100", ".DS_Store")}
    root = folder({"A/notes.txt": IDEA, ".collines/suite.txt": IDEA, ".brouillon.txt": IDEA, ".vide/.DS_Store": "x", **hidden})

    done = semailles("run", root, "--output", tmp_path / "out", "--json")

    sentence = ".collines a été laissé de côté, car son nom commence par un point, qui le cache : si c’est le dossier d’une équipe, ôtez le point et relancez."
    warnings = json.loads((tmp_path / "out" / "data" / "run.json").read_text())["warnings"]
    assert (done.returncode, [one.replace("\u00a0", " ").replace("\u202f", " ") for one in warnings if "point" in one]) == (0, [sentence])
    assert done.stderr.count("collines") == 1


def test_a_film_is_passed_over_before_it_fills_the_memory(folder: Folder, tmp_path: Path) -> None:
    root = folder({"A/n.txt": IDEA, "A/film.mp4": b""})
    os.truncate(root / "A" / "film.mp4", 3 * 2**30)

    done = semailles("run", root, "--output", tmp_path / "out")

    assert done.returncode == 0, done.stderr
    assert "A/film.mp4 est trop gros (3072 Mo, 200 au plus) : il a été laissé de côté." in done.stderr
    assert [one["path"] for one in synthesis(tmp_path / "out")["documents"]] == ["A/n.txt"]


def test_damaged_disguised_and_closed_files_each_have_their_sentence(folder: Folder, tmp_path: Path) -> None:
    content = next(EXAMPLE.rglob("*.docx")).read_bytes()
    files = {
        "A/n.txt": IDEA,
        "A/abime.docx": content[: len(content) // 2],
        "A/photo.docx": b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(900),
        "A/clos.pdf": CLOSED_PDF,
    }

    done = semailles("run", folder(files), "--output", tmp_path / "out")

    assert done.returncode == 0, done.stderr
    assert sorted(done.stderr.splitlines()[-3:]) == [
        "A/abime.docx : Le fichier est abîmé : ouvrez-le dans son logiciel et enregistrez-le de nouveau, ou cherchez une autre copie.",
        "A/clos.pdf : Le fichier est protégé par un mot de passe : enregistrez-en une copie sans protection.",
        "A/photo.docx : Le contenu n’est pas ce que dit le nom (trouvé : jpeg) : renommez le fichier, ou enregistrez-le de nouveau.",
    ]


WRONG_VALUES = """
nom = 12
langue = "de"
fuseau = "Paris"
debut = "2 février"
echeance = 2015-04-30
equipe = "A"
[[theme]]
mots = "cantine"
[[phase]]
nom = "Travaux"
mois = -3
[[depense]]
poste = "Impression"
montant = "beaucoup"
[[ressource]]
financeur = ["EPF"]
nature = "don"
"""


def test_wrong_types_are_named_one_sentence_each_and_the_rest_goes_on(folder: Folder, tmp_path: Path) -> None:
    done = semailles("run", folder({"A/n.txt": IDEA, "demarche.toml": WRONG_VALUES}), "--output", tmp_path / "out")

    said = [line for line in done.stderr.splitlines() if line.startswith("demarche.toml")]
    assert done.returncode == 0, done.stderr
    assert [re.findall("« ([^»]+) »", line)[0] for line in said] == [
        "nom",
        "langue",
        "fuseau",
        "debut",
        "echeance",
        "equipe",
        "mots",
        "nom",
        "mois",
        "montant",
        "financeur",
        "nature",
        "financeur",
    ]
    assert "Traceback" not in done.stderr


def test_whoever_reads_only_the_first_line_hears_no_complaint(folder: Folder) -> None:
    path = folder({"A/n.txt": IDEA * 5000}) / "A" / "n.txt"
    command = [sys.executable, "-m", "semailles.cli.main", "read", str(path)]

    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as reading:
        assert reading.stdout is not None
        assert reading.stderr is not None
        reading.stdout.readline()
        reading.stdout.close()
        complaint = reading.stderr.read()

    assert (reading.returncode, complaint) == (1, b"")


def test_a_team_whose_folder_is_not_there_is_not_made(folder: Folder, tmp_path: Path) -> None:
    given = folder({"A/n.txt": IDEA, "demarche.toml": '[[equipe]]\ndossier = "B"\nregard = "L’eau"\n'})

    done = semailles("run", given, "--output", tmp_path / "out")

    assert "« B »" in done.stdout + done.stderr
    with sqlite3.connect(tmp_path / "out" / "semailles.sqlite3") as database:
        assert database.execute("SELECT folder FROM workshop_team").fetchall() == [("A",)]
