"""`semailles verify OUT`: whether the files of a workspace, of an instance or of a backup are what its database says of them, and its seals as they were set."""

import argparse
from dataclasses import asdict
from gettext import gettext as _
from typing import TYPE_CHECKING

from semailles.cli import opening
from semailles.cli.backups import manifest
from semailles.cli.backups.verifying import verify_backup
from semailles.cli.terminal import announced, say, say_json

if TYPE_CHECKING:
    from semailles.core.files import Drift
    from semailles.core.seals import Verdict


def verify(arguments: argparse.Namespace, lang: str) -> int:
    """0: nothing found · 1: something is missing, changed, or kept for nothing, or a chain of seals breaks."""
    out = arguments.out.resolve()
    backup = out if opening.is_kept(out) else manifest.chosen(out)
    if (backup / manifest.FILE).is_file():
        return verify_backup(backup, arguments, lang)
    opening.refuse_no_workspace(out, arguments.out)
    opening.start(out, lang)
    files, chains = _files(), _chains()
    if arguments.json:
        say_json({"ok": files.is_none and all(chain.holds for chain in chains.values()), **asdict(files), "seals": _told(chains)})
    return 0 if files.is_none and all(chain.holds for chain in chains.values()) else 1


def _files() -> "Drift":
    from semailles.cli.checking import named_files
    from semailles.core.files import drift

    expected = named_files()
    found = drift(expected)
    said = {
        _("missing: put it back in your folder and run again, or give it again on screen"): found.missing,
        _(
            "changed since it was received: put the file that was received back in your folder, remove this one, and run again"
        ): found.changed,
        _("kept for nothing: no document names it"): found.orphans,
    }
    for what, names in said.items():
        for name in names:
            say(announced(f"✗ {name}", what))
    say(_("Files verified: %(number)d") % {"number": len(expected)})
    return found


def _chains() -> "dict[str, Verdict]":
    """By initiative. Its last digest, noted elsewhere, proves later that nothing before it was made again."""
    from semailles.cli import checking
    from semailles.core.seals import fault_in_words, verdict_in_words

    chains = {}
    for initiative, chain in checking.chains():
        chains[str(initiative.public_id)] = chain
        for broken in chain.breaks:
            say("✗ " + _("seal %(rank)d: %(why)s") % {"rank": broken.rank, "why": fault_in_words(broken)})
        say(f"{initiative} · {verdict_in_words(chain)} {chain.head}".rstrip())
    return chains


def _told(chains: "dict[str, Verdict]") -> list[dict[str, object]]:
    return [{"initiative": key, **asdict(chain)} for key, chain in chains.items()]
