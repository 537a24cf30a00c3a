"""`semailles backup OUT`: a copy of a workspace or of an instance while people write in it, tried before it is said to be one."""

import argparse
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path

from semailles.cli import opening
from semailles.cli.backups.making import Made, held, make
from semailles.cli.backups.thinning import rule_said, thin_out
from semailles.cli.terminal import complain, progress_shown, say, say_json
from semailles.core.errors import Refusal
from semailles.core.saved import Last, note

NOT_WHOLE = 3


def backup(arguments: argparse.Namespace, lang: str) -> int:
    """0: kept and whole · 1, 2: nothing was kept · 3: kept as it is, but the folder itself lacks files, or its seals break."""
    out = arguments.out.resolve()
    opening.refuse_no_workspace(out, arguments.out)
    place = (arguments.to or out.with_name(f"{out.name}-backups")).resolve()
    if place.is_relative_to(out):
        raise Refusal(_("%(place)s is inside what is saved: choose a place outside it with --to.") % {"place": place})
    rule = rule_said(arguments.keep) if arguments.keep else None
    with held(place), progress_shown() as progress:
        made = make(out, place, lang, progress)
        note(Last(made.manifest.made_at, made.folder, made.manifest.is_whole), out)
        gone = thin_out(place, rule, made=made.folder) if rule else []
    _say(made, gone, out)
    if arguments.json:
        said = {"output": str(made.folder), "copied": made.copied, "linked": made.linked, "bytes": made.size}
        say_json({"ok": made.manifest.is_whole, **said, "faults": made.manifest.faults, "removed": [path.name for path in gone]})
    return 0 if made.manifest.is_whole else NOT_WHOLE


def _say(made: Made, gone: list[Path], out: Path) -> None:
    manifest = made.manifest
    said = {"rows": sum(manifest.rows.values()), "files": len(manifest.files), "linked": made.linked}
    say(_("Saved and tried: %(folder)s") % {"folder": made.folder})
    say(_("Rows: %(rows)d · files: %(files)d · there already: %(linked)d") % said)
    if gone:
        say(ngettext("%(n)d older backup made room.", "%(n)d older backups made room.", len(gone)) % {"n": len(gone)})
    for fault in manifest.faults:
        complain(f"✗ {fault}")
    if manifest.faults:
        complain(
            _(
                "The backup holds all that was there, but this is missing or changed in %(out)s itself: « semailles verify %(out)s » says what to do."
            )
            % {"out": out}
        )
