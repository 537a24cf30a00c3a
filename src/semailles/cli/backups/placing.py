"""Files brought into a backup: those that the former one holds already take no room, and each is read again where it arrived."""

import errno
import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from semailles.cli.backups.manifest import Kept
from semailles.cli.opening import DATABASE
from semailles.core.files import sha256_of
from semailles.core.keys import KEY_FILE
from semailles.core.snapshots import sync

MEDIA = "media"
DIGITS = 64  # of a digest
NOT_KEPT = frozenset(
    {MEDIA, "remembered", "before-upgrade", "before-rollback", "worker.alive"}
)  # brought by their names, of a moment only, or copies themselves
NOT_KEPT_BEGIN = (DATABASE, ".", "last-backup.json")
AT_ONCE = 4  # files read and written together: one waits for the disk while another is counted
BLOCK = 2**18  # bytes, of each of them in memory

Way: TypeAlias = "tuple[Callable[[Path, Path], Kept | None], Path]"  # how a file is brought, and from where


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


def stored_now(out: Path) -> dict[str, int]:
    """By digest, the size of every file that is kept, whatever the rows say. One that people take away meanwhile is gone."""
    sizes = {}
    for entry in (entry for folder in _folders_of_stored(out) for entry in os.scandir(folder)):
        if len(entry.name) == DIGITS and entry.name.isalnum() and entry.is_file():
            with suppress(FileNotFoundError):
                sizes[entry.name] = entry.stat().st_size
    return sizes


def _folders_of_stored(out: Path) -> list[Path]:
    media = out / MEDIA
    return [path for path in sorted(media.iterdir()) if path.is_dir()] if media.is_dir() else []


@contextmanager
def placing_media(digests: Iterable[str], out: Path, work: Path, former: Former | None) -> Iterator[Iterator[tuple[str, Placed | None]]]:
    """Begun at once, beside whatever is done within, by digest: None for a file that is gone, or is no longer what was received."""
    digests = list(digests)
    for prefix in {digest[:2] for digest in digests if digest.isalnum()}:
        (work / MEDIA / prefix).mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        placed = pool.map(lambda digest: _place_stored(digest, out, work, former), digests)
        try:
            yield zip(digests, placed, strict=True)
        finally:
            pool.shutdown(cancel_futures=True)  # whoever leaves early does not wait for what was not begun


def _place_stored(digest: str, out: Path, work: Path, former: Former | None) -> Placed | None:
    if not digest.isalnum():  # no file of ours: it may lead out of the backup
        return None
    target = work / stored_name(digest)
    for bring, source in _ways(stored_name(digest), out, former):
        kept = bring(source, target)
        if kept and kept.sha256 == digest:
            return Placed(kept, is_linked=bring is _link)
        target.unlink(missing_ok=True)
    return None


def _ways(name: str, out: Path, former: Former | None) -> Iterator[Way]:
    linked = _linking(name, former)
    yield from linked
    yield _copy, out / name
    yield from ((_copy, source) for _link, source in linked)  # a disk without links


def place_rows(laid: Path, target: Path) -> Placed:
    """Renamed on one disk; copied to another, and read again there."""
    kept = Kept(sha256_of(laid), laid.stat().st_size)
    try:
        laid.rename(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        if _copy(laid, target) != kept or sha256_of(target) != kept.sha256:
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(target)) from None
    sync(target)
    return Placed(kept, is_linked=False)


def place_others(out: Path, work: Path, former: Former | None) -> Iterator[tuple[str, Placed]]:
    """What is printed, colours, logos, the key: each as it is when its turn comes; one that goes meanwhile is gone."""
    for source in _others(out, work):
        name = source.relative_to(out).as_posix()
        target = work / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if kept := _copy(source, target):
            yield name, _linked_again(name, kept, target, former)


def _linked_again(name: str, kept: Kept, target: Path, former: Former | None) -> Placed:
    for bring, source in _linking(name, former):
        beside = target.with_name(f".writing-{target.name}")
        if former and former.files[name] == kept == bring(source, beside):
            beside.replace(target)
            return Placed(kept, is_linked=True)
        beside.unlink(missing_ok=True)
    return Placed(kept, is_linked=False)


def _others(out: Path, work: Path) -> Iterator[Path]:
    """A link to a file, or to a folder on another disk, is kept as what it leads to: a restored key must be a key. Not one to the backups."""
    for top in sorted(out.iterdir()):
        if top.name in NOT_KEPT or top.name.startswith(NOT_KEPT_BEGIN) or work.is_relative_to(os.path.realpath(top)):
            continue
        yield from (path for path in ([top] if top.is_file() else sorted(top.rglob("*"))) if _is_kept(path))


def _is_kept(path: Path) -> bool:
    return path.is_file() and not path.name.startswith(".writing-")


def _linking(name: str, former: Former | None) -> tuple[Way, ...]:
    return ((_link, former.folder / name),) if former and name in former.files else ()


def _link(source: Path, target: Path) -> Kept | None:
    """Read again: what was saved once may be spoiled since. None where links are not possible, or nothing is there."""
    try:
        os.link(source, target)
    except OSError:
        return None
    return Kept(sha256_of(target), target.stat().st_size)


def _copy(source: Path, target: Path) -> Kept | None:
    """None when the file is gone, or when the disk can no longer read it."""
    try:
        return copied(source, target)
    except FileNotFoundError:
        return None
    except OSError as error:
        if error.errno != errno.EIO:
            raise
        return None


def copied(source: Path, target: Path) -> Kept:
    """Counted on its way: what arrives is what was read. On the disk when it says so."""
    private = 0o600 if target.name == KEY_FILE else 0o644
    digest, block = hashlib.sha256(), memoryview(bytearray(BLOCK))
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, private)
    with os.fdopen(descriptor, "wb") as written, source.open("rb", buffering=0) as read:
        while length := read.readinto(block):
            digest.update(block[:length])
            written.write(block[:length])
        written.flush()
        os.fsync(descriptor)
        return Kept(digest.hexdigest(), os.fstat(descriptor).st_size)
