"""`semailles rollback OUT`: the database that an upgrade found is put back; the one of after is set aside, with what was written since."""

import argparse
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path

from semailles.cli import opening, upgrading
from semailles.cli.sharing import Share, have_alone
from semailles.cli.terminal import say, say_json
from semailles.core.databases import server
from semailles.core.errors import Refusal

ASIDE = "before-rollback"
NOW, FORMER = "default", "former"


@dataclass(frozen=True, slots=True)
class Written:
    """In the journal, since the copy was made."""

    acts: int = 0
    last_at: datetime | None = None


def rollback(arguments: argparse.Namespace, lang: str) -> int:
    """0: the former database is there · 2: it cannot be put back."""
    out = arguments.out.resolve()
    opening.refuse_no_workspace(out, arguments.out)
    former = _chosen(out, arguments)
    opening.stand_in(out)
    opening.set_up(lang)
    if server():
        _refuse_later(arguments.out)
    with opening.held(out), closing(_Alone(out, arguments.out)):
        done = _put_back(out, former)
    if arguments.json:
        say_json({"ok": True, "version": upgrading.version_of(former), **done})
    return 0


def _refuse_later(said: Path) -> None:
    """Only a program that knows all the tables can set aside what they hold: no file of the database can be kept as it is."""
    try:
        opening.is_up_to_date(NOW, said=said)
    except opening.LaterWorkspace:
        sentence = _(
            "The tables of %(out)s on the PostgreSQL server are of a later version: « semailles rollback » is run with that version, "
            "before the former one is installed again."
        )
        raise opening.LaterWorkspace(sentence % {"out": said}) from None


class _Alone:
    def __init__(self, out: Path, said: Path) -> None:
        self._share = Share(out)
        have_alone(self._share, said=said, patience=0.0)

    def close(self) -> None:
        self._share.end()


def _chosen(out: Path, arguments: argparse.Namespace) -> Path:
    kept = upgrading.kept(out)
    if not kept:
        raise Refusal(_("No upgrade of %(out)s has kept the database of before: there is nothing to put back.") % {"out": arguments.out})
    chosen = kept[-1] if not arguments.to else next((one for one in kept if one.name == Path(arguments.to).name), None)
    if chosen is None:
        raise Refusal(
            _("%(name)s is not kept here. These are: %(names)s.") % {"name": arguments.to, "names": ", ".join(one.name for one in kept)}
        )
    return chosen


def _put_back(out: Path, former: Path) -> dict[str, object]:
    from semailles.core import snapshots

    if not snapshots.is_sound(former):
        raise Refusal(_("%(name)s is damaged: choose another one with --to. Nothing was changed.") % {"name": former})
    database = out / opening.DATABASE
    if not server() and not snapshots.is_sound(database):
        aside = _named_aside(out, "")
        snapshots.set_aside_damaged(database, aside)
        snapshots.replace_damaged(former, database)
        say(_("The database was damaged: it is kept as it was, in %(aside)s.") % {"aside": aside})
        return _told(former, aside, None)
    is_there, version, written = _compared(former)
    if is_there:
        say(_("Nothing to put back: the database is as it was before the upgrade."))
        return _told(former, None, None)
    aside = _named_aside(out, version)
    upgrading.copy_to(aside, out)
    if server():
        _put_back_there(former)
    else:
        snapshots.put_back(former, database)
    return _told(former, aside, written)


def _put_back_there(former: Path) -> None:
    """In one transaction of the server: our tables go, those of the copy come with their rows."""
    from django.db import connections, transaction

    from semailles.core.laying import take_away
    from semailles.publication.transfer.databases import read_alone
    from semailles.publication.transfer.everything import copy_everything
    from semailles.publication.transfer.laying import lay_as

    with read_alone(former, FORMER) as source, transaction.atomic():
        take_away(connections[NOW])
        copy_everything(source, NOW, models=lay_as(source, NOW))


def _named_aside(out: Path, version: str) -> Path:
    (out / ASIDE).mkdir(mode=0o700, exist_ok=True)
    return upgrading.dated(out / ASIDE, version)


def _compared(former: Path) -> tuple[bool, str, Written]:
    """Whether both have the same tables; the version that changed them, and what the journal has since."""
    from django.db import connections
    from django.db.migrations.recorder import MigrationRecorder

    from semailles.core.releases import last_release
    from semailles.publication.transfer.databases import read_alone

    try:
        with read_alone(former, FORMER):
            applied = [set(MigrationRecorder(connections[using]).applied_migrations()) for using in (NOW, FORMER)]
            return applied[0] == applied[1], last_release(NOW), _written_since()
    finally:
        connections[NOW].close()


def _written_since() -> Written:
    """Only columns that every version of the journal has."""
    from django.db.models import Count, Max

    from semailles.core.models import Event

    latest = Event.objects.using(FORMER).aggregate(latest=Max("pk"))["latest"] or 0
    found = Event.objects.using(NOW).filter(pk__gt=latest).aggregate(acts=Count("pk"), last_at=Max("at"))
    return Written(found["acts"], found["last_at"])


def _told(former: Path, aside: Path | None, written: Written | None) -> dict[str, object]:
    from django.utils import timezone

    if aside is not None:
        say(_("%(former)s is back in its place.") % {"former": former.name})
        say(_("The database of after the upgrade is in %(aside)s: nothing removes it.") % {"aside": aside})
    if written is not None and written.acts and written.last_at is not None:
        last = timezone.localtime(written.last_at).strftime("%Y-%m-%d %H:%M %Z")
        said = ngettext(
            "%(n)d act was written in the journal since, on %(last)s: it is only there.",
            "%(n)d acts were written in the journal since, the last on %(last)s: they are only there.",
            written.acts,
        )
        say(said % {"n": written.acts, "last": last})
        say(_("Files received since are still in media/: « semailles verify » says that no document names them."))
    elif written is not None:
        say(_("The journal has no act since."))
    say(_install_again(upgrading.version_of(former)))
    return {"aside": str(aside) if aside else "", "acts": written.acts if written else 0}


def _install_again(version: str) -> str:
    if version:
        sentence = _("Before you start Semailles, install version %(version)s again: this one would upgrade the database once more.")
        return sentence % {"version": version}
    return _("Before you start Semailles, install the version of before again: this one would upgrade the database once more.")
