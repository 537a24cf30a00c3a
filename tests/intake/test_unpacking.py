"""Which documents a file gives, and whose they are."""

import zipfile
from io import BytesIO

from semailles.intake.unpacking import Given, documents_in, team_folder


def test_an_archive_is_no_document_save_when_it_cannot_be_opened() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("notes.md", b"- Planter.")

    good = list(documents_in("a/lot.zip", out.getvalue()))
    (bad,) = documents_in("a/lot.zip", b"rien")
    assert good == [Given("a/lot.zip/notes.md", b"- Planter.")]
    assert (bad.path, bad.content, bad.refused.reason if bad.refused else "") == ("a/lot.zip", b"rien", "damaged")


def test_a_mail_is_a_document_itself() -> None:
    assert [given.path for given in documents_in("a/m.eml", b"Subject: x\n\nBonjour")] == ["a/m.eml"]


def test_the_team_is_the_folder_even_through_an_archive() -> None:
    paths = (
        "rives/notes.md",
        "notes.md",
        "rives/lot.zip/bourgs/n.md",
        "atelier.zip/bourgs/n.md",
        "atelier.zip/n.md",
        "m.eml/n.md",
        "a.zip/m.eml/n.md",
    )

    assert [team_folder(path) for path in paths] == ["rives", "", "rives", "bourgs", "", "", ""]
