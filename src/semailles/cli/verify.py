"""`semailles verify OUT`: whether the files of a workspace are what its database says of them."""

import argparse
from dataclasses import asdict
from gettext import gettext as _

from semailles.cli import opening
from semailles.cli.terminal import say, say_json


def verify(arguments: argparse.Namespace, lang: str) -> int:
    """0: nothing found · 1: something is missing, changed, or kept for nothing."""
    out = arguments.out.resolve()
    opening.refuse_no_workspace(out, arguments.out)
    opening.start(out, lang)
    from semailles.convergence.queries.corrections import kept_photos
    from semailles.core.files import drift
    from semailles.intake.queries.originals import kept_files
    from semailles.projects import pictures

    expected = kept_files()
    for kept in (kept_photos(), pictures.kept_files()):
        for digest, shown in kept.items():
            expected.setdefault(digest, []).extend(shown)
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
            say(f"✗ {name} : {what}")
    say(_("Files verified: %(number)d") % {"number": len(expected)})
    if arguments.json:
        say_json({"ok": found.is_none, **asdict(found)})
    return 0 if found.is_none else 1
