"""What teams send is mostly in an archive or behind a mail: each file in it is read as if it lay in the folder."""

import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

from tests.command import semailles, synthesis

Folder = Callable[[dict[str, str | bytes]], Path]


def zipped(files: dict[str, str | bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def mailed() -> bytes:
    mail = EmailMessage()
    mail["Subject"] = "Suite"
    mail.set_content("Et si on ouvrait un café associatif à la gare ?\n")
    mail.add_attachment(b"- Planter une haie le long du canal.\n", maintype="text", subtype="markdown", filename="haies.md")
    return mail.as_bytes()


WORKSHOP: dict[str, str | bytes] = {
    "atelier.zip": zipped(
        {
            "atelier/rives/notes.md": "- Créer une légumerie partagée pour les cantines de la vallée.\n",
            "atelier/bourgs/n.md": "- Ouvrir un pédibus vers l’école.\n",
        }
    ),
    "plaine/suite.eml": mailed(),
    "plaine/bombe.zip": zipped({"zeros.txt": b"0" * (40 * 2**20)}),
    "plaine/lot.zip": zipped(
        {
            "../dehors.md": "- Sortir.\n",
            "autre.zip": zipped({"a.md": "- Dedans.\n"}),
            "bon.md": "- Rouvrir la halte ferroviaire de la vallée aux trains du matin.\n",
        }
    ),
}


def test_members_are_documents_of_their_teams_and_what_is_dangerous_says_why(folder: Folder, tmp_path: Path) -> None:
    done = semailles("run", folder(WORKSHOP), "--output", tmp_path / "out")

    tree = synthesis(tmp_path / "out")
    teams = {team["id"]: team["name"] for team in tree["teams"]}
    read = {one["path"]: (teams[one["team"]], one["status"], one["reason"]) for one in tree["documents"]}
    assert done.returncode == 0
    assert read == {
        "atelier.zip/bourgs/n.md": ("bourgs", "read", ""),
        "atelier.zip/rives/notes.md": ("rives", "read", ""),
        "plaine/bombe.zip": ("plaine", "unreadable", "bomb"),
        "plaine/lot.zip/autre.zip": ("plaine", "unreadable", "nested"),
        "plaine/lot.zip/bon.md": ("plaine", "read", ""),
        "plaine/lot.zip/dehors.md": ("plaine", "unreadable", "unsafe_name"),
        "plaine/suite.eml": ("plaine", "read", ""),
        "plaine/suite.eml/haies.md": ("plaine", "read", ""),
    }
    assert len(tree["ideas"]) == 5
    assert "plaine/bombe.zip : Cette archive grossit sans mesure" in done.stderr


def test_the_same_archive_again_adds_nothing(folder: Folder, tmp_path: Path) -> None:
    workshop = folder(WORKSHOP)
    semailles("run", workshop, "--output", tmp_path / "out")
    before = (tmp_path / "out" / "data" / "synthese.json").read_bytes()

    again = semailles("run", workshop, "--output", tmp_path / "out")

    assert "n’est plus dans le dossier" not in again.stderr
    assert (tmp_path / "out" / "data" / "synthese.json").read_bytes() == before
