"""`semailles export OUT --format decidim`: the ideas of a workspace for another platform, and what does not go with them."""

import argparse
from gettext import gettext as _
from pathlib import Path

from semailles.cli import opening
from semailles.cli.terminal import complain, say, say_json


def export(arguments: argparse.Namespace, lang: str) -> int:
    """0: written. What is lost is said, each time."""
    out = arguments.out.resolve()
    opening.refuse_no_workspace(out, arguments.out)
    opening.refuse_instance(out, arguments.out)
    opening.start(out, lang)
    from semailles.core.files import replace
    from semailles.publication.exports import decidim_export
    from semailles.workshop.models import Initiative

    target: Path = arguments.file or arguments.out / "data" / f"{arguments.format}.csv"
    made = decidim_export(Initiative.objects.get(), only_kept=arguments.kept)
    replace(target, made.content)
    say(_("Ideas written: %(rows)d, in %(file)s") % {"rows": made.rows, "file": target})
    say(_("What the file does not hold:"))
    for one in made.dropped:
        say(f"  – {one}")
    for note in made.notes:
        complain(note)
    if arguments.json:
        say_json({"ok": True, "file": str(target), "rows": made.rows, "dropped": made.dropped, "notes": made.notes})
    return 0
