"""`semailles restore BACKUP OUT`: what a backup holds, at a place where nothing is, brought to this version and verified before it takes its name."""

import argparse
import os
import shutil
from datetime import UTC
from gettext import gettext as _
from pathlib import Path

from semailles.cli import opening
from semailles.cli.backups.manifest import Manifest, chosen, read
from semailles.cli.backups.returning import bring_back
from semailles.cli.terminal import complain, program, progress_shown, say, say_json
from semailles.core.errors import Refusal


def restore(arguments: argparse.Namespace, lang: str) -> int:
    """0: it is there, whole or as it was saved · 1, 2: nothing was restored."""
    out = arguments.out.resolve()
    folder = chosen(arguments.backup.resolve())
    manifest = read(folder)
    if os.path.lexists(out):
        raise Refusal(_("%(out)s exists: choose another folder to restore to.") % {"out": arguments.out})
    _require_room(out.parent, sum(kept.size for kept in manifest.files.values()))
    with opening.place_of_work(out) as work, progress_shown() as progress:
        work.chmod(0o700 if manifest.is_instance else 0o755)
        bring_back(folder, manifest, work, lang, progress)
        opening.show(work, out)
    _say(manifest, folder, arguments)
    if arguments.json:
        say_json({"ok": True, "output": str(out), "backup": str(folder), "faults": manifest.faults})
    return 0


def _require_room(place: Path, needed: int) -> None:
    while not place.exists():
        place = place.parent
    free = shutil.disk_usage(place).free
    if needed > free:
        sentence = _("There is no room to restore to (%(needed)d MB are needed, %(free)d MB are free): make some, or choose another disk.")
        raise Refusal(sentence % {"needed": -(-needed // 2**20), "free": free // 2**20})


def _say(manifest: Manifest, folder: Path, arguments: argparse.Namespace) -> None:
    for fault in manifest.faults:
        complain("✗ " + _("%(name)s: missing or changed already when it was saved") % {"name": fault})
    command = f"{program()} serve --instance" if manifest.is_instance else f"{program()} serve"
    said = {"backup": folder, "at": f"{manifest.made_at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"}
    say(_("Restored from %(backup)s, as it was on %(at)s.") % said)
    say(_("To open it: %(command)s") % {"command": f"{command} {arguments.out}"})
