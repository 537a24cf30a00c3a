"""Whether there is room for a file, asked before a byte of it is written."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from semailles.core.errors import Refusal

MEGABYTE = 2**20
LEAST_ROOM = 4 * MEGABYTE  # below, a small write may fail half-way: nothing is begun


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes: the largest file, all files of the workspace together, and what must stay free on the disk."""

    largest: int = 200 * MEGABYTE
    together: int = 20_000 * MEGABYTE
    left_free: int = 200 * MEGABYTE


class TooLarge(Refusal):
    def __init__(self, name: str, size: int, most: int) -> None:
        said = {"name": name, "size": _megabytes(size), "most": _megabytes(most)}
        super().__init__(_("%(name)s weighs %(size)d MB, %(most)d MB at most: cut it in parts, or make its pictures lighter.") % said)


class NoRoom(Refusal):
    """The disk, or the share of it that files may take, is full."""


def check_room(given: Sequence[tuple[str, int]], *, limits: Limits = Limits()) -> None:  # a frozen value
    """Names and sizes in bytes of files that come together. Refuses the first that is too large, or that the disk or the workspace cannot hold."""
    for name, size in given:
        if size > limits.largest:
            raise TooLarge(name, size, limits.largest)
    root = Path(settings.MEDIA_ROOT)
    taken, free = _taken(root), shutil.disk_usage(_existing(root)).free
    sizes = accumulate(size for _name, size in given)
    for (name, _size), together in zip(given, sizes, strict=True):
        if together + taken > limits.together:
            sentence = _("%(name)s does not fit: the files of this workspace may take %(most)d MB together.")
            raise NoRoom(sentence % {"name": name, "most": _megabytes(limits.together)})
        if together + limits.left_free > free:
            raise NoRoom(_("%(name)s was not received: the disk is almost full. Make some room, then send it again.") % {"name": name})


def is_short_of_room(*, coming: int = 0) -> bool:
    """Whether the disk of the workspace could not take this many bytes more. A look at a counter of the system: each page may ask."""
    try:
        return shutil.disk_usage(_existing(Path(settings.WORKSPACE))).free - coming < LEAST_ROOM
    except OSError:  # the disk is gone: whoever reads or writes there will say so
        return False


def _taken(root: Path) -> int:
    return sum(path.stat().st_size for path in root.rglob("*") if path.is_file())


def _existing(folder: Path) -> Path:
    return folder if folder.exists() else _existing(folder.parent)


def _megabytes(size: int) -> int:
    return -(-size // MEGABYTE)
