"""A backup made, tried, and only then given its name."""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path

import semailles
from semailles.cli import opening
from semailles.cli.backups.manifest import NAME, Manifest, NotABackup, backups_in, free_moment, read, write
from semailles.cli.backups.placing import Former, Placed, place_media, place_others, place_rows, stored_name
from semailles.cli.backups.trial import PREFIX, Tried, tried
from semailles.cli.disks import is_shared
from semailles.cli.upgrading import STAMP
from semailles.core.errors import Refusal
from semailles.core.keys import KEY_FILE
from semailles.core.progress import Progress
from semailles.core.snapshots import sync

PARTIAL = ".partial"
TRIES = 2  # a file may be taken away by people after the rows that name it were copied


class AlreadyRunning(Refusal):
    """Another backup is being made in the same place."""


@dataclass(frozen=True, slots=True)
class Made:
    """`copied`, `linked`: numbers of files; `size`: bytes of those that were copied."""

    folder: Path
    manifest: Manifest
    copied: int
    linked: int
    size: int


@contextmanager
def held(place: Path) -> Iterator[None]:
    """One at a time in a place. What a killed one left there is thrown away: it never had a name."""
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(place, os.O_RDONLY | os.O_DIRECTORY)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyRunning(_("A backup is being made in %(place)s: wait until it ends.") % {"place": place}) from None
        for path in place.iterdir():
            if path.name.startswith(PREFIX) or (path.name.endswith(PARTIAL) and NAME.fullmatch(path.name.removesuffix(PARTIAL))):
                shutil.rmtree(path)
        yield
    finally:
        os.close(descriptor)


def make(out: Path, place: Path, lang: str, progress: Progress) -> Made:
    """To be called while `place` is held. Nothing is left of a backup that does not prove itself."""
    moment = free_moment(place)
    former = _former(place, out)
    work = place / f"{moment.strftime(STAMP)}{PARTIAL}"
    work.mkdir(mode=0o700)
    try:
        rows, found, placed = _brought(out, work, lang, former, progress)
        manifest = Manifest(
            version=semailles.__version__,
            of=str(out),
            made_at=moment,
            is_instance=(out / KEY_FILE).is_file(),
            server=_vendor(),
            migrations=_migrations(),
            rows=rows,
            files={name: one.kept for name, one in sorted(placed.items()) if one},
            seals=found.seals,
            faults=(*_lost(found, placed), *found.breaks),
        )
        write(manifest, work)
        _sync_folders(work)
        folder = work.rename(work.with_name(moment.strftime(STAMP)))
        sync(place)
    except BaseException:  # an interruption too leaves nothing
        shutil.rmtree(work, ignore_errors=True)
        raise
    linked = [one for one in placed.values() if one and one.is_linked]
    copied = [one for one in placed.values() if one and not one.is_linked]
    return Made(folder, manifest, len(copied), len(linked), sum(one.kept.size for one in copied))


def _former(place: Path, out: Path) -> Former | None:
    """Backups of two folders in one place would thin each other out. One that can no longer be read has nothing to lend: the one before does."""
    for folder in reversed(backups_in(place).values()):
        try:
            manifest = read(folder)
        except NotABackup:
            continue
        if manifest.of != str(out):
            raise Refusal(
                _("%(place)s holds backups of %(other)s: choose another place with --to.") % {"place": place, "other": manifest.of}
            )
        return Former(folder, manifest.files)
    return None


def _brought(
    out: Path, work: Path, lang: str, former: Former | None, progress: Progress
) -> tuple[dict[str, int], Tried, dict[str, Placed | None]]:
    with _bench(work) as bench:
        for left in range(TRIES - 1, -1, -1):
            rows, found, placed = _rows_and_media(out, work, bench, lang, former, progress)
            if None not in placed.values() or not left:
                break
            shutil.rmtree(work / "media")
        of_rows = place_rows(bench / opening.DATABASE, work / opening.DATABASE)
    progress(_("Other files"), 0, 1)
    others: dict[str, Placed | None] = dict(place_others(out, work, former))
    return rows, found, {**placed, **others, opening.DATABASE: of_rows}


