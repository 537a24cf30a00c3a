"""Formats of before 2007: converted when LibreOffice is there, and a clear sentence when it is not."""

import shutil
from pathlib import Path

import pytest

from semailles.engines.reading import Reason, UnreadableError, read

RTF = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}\f0\fs24 Compte rendu de l\'92\'e9quipe\par "
    r"On pourrait ouvrir une l\'e9gumerie partag\'e9e pour les cantines.\par}"
).encode("ascii")


def test_without_libreoffice_it_says_what_to_save_as(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(UnreadableError) as caught:
        read("notes.rtf", RTF)

    assert (caught.value.reason, dict(caught.value.detail)) == (Reason.OLD_FORMAT, {"save_as": "docx"})


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not on this machine: what is read without it is tested above")
def test_with_libreoffice_the_words_are_read_under_the_old_name() -> None:
    document = read("notes.rtf", RTF)

    assert (document.kind, [block.text for block in document.blocks]) == (
        "rtf",
        ["Compte rendu de l’équipe", "On pourrait ouvrir une légumerie partagée pour les cantines."],
    )
