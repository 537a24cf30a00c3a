"""Files brought into a backup: those that the former one holds already take no room, and each is read again where it arrived."""

import errno
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from semailles.cli.backups.manifest import Kept
from semailles.cli.opening import DATABASE
from semailles.core.files import sha256_of
from semailles.core.keys import KEY_FILE
from semailles.core.snapshots import sync

MEDIA = "media"
NOT_KEPT = frozenset(
    {MEDIA, "remembered", "before-upgrade", "before-rollback", "worker.alive"}
)  # brought by their names, of a moment only, or copies themselves
NOT_KEPT_BEGIN = (DATABASE, ".", "last-backup.json")
AT_ONCE = 4  # files read and written together: one waits for the disk while another is counted


@dataclass(frozen=True, slots=True)
class Former:
    """A backup of before, in the same place."""

    folder: Path
    files: Mapping[str, Kept]


@dataclass(frozen=True, slots=True)
class Placed:
    """`is_linked`: the former backup held it already."""

    kept: Kept
    is_linked: bool


def stored_name(digest: str) -> str:
    return f"{MEDIA}/{digest[:2]}/{digest}"


def place_media(digests: list[str], out: Path, work: Path, former: Former | None) -> Iterator[tuple[str, Placed | None]]:
    """None for a file that is gone, or that is no longer what was received."""
    for prefix in {digest[:2] for digest in digests if digest.isalnum()}:
        (work / MEDIA / prefix).mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        yield from zip(digests, pool.map(lambda digest: _place_stored(digest, out, work, former), digests), strict=True)


def _place_stored(digest: str, out: Path, work: Path, former: Former | None) -> Placed | None:
    name = stored_name(digest)
    target = work / name
    linked = _linking(name, former)
    if not digest.isalnum():  # no file of ours: it may lead out of the backup
        return None
    for bring, source in (*linked, (_copy, out / name), *((_copy, source) for _link, source in linked)):  # the last: a disk without links
        if bring(source, target) and sha256_of(target) == digest:
            return Placed(Kept(digest, target.stat().st_size), is_linked=bring is _link)
        target.unlink(missing_ok=True)
    return None


def place_rows(laid: Path, target: Path) -> Placed:
    """Renamed on one disk; copied to another, and read again there."""
    kept = Kept(sha256_of(laid), laid.stat().st_size)
    try:
        laid.rename(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        if not _copy(laid, target) or sha256_of(target) != kept.sha256:
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(target)) from None
    sync(target)
    return Placed(kept, is_linked=False)


def place_others(out: Path, work: Path, former: Former | None) -> Iterator[tuple[str, Placed]]:
    """What is printed, colours, logos, the key: each as it is when its turn comes; one that goes meanwhile is gone."""
    for source in _others(out, work):
        name = source.relative_to(out).as_posix()
        target = work / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if _copy(source, target):
            yield name, _linked_again(name, target, former)


def _linked_again(name: str, target: Path, former: Former | None) -> Placed:
    kept = Kept(sha256_of(target), target.stat().st_size)
    for bring, source in _linking(name, former):
        beside = target.with_name(f".writing-{target.name}")
        if former and former.files[name] == kept and bring(source, beside) and sha256_of(beside) == kept.sha256:
            beside.replace(target)
            return Placed(kept, is_linked=True)
        beside.unlink(missing_ok=True)
    return Placed(kept, is_linked=False)


def _others(out: Path, work: Path) -> Iterator[Path]:
    """A link to a file, or to a folder on another disk, is kept as what it leads to: a restored key must be a key. Not one to the backups."""
    for top in sorted(out.iterdir()):
        if top.name in NOT_KEPT or top.name.startswith(NOT_KEPT_BEGIN) or work.is_relative_to(top.resolve()):
            continue
        yield from (path for path in ([top] if top.is_file() else sorted(top.rglob("*"))) if _is_kept(path))


def _is_kept(path: Path) -> bool:
    return path.is_file() and not path.name.startswith(".writing-")


def _linking(name: str, former: Former | None) -> tuple[tuple[Callable[[Path, Path], bool], Path], ...]:
    return ((_link, former.folder / name),) if former and name in former.files else ()


def _link(source: Path, target: Path) -> bool:
    """False where links are not possible, or nothing is there."""
    try:
        os.link(source, target)
    except OSError:
        return False
    return True


def _copy(source: Path, target: Path) -> bool:
    """On the disk when it says so. False when the file is gone, or when the disk can no longer read it."""
    private = 0o600 if target.name == KEY_FILE else 0o644
    try:
        with source.open("rb") as read, os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, private), "wb") as written:
            shutil.copyfileobj(read, written, 2**20)
            written.flush()
            os.fsync(written.fileno())
    except FileNotFoundError:
        return False
    except OSError as error:
        if error.errno != errno.EIO:
            raise
        return False
    return True
