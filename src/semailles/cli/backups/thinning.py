"""Older backups make room for newer ones. The last whole one always stays."""

import shutil
from datetime import datetime
from gettext import gettext as _
from pathlib import Path

from semailles.cli.backups.making import PARTIAL
from semailles.cli.backups.manifest import NotABackup, backups_in, read
from semailles.core.errors import Refusal
from semailles.engines.rotating import Rule, UnreadableRule, kept, rule


def rule_said(written: str) -> Rule:
    try:
        return rule(written)
    except UnreadableRule:
        raise Refusal(
            _("« %(rule)s » cannot be read: write how many days, weeks and months keep their last backup, as in --keep 7d,4w,12m.")
            % {"rule": written}
        ) from None


def thin_out(place: Path, by: Rule, *, made: Path) -> list[Path]:
    """Gives those that are gone. Each loses its name first: none is ever seen half there. `made`: stays, even if the clock was set back since others."""
    found = backups_in(place)
    staying = kept(found, by) | _last_whole(found)
    gone = [path for moment, path in found.items() if moment not in staying and path != made]
    for path in gone:
        shutil.rmtree(path.rename(path.with_name(path.name + PARTIAL)))
    return gone


def _last_whole(found: dict[datetime, Path]) -> frozenset[datetime]:
    return frozenset(next(([moment] for moment in sorted(found, reverse=True) if _is_whole(found[moment])), []))


def _is_whole(folder: Path) -> bool:
    try:
        return read(folder).is_whole
    except NotABackup:
        return False
