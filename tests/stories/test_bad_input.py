"""One clear sentence each; the rest goes on; never a traceback, never half a workspace."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.command import semailles, synthesis

Folder = Callable[[dict[str, str | bytes]], Path]
IDEA = "On pourrait planter une haie le long du chemin de la gare.\n"


def left_behind(out: Path) -> list[str]:
    return [path.name for path in out.parent.iterdir() if path.name.startswith(out.name)]


def test_an_empty_folder_is_said_and_leaves_nothing(folder: Folder, tmp_path: Path) -> None:
    done = semailles("run", folder({}), "--output", tmp_path / "out")

    assert (done.returncode, left_behind(tmp_path / "out")) == (1, [])
    assert "Le dossier ne contient aucun document : mettez-y un sous-dossier par équipe" in done.stderr


def test_a_folder_that_does_not_exist_is_bad_usage(tmp_path: Path) -> None:
    done = semailles("run", tmp_path / "nulle-part", "--output", tmp_path / "out")

    assert (done.returncode, left_behind(tmp_path / "out")) == (2, [])
    assert "nulle-part n’est pas un dossier" in done.stderr


def test_files_at_the_root_are_a_team_without_a_name(folder: Folder, tmp_path: Path) -> None:
    done = semailles("run", folder({"notes.txt": IDEA}), "--output", tmp_path / "out")

    assert done.returncode == 0, done.stderr
    assert [team["name"] for team in synthesis(tmp_path / "out")["teams"]] == ["sans équipe"]


def test_unreadable_files_are_listed_with_their_reason_and_the_rest_goes_on(folder: Folder, tmp_path: Path) -> None:
    root = folder(
        {
            "A/bon.txt": IDEA,
            "A/vide.docx": b"",
            "A/menteur.docx": b"%PDF-1.7\n1 0 obj\n",
            "A/coupe.pdf": b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog",
            "A/ancien.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
            "A/film.mp4": bytes(range(256)) * 4,
        }
    )

    done = semailles("run", root, "--output", tmp_path / "out", "--json")

    reasons = {one["path"]: one["reason"] for one in synthesis(tmp_path / "out")["documents"] if one["status"] == "unreadable"}
    assert done.returncode == 0, done.stderr
    assert reasons == {
        "A/vide.docx": "empty",
        "A/menteur.docx": "wrong_extension",
        "A/coupe.pdf": "damaged",
        "A/ancien.doc": "old_format",
        "A/film.mp4": "unknown_format",
    }
    assert "A/vide.docx : Le fichier est vide : cherchez-en une autre copie." in done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(json.loads(done.stdout.splitlines()[-1])["unreadable"]) == sorted(reasons)


def test_when_nothing_can_be_read_nothing_is_written(folder: Folder, tmp_path: Path) -> None:
    done = semailles("run", folder({"A/vide.pdf": b""}), "--output", tmp_path / "out", "--json")

    assert (done.returncode, left_behind(tmp_path / "out")) == (1, [])
    assert "Aucun des documents n’a pu être lu : rien n’a été écrit." in done.stderr
    assert json.loads(done.stdout.splitlines()[-1]) == {"ok": False}


def test_a_zip_bomb_named_docx_does_not_stop_the_others(folder: Folder, tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"0" * 320_000_000)

    done = semailles("run", folder({"A/bombe.docx": packed.getvalue(), "A/bon.txt": IDEA}), "--output", tmp_path / "out")

    assert done.returncode == 0, done.stderr
    assert "A/bombe.docx : Le fichier est trop gros" in done.stderr


@pytest.mark.parametrize("name", ["Équipe n°1 – été/œuvre à côté.txt", "🌱 équipe/idées 🌻.txt", "a b/c'd\"e.txt", "=cmd/+1.txt"])
def test_names_with_accents_emoji_or_signs_are_kept_verbatim(folder: Folder, tmp_path: Path, name: str) -> None:
    done = semailles("run", folder({name: IDEA}), "--output", tmp_path / "out")

    tree = synthesis(tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert [one["path"] for one in tree["documents"]] == [name]
    assert [team["name"] for team in tree["teams"]] == [name.partition("/")[0]]


def test_a_wrong_key_is_named_and_the_job_goes_on(folder: Folder, tmp_path: Path) -> None:
    done = semailles("run", folder({"A/n.txt": IDEA, "demarche.toml": 'nom = "Vallée"\nteritoire = "X"\n'}), "--output", tmp_path / "out")

    assert done.returncode == 0
    assert "« teritoire » n’est pas une clé connue : vouliez-vous « territoire » ?" in done.stderr
    assert synthesis(tmp_path / "out")["initiative"]["name"] == "Vallée"


def test_an_output_that_is_somebody_s_folder_is_never_touched(folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "ete.jpg").write_bytes(b"x")

    done = semailles("run", folder({"A/n.txt": IDEA}), "--output", tmp_path / "photos")

    assert done.returncode == 2
    assert "existe et n’est pas un espace de travail de Semailles" in done.stderr
    assert [path.name for path in (tmp_path / "photos").iterdir()] == ["ete.jpg"]


def test_what_an_interrupted_run_left_is_taken_over(folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "out.partial").mkdir()
    (tmp_path / "out.partial" / "semailles.sqlite3").write_bytes(b"half")

    done = semailles("run", folder({"A/n.txt": IDEA}), "--output", tmp_path / "out")

    assert (done.returncode, left_behind(tmp_path / "out")) == (0, ["out"])


def test_a_folder_without_any_idea_is_said(folder: Folder, tmp_path: Path) -> None:
    done = semailles("run", folder({"A/n.txt": "Présents : Alix, Bo.\n"}), "--output", tmp_path / "out")

    assert done.returncode == 0, done.stderr
    assert "Aucune idée n’a été trouvée" in done.stdout


def test_a_changed_document_keeps_its_ideas_and_adds_the_new_one(folder: Folder, tmp_path: Path) -> None:
    semailles("run", folder({"A/n.txt": IDEA}), "--output", tmp_path / "out")
    before = synthesis(tmp_path / "out")

    semailles("run", folder({"A/n.txt": IDEA + "\nIl faudrait ouvrir une cantine de village.\n"}), "--output", tmp_path / "out")

    after = synthesis(tmp_path / "out")
    assert len(after["documents"]) == 1
    assert len(after["ideas"]) == len(before["ideas"]) + 1
    assert {idea["id"] for idea in before["ideas"]} < {idea["id"] for idea in after["ideas"]}


@pytest.mark.parametrize(
    ("words", "sentence"), [(["run", "x"], "il manque : --output/-o"), (["semer"], "n’est pas possible"), ([], "il manque : COMMANDE")]
)
def test_bad_usage_is_said_in_french(words: list[str], sentence: str) -> None:
    done = semailles(*words)

    assert done.returncode == 2
    assert sentence in done.stderr


def test_the_command_speaks_english_when_asked(tmp_path: Path) -> None:
    done = semailles("run", tmp_path / "nowhere", "--output", tmp_path / "out", "--lang", "en")

    assert done.stderr.strip().endswith("nowhere is not a folder: give the folder that holds one sub-folder a team.")
