import shutil
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from semailles.core.files import Limits, NoRoom, TooLarge, check_room, keep

LIMITS = Limits(largest=2 * 2**20, together=3 * 2**20, left_free=0)


@pytest.fixture(autouse=True)
def media(tmp_path: Path, settings: Settings) -> Path:
    settings.MEDIA_ROOT = tmp_path / "not yet" / "media"
    return tmp_path


def test_a_file_that_fits_is_not_refused() -> None:
    check_room([("note.pdf", 2 * 2**20)], limits=LIMITS)


def test_a_file_that_is_too_large_is_refused_with_its_size() -> None:
    with pytest.raises(TooLarge) as refused:
        check_room([("note.pdf", 1), ("film.mp4", 2 * 2**20 + 1)], limits=LIMITS)

    assert refused.value.sentence == "film.mp4 weighs 3 MB, 2 MB at most: cut it in parts, or make its pictures lighter."


def test_files_that_together_take_their_share_leave_no_room_for_one_more() -> None:
    keep(bytes(2 * 2**20))

    with pytest.raises(NoRoom) as refused:
        check_room([("note.pdf", 2**20 + 1)], limits=LIMITS)

    assert refused.value.sentence == "note.pdf does not fit: the files of this workspace may take 3 MB together."


def test_a_disk_that_is_almost_full_refuses_before_a_byte_is_written(media: Path) -> None:
    more_than_there_is = shutil.disk_usage(media).total

    with pytest.raises(NoRoom) as refused:
        check_room([("note.pdf", 1)], limits=Limits(left_free=more_than_there_is))

    assert refused.value.sentence == "note.pdf was not received: the disk is almost full. Make some room, then send it again."


def test_files_that_come_together_are_counted_together() -> None:
    given = [(f"photo-{rank}.jpg", 2**20) for rank in range(4)]

    check_room(given[:3], limits=LIMITS)
    with pytest.raises(NoRoom) as refused:
        check_room(given, limits=LIMITS)

    assert refused.value.sentence == "photo-3.jpg does not fit: the files of this workspace may take 3 MB together."
