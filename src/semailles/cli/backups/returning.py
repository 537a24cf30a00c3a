"""The files and the rows of a backup, put where a workspace or an instance will be."""

import tempfile
from concurrent.futures import ThreadPoolExecutor
from gettext import gettext as _
from pathlib import Path

from semailles.cli import opening
from semailles.cli.backups.manifest import Chain, Manifest
from semailles.cli.backups.placing import AT_ONCE, copied
from semailles.core.databases import server
from semailles.core.errors import Refusal
from semailles.core.keys import KEY_FILE
from semailles.core.progress import Progress

ARRIVING = ".arriving-"


class NotAsSaved(Refusal):
    """A file of the backup, or what was made of it, is no longer what was saved."""


def bring_back(folder: Path, manifest: Manifest, work: Path, lang: str, progress: Progress) -> None:
    """Verified. Its rows go to the server that DATABASE_URL names, when it is an instance and one is named; otherwise to a file."""
    if manifest.is_instance and KEY_FILE in manifest.files:
        _bring(KEY_FILE, folder, manifest, work)
    opening.stand_in(work)
    opening.set_up(lang)
    refuse_later(manifest, folder)
    names = [name for name in manifest.files if name not in (KEY_FILE, opening.DATABASE)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for rank, _done in enumerate(pool.map(lambda name: _bring(name, folder, manifest, work), names)):
            progress(_("Files"), rank, len(names))
    progress(_("Database"), 0, 1)
    if manifest.is_instance and server():
        _bring_rows_to_server(folder, manifest, work, lang)
    else:
        _bring(opening.DATABASE, folder, manifest, work)
        opening.start(work, lang, keeps_former=False)
        _require_the_same(manifest, folder)


def refuse_later(manifest: Manifest, folder: Path) -> None:
    """Before anything is written: an older program knows nothing of tables that came since."""
    ours = {".".join(key) for key in opening.known_migrations()}
    if set(manifest.migrations) - ours:
        raise opening.LaterWorkspace(
            _("%(folder)s was made by version %(version)s of Semailles, later than this one: install that version, or a newer one.")
            % {"folder": folder, "version": manifest.version}
        )


def _require_the_same(manifest: Manifest, folder: Path) -> None:
    """What was restored says of itself what was written when it was saved: rows, seals, files."""
    from semailles.cli.checking import chains, named_files
    from semailles.core.files import drift
    from semailles.publication.transfer.moments import counted, migrations_of

    seals = {str(initiative.public_id): Chain(verdict.seals, verdict.head) for initiative, verdict in chains()}
    found = drift(named_files())
    lost = {*found.missing, *found.changed} - set(manifest.faults)
    was_current = manifest.migrations == migrations_of("default")
    if seals != manifest.seals or lost or found.orphans or (was_current and counted("default") != manifest.rows):
        raise NotAsSaved(_("What was restored is not what %(folder)s says: nothing is kept. Take another backup.") % {"folder": folder})


def _bring_rows_to_server(folder: Path, manifest: Manifest, work: Path, lang: str) -> None:
    """A copy of the file is first brought to this version, beside. Of what is not what was saved, the server keeps no row."""
    from django.db import transaction

    from semailles.cli.instance import bring_up_to_date, refuse_taken
    from semailles.publication.transfer.databases import opened
    from semailles.publication.transfer.everything import copy_everything

    refuse_taken(work, lang)
    with tempfile.TemporaryDirectory(prefix=ARRIVING, dir=work) as beside:
        _bring(opening.DATABASE, folder, manifest, Path(beside))
        arrived = Path(beside, opening.DATABASE)
        bring_up_to_date(arrived, folder, lang)
        opening.start(work, lang, keeps_former=False)
        with opened(arrived, "arriving") as source, transaction.atomic():
            copy_everything(source, "default")
            _require_the_same(manifest, folder)


def _bring(name: str, folder: Path, manifest: Manifest, work: Path) -> None:
    """What arrives is what was saved, or nothing does."""
    kept, target = manifest.files[name], work / name
    if not target.resolve().is_relative_to(work.resolve()):
        raise NotAsSaved(_not_as_saved(folder / name))
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        arrived = copied(folder / name, target)
    except FileNotFoundError:
        raise NotAsSaved(_not_as_saved(folder / name)) from None
    if arrived != kept:
        raise NotAsSaved(_not_as_saved(folder / name))


def _not_as_saved(file: Path) -> str:
    return _("%(file)s is missing, or is no longer what was saved: nothing was restored. Take another backup.") % {"file": file}
