"""`semailles instance …`: an instance made, its first administrator, an initiative that arrives or leaves whole."""

import argparse
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from gettext import gettext as _
from pathlib import Path

from semailles.cli import opening
from semailles.cli.beside import begun
from semailles.cli.terminal import complain, say, say_json
from semailles.core.errors import Refusal
from semailles.core.keys import KEY_FILE, make_key

ARRIVING = ".arriving-"
PEOPLE = "core_person"  # the table without which a database is not ours


def instance(arguments: argparse.Namespace, lang: str) -> int:
    gestures = {"create": create, "administrator": administrator, "import": bring, "export": take}
    return gestures[arguments.gesture](arguments, lang)


def create(arguments: argparse.Namespace, lang: str) -> int:
    """Its folder, its key, its tables: all of them or nothing."""
    out = arguments.instance.resolve()
    if os.path.lexists(out):
        raise Refusal(_("%(out)s exists: choose another folder for the instance.") % {"out": arguments.instance})
    with opening.place_of_work(out) as work:
        work.chmod(0o700)
        make_key(work)
        refuse_taken(work, lang)
        _start(work, lang)
        opening.show(work, out)
    say(_("The instance is there: %(out)s") % {"out": arguments.instance})
    say(_("Its first administrator:  semailles instance administrator %(out)s EMAIL") % {"out": arguments.instance})
    return _done(arguments, instance=str(out))


def administrator(arguments: argparse.Namespace, lang: str) -> int:
    """No password on the command line: a link, to be opened once, where it is chosen."""
    open_instance(arguments, lang)
    from semailles.cli.accounts import appoint

    link = appoint(arguments.email, name=arguments.name)
    say(
        _("%(email)s administers this instance. A link to choose the password, which opens once, within three days:")
        % {"email": arguments.email}
    )
    say(link)
    return _done(arguments, link=link)


def bring(arguments: argparse.Namespace, lang: str) -> int:
    workspace = arguments.workspace.resolve()
    opening.refuse_no_workspace(workspace, arguments.workspace)
    if (workspace / KEY_FILE).is_file():
        sentence = _("%(out)s is an instance: take the initiative out of it first, with « semailles instance export ».")
        raise Refusal(sentence % {"out": arguments.workspace})
    out = open_instance(arguments, lang)
    from semailles.cli.accounts import coordinator_named
    from semailles.publication.transfer.arriving import bring_in

    coordinator = coordinator_named(arguments.coordinator)
    with opening.held(out), _copied(workspace, out, lang) as database:
        brought = bring_in(database, workspace, slug=arguments.slug, coordinator=coordinator)
    said = {"name": brought.name, "slug": brought.slug, "who": coordinator.name}
    say(_("« %(name)s » is an initiative of this instance, at /d/%(slug)s/; %(who)s coordinates it.") % said)
    return _done(arguments, slug=brought.slug, id=str(brought.public_id))


def take(arguments: argparse.Namespace, lang: str) -> int:
    out = arguments.out.resolve()
    if os.path.lexists(out):
        raise Refusal(_("%(out)s exists: choose another folder for the workspace.") % {"out": arguments.out})
    open_instance(arguments, lang)
    from semailles.cli.accounts import initiative_at
    from semailles.publication.transfer.leaving import take_out

    initiative = initiative_at(arguments.slug)
    with opening.place_of_work(out) as work:
        work.chmod(0o700)
        missing = take_out(initiative, work / opening.DATABASE, work)
        opening.show(work, out)
    if missing:
        complain(
            _("Files that were no longer there (%(number)d): « semailles verify %(out)s » names them.")
            % {"number": len(missing), "out": arguments.out}
        )
    say(_("« %(name)s » is a workspace: semailles serve %(out)s") % {"name": initiative.name, "out": arguments.out})
    return _done(arguments, output=str(out), missing=missing)


def open_instance(arguments: argparse.Namespace, lang: str) -> Path:
    out: Path = arguments.instance.resolve()
    opening.refuse_backup(out, arguments.instance)
    opening.refuse_no_instance(out, arguments.instance)
    if not opening.is_kept(out):
        raise Refusal(
            _("%(out)s has its key and no database: say with DATABASE_URL on which server it is, or restore a backup.")
            % {"out": arguments.instance}
        )
    _start(out, lang)
    return out


def refuse_taken(work: Path, lang: str) -> None:
    """Nobody finds themselves in somebody else's database. Tables without anybody are what an interrupted creation left."""
    opening.stand_in(work)
    opening.set_up(lang)
    from django.db import connection

    from semailles.core.models import Person

    tables = connection.introspection.table_names()
    if tables and (PEOPLE not in tables or Person.objects.exists()):
        raise Refusal(
            _(
                "The database that DATABASE_URL names is in use: make another one. For another host of the same instance, "
                "copy the folder of the first one, with its secret.key."
            )
        )


def _start(work: Path, lang: str) -> None:
    os.environ["SEMAILLES_INSTANCE"] = "1"
    opening.start(work, lang)


@contextmanager
def _copied(workspace: Path, out: Path, lang: str) -> Iterator[Path]:
    """The workspace's database as it is now, brought up to date beside the instance: the workspace itself stays as it is."""
    from semailles.core.snapshots import copy_whole

    for left in out.glob(f"{ARRIVING}*"):  # by an import that was killed
        shutil.rmtree(left, ignore_errors=True)
    with opening.held(workspace), tempfile.TemporaryDirectory(prefix=ARRIVING, dir=out) as beside:
        copied = Path(beside) / opening.DATABASE
        copy_whole(workspace / opening.DATABASE, copied)
        bring_up_to_date(copied, workspace, lang)
        yield copied


def bring_up_to_date(copied: Path, workspace: Path, lang: str) -> None:
    """In a process of its own: what changes tables knows one database only, and here that is the instance's."""
    from semailles.publication.transfer.databases import opened

    with opened(copied, "copied") as database:
        if opening.is_up_to_date(database, said=workspace):
            return
    with begun("semailles.cli.updating", copied.parent, lang) as update:
        update()


def _done(arguments: argparse.Namespace, **said: object) -> int:
    if arguments.json:
        say_json({"ok": True, **said})
    return 0
