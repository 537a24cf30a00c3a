"""The files of an initiative: what was received, kept by content, and what is printed of it."""

import os
import re
import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from django.utils.translation import gettext as _

from semailles.core.errors import Refusal
from semailles.core.files import Limits, check_room, sha256_of, stored_path
from semailles.publication.shelf import OUTPUTS
from semailles.publication.transfer.belonging import belongings

MEDIA = "media"
DATA = "data"
DRESS = ("theme.css", "logo.svg", "logo.png")
DIGEST = re.compile(r"[0-9a-f]{64}")
ANY_SIZE = Limits(largest=2**60)  # each was received under the limits of its day


class NotWhole(Refusal):
    """A file that the rows name is not there, or is another."""


def files_named(initiative: UUID, *, using: str) -> set[str]:
    """By their SHA-256. Refused where something else stands: it would lead to a file that was never given."""
    named = {
        digest
        for one in belongings()
        for name in one.files
        for digest in one.rows(initiative, using=using).order_by().values_list(name, flat=True).distinct()
    }
    wrong = sorted(digest for digest in named if digest and not DIGEST.fullmatch(digest))
    if wrong:
        sentence = _(
            "The database names a file in a way that Semailles never does (« %(name)s »): it was changed by other means. Nothing was copied."
        )
        raise NotWhole(sentence % {"name": wrong[0]})
    return named - {""}


@contextmanager
def adopted(digests: Collection[str], folder: Path, beside: Path) -> Iterator[None]:
    """Keep these files of another workspace too. If what is done meanwhile fails, those that came with it are gone.

    `beside`: on the same disk, thrown away whatever happens: a file takes its name once it is whole, also when we are killed.
    """
    _require_whole(digests, folder)
    fresh = [digest for digest in sorted(digests) if not stored_path(digest).is_file()]
    check_room([(digest[:8], kept_in(folder, digest).stat().st_size) for digest in fresh], limits=ANY_SIZE)
    try:
        for digest in fresh:
            _adopt(kept_in(folder, digest), stored_path(digest), beside / digest)
        yield
    except BaseException:  # an interruption too leaves nothing of what did not come whole
        for digest in fresh:
            if not _is_named(digest):
                stored_path(digest).unlink(missing_ok=True)
        raise


def _adopt(source: Path, target: Path, beside: Path) -> None:
    shutil.copyfile(source, beside)
    with beside.open("rb") as written:
        os.fsync(written.fileno())
    target.parent.mkdir(parents=True, exist_ok=True)
    beside.replace(target)


def hand_over(digests: Collection[str], folder: Path) -> list[str]:
    """Copy what is kept here into another workspace. Gives those that are not here any more."""
    missing = []
    for digest in sorted(digests):
        here, there = stored_path(digest), kept_in(folder, digest)
        if here.is_file():
            there.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(here, there)
        else:
            missing.append(digest)
    return missing


def kept_in(folder: Path, digest: str) -> Path:
    return folder / MEDIA / digest[:2] / digest


def copy_printed(source: Path, target: Path) -> None:
    """What is printed, its tables, the initiative's colours and logo; whatever else stands there is somebody's own."""
    tables = [path.relative_to(source).as_posix() for path in (source / DATA).glob("*")] if _is_folder(source / DATA) else []
    for name in {*(output.name for output in OUTPUTS), *tables, *DRESS}:
        if (source / name).is_file() and not (source / name).is_symlink():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source / name, target / name)


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _require_whole(digests: Collection[str], folder: Path) -> None:
    """Also for safety: rows that name a file without bringing it could be given another initiative's."""
    wrong = [digest for digest in digests if not (path := kept_in(folder, digest)).is_file() or sha256_of(path) != digest]
    if wrong:
        sentence = _(
            "Files of this workspace are missing or are no longer what was received (%(number)d): « semailles verify » names them. "
            "Put them back, then import again. Nothing was brought in."
        )
        raise NotWhole(sentence % {"number": len(wrong)})


def _is_named(digest: str) -> bool:
    """By any initiative: somebody may have given the same file meanwhile."""
    return any(one.all(using="default").filter(**{name: digest}).exists() for one in belongings() for name in one.files)
