"""A backup made, tried, and only then given its name."""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from gettext import gettext as _
from pathlib import Path

import semailles
from semailles.cli import opening
from semailles.cli.backups.manifest import NAME, Manifest, NotABackup, backups_in, free_moment, read, write
from semailles.cli.backups.placing import MEDIA, Former, Placed, place_others, place_rows, placing_media, stored_name, stored_now
from semailles.cli.backups.trial import PREFIX, Tried, trial
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


@dataclass(frozen=True, slots=True)
class Brought:
    """`rows`: by table. `placed`: by path in the backup; None for a file that is named and gone."""

    rows: Mapping[str, int]
    found: Tried
    placed: Mapping[str, Placed | None]


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
        brought = _brought(out, work, lang, former, progress)
        manifest = Manifest(
            version=semailles.__version__,
            of=str(out),
            made_at=moment,
            is_instance=(out / KEY_FILE).is_file(),
            server=_vendor(),
            migrations=_migrations(),
            rows=brought.rows,
            files={name: one.kept for name, one in sorted(brought.placed.items()) if one},
            seals=brought.found.seals,
            faults=(*_lost(brought), *brought.found.breaks),
        )
        write(manifest, work)
        _sync_folders(work)
        folder = work.rename(work.with_name(moment.strftime(STAMP)))
        sync(place)
    except BaseException:  # an interruption too leaves nothing
        shutil.rmtree(work, ignore_errors=True)
        raise
    linked = [one for one in brought.placed.values() if one and one.is_linked]
    copied = [one for one in brought.placed.values() if one and not one.is_linked]
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


def _brought(out: Path, work: Path, lang: str, former: Former | None, progress: Progress) -> Brought:
    with _bench(work) as bench:
        for _attempt in range(TRIES):
            shutil.rmtree(work / MEDIA, ignore_errors=True)
            brought = _rows_and_media(out, work, bench, lang, former, progress)
            if None not in brought.placed.values():
                break
        of_rows = place_rows(bench / opening.DATABASE, work / opening.DATABASE)
    progress(_("Other files"), 0, 1)
    return replace(brought, placed={**brought.placed, **dict(place_others(out, work, former)), opening.DATABASE: of_rows})


@contextmanager
def _bench(work: Path) -> Iterator[Path]:
    """Where rows are copied and tried: on this machine. SQLite cannot always lock a file on a share of the network, which keeps a finished one well."""
    with tempfile.TemporaryDirectory(prefix=PREFIX, dir=None if is_shared(work) else work.parent) as bench:
        yield Path(bench)


def _rows_and_media(out: Path, work: Path, bench: Path, lang: str, former: Former | None, progress: Progress) -> Brought:
    """All the files that are there are brought while the rows are copied and tried; those that the copy names are what counts."""
    there = stored_now(out)
    of_rows = 2 * _size(out / opening.DATABASE)
    _require_room(bench, of_rows)
    _require_room(work, of_rows + sum(size for digest, size in there.items() if not _is_known(digest, former)))
    with placing_media(there, out, work, former) as placing:
        rows, found = _rows_copied_and_tried(out, bench, lang, progress)
        placed = dict(_shown(placing, len(there), progress))
    for name in placed.keys() - {stored_name(digest) for digest in found.files}:  # nothing names it any more
        del placed[name]
        (work / name).unlink(missing_ok=True)
    late = [digest for digest in sorted(found.files) if stored_name(digest) not in placed]  # or gone: the former backup may hold it
    with placing_media(late, out, work, former) as placing:
        return Brought(rows, found, {**placed, **dict(_shown(placing, len(late), progress))})


def _rows_copied_and_tried(out: Path, bench: Path, lang: str, progress: Progress) -> tuple[dict[str, int], Tried]:
    with trial(bench, lang) as tried:  # its process makes itself ready while this one does
        opening.open_folder(out, lang)
        opening.is_up_to_date("default", said=out)  # refused when it is of a later version
        from semailles.publication.transfer.moments import copy_of_now

        progress(_("Database"), 0, 1)
        database = bench / opening.DATABASE
        database.unlink(missing_ok=True)
        rows = copy_of_now(database)
        progress(_("Trial of the copy"), 0, 1)
        found = tried(database)
    _require_same_rows(rows, found)
    return rows, found


def _require_same_rows(rows: dict[str, int], found: Tried) -> None:
    """As a process that never saw the folder read them in their copy."""
    from semailles.publication.transfer.moments import is_counted

    differing = rows.items() ^ {(name, number) for name, number in found.rows.items() if is_counted(name)}
    if differing:
        raise RuntimeError(f"copied tables do not have the rows they had: {sorted(differing)}")


def _is_known(digest: str, former: Former | None) -> bool:
    return former is not None and stored_name(digest) in former.files


def _shown(placing: Iterator[tuple[str, Placed | None]], total: int, progress: Progress) -> Iterator[tuple[str, Placed | None]]:
    for rank, (digest, placed) in enumerate(placing):
        progress(_("Files"), rank, total)
        yield stored_name(digest), placed
    if total:
        progress(_("Files"), total, total)


def _lost(brought: Brought) -> list[str]:
    return sorted(name for digest, names in brought.found.files.items() if not brought.placed[stored_name(digest)] for name in names)


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
