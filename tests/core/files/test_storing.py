from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from semailles.core import files


@pytest.fixture
def media(tmp_path: Path, settings: Settings) -> Path:
    settings.MEDIA_ROOT = tmp_path / "media"
    return tmp_path / "media"


def test_the_same_bytes_take_their_place_once(media: Path) -> None:
    first, second = files.keep(b"compte rendu"), files.keep(b"compte rendu")

    assert first == second == files.sha256(b"compte rendu")
    assert [path.name for path in media.rglob("*") if path.is_file()] == [first]


def test_a_file_is_replaced_whole_and_leaves_nothing_beside(tmp_path: Path) -> None:
    target = tmp_path / "livre.pdf"
    files.replace(target, b"un")

    files.replace(target, b"deux")

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"livre.pdf": b"deux"}


def test_no_name_leads_out_of_where_files_are_kept(media: Path) -> None:
    with pytest.raises(ValueError, match="secret"):
        files.stored_path("../../secret.key")