@contextmanager
def _bench(work: Path) -> Iterator[Path]:
    """Where rows are copied and tried: on this machine. SQLite cannot always lock a file on a share of the network, which keeps a finished one well."""
    with tempfile.TemporaryDirectory(prefix=PREFIX, dir=None if is_shared(work) else work.parent) as bench:
        yield Path(bench)


def _rows_and_media(
    out: Path, work: Path, bench: Path, lang: str, former: Former | None, progress: Progress
) -> tuple[dict[str, int], Tried, dict[str, Placed | None]]:
    """Files that the rows name now are brought while their copy is tried; what it names is what counts."""
    rows = _rows_copied(out, bench / opening.DATABASE, progress)
    with ThreadPoolExecutor(1) as beside:
        trial = beside.submit(tried, bench / opening.DATABASE, bench, lang)
        placed = dict(_media(sorted(_named_now(out)), out, work, former, progress))
        progress(_("Trial of the copy"), 0, 1)
        found = trial.result()
    _require_same_rows(rows, found)
    for digest in [digest for digest in placed if digest.rpartition("/")[2] not in found.files]:  # named since
        del placed[digest]
        (work / digest).unlink(missing_ok=True)
    late = [digest for digest in sorted(found.files) if stored_name(digest) not in placed]
    return rows, found, {**placed, **dict(_media(late, out, work, former, progress))}


def _named_now(out: Path) -> Iterable[str]:
    """Nothing when the tables are of an earlier version: only the trial brings them up to date, in its own copy."""
    from semailles.cli.checking import named_files

    return named_files() if opening.is_up_to_date("default", said=out) else ()


def _rows_copied(out: Path, database: Path, progress: Progress) -> dict[str, int]:
    from semailles.publication.transfer.moments import copy_of_now

    progress(_("Database"), 0, 1)
    _require_room(database.parent, 2 * _size(out / opening.DATABASE))
    database.unlink(missing_ok=True)
    return copy_of_now(database)


def _require_same_rows(rows: dict[str, int], found: Tried) -> None:
    """As a process that never saw the folder read them in their copy."""
    from semailles.publication.transfer.moments import is_counted

    differing = rows.items() ^ {(name, number) for name, number in found.rows.items() if is_counted(name)}
    if differing:
        raise RuntimeError(f"copied tables do not have the rows they had: {sorted(differing)}")


def _media(digests: Sequence[str], out: Path, work: Path, former: Former | None, progress: Progress) -> Iterator[tuple[str, Placed | None]]:
    known = former.files if former else {}
    fresh = [digest for digest in digests if stored_name(digest) not in known]
    _require_room(work, sum(_size(out / stored_name(digest)) for digest in fresh))
    for rank, (digest, placed) in enumerate(place_media(list(digests), out, work, former)):
        progress(_("Files"), rank, len(digests))
        yield stored_name(digest), placed
    progress(_("Files"), len(digests), len(digests))


def _lost(found: Tried, placed: dict[str, Placed | None]) -> list[str]:
    return sorted(name for digest, names in found.files.items() if not placed[stored_name(digest)] for name in names)


def _require_room(work: Path, needed: int) -> None:
    free = shutil.disk_usage(work).free
    if needed > free:
        said = {"place": work.parent, "needed": -(-needed // 2**20), "free": free // 2**20}
        raise Refusal(
            _(
                "There is no room for a backup in %(place)s (%(needed)d MB are needed, %(free)d MB are free): "
                "make some, keep fewer with --keep, or choose another place with --to. Nothing was kept."
            )
            % said
        )


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0


def _vendor() -> str:
    from django.db import connection

    return connection.vendor


def _migrations() -> tuple[str, ...]:
    from semailles.publication.transfer.moments import migrations_of

    return migrations_of("default")


def _sync_folders(work: Path) -> None:
    for folder in (work, *(path for path in work.rglob("*") if path.is_dir())):
        sync(folder)
