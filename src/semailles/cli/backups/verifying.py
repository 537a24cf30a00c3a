"""Whether a backup is still what it was when it proved itself: every file read again, its database opened elsewhere."""

import argparse
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from gettext import gettext as _
from pathlib import Path

from semailles.cli import opening
from semailles.cli.backups.manifest import FILE, Manifest, read
from semailles.cli.backups.returning import refuse_later
from semailles.cli.backups.trial import Tried, Unsound, trial
from semailles.cli.terminal import announced, say, say_json
from semailles.core.files import Drift, is_of_a_desktop, sha256_of


def verify_backup(folder: Path, arguments: argparse.Namespace, lang: str) -> int:
    """0: it is what it was · 1: do not count on it."""
    manifest = read(folder)
    opening.set_up(lang)
    refuse_later(manifest, folder)
    files = _files(folder, manifest)
    faults = list(_faults(folder, manifest, lang, files))
    said = {
        _("missing: this backup is no longer whole, make another one"): files.missing,
        _("changed since it was saved: this backup is no longer whole, make another one"): files.changed,
        _("kept for nothing: the backup does not name it"): files.orphans,
    }
    say(str(folder))
    for what, names in said.items():
        for name in names:
            say(announced(f"✗ {name}", what))
    for fault in faults:
        say(f"✗ {fault}")
    say(_("Files verified: %(number)d") % {"number": len(manifest.files)})
    is_fine = files.is_none and not faults
    if is_fine:
        say(_("It opens, with its rows, and its seals hold."))
    if arguments.json:
        say_json({"ok": is_fine, "backup": str(folder), **asdict(files), "faults": faults})
    return 0 if is_fine else 1


def _files(folder: Path, manifest: Manifest) -> Drift:
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} - {FILE}
    missing = manifest.files.keys() - there
    changed = [name for name, kept in manifest.files.items() if name in there and sha256_of(folder / name) != kept.sha256]
    orphans = [name for name in there - manifest.files.keys() if not is_of_a_desktop(folder / name)]
    return Drift(tuple(sorted(missing)), tuple(sorted(changed)), tuple(sorted(orphans)))


def _faults(folder: Path, manifest: Manifest, lang: str, files: Drift) -> Iterator[str]:
    if opening.DATABASE in files.missing:
        return
    with tempfile.TemporaryDirectory(prefix="semailles-") as place:
        try:
            with trial(Path(place), lang) as tried:
                found = tried(folder / opening.DATABASE)
        except Unsound as refusal:
            yield refusal.sentence
            return
    if _counted(found) != manifest.rows or found.seals != manifest.seals:
        yield _("The database says something else than what was saved.")
    yield from (broken for broken in found.breaks if broken not in manifest.faults)


def _counted(found: Tried) -> dict[str, int]:
    from semailles.publication.transfer.moments import is_counted

    return {name: number for name, number in found.rows.items() if is_counted(name)}
