"""What an instance or a workspace stands on: the disk that holds it, its database as it is there, and who does its long work. Nothing is changed."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from semailles.cli.disks import SHARED, kind_of
from semailles.cli.finding import Finding
from semailles.cli.opening import DATABASE
from semailles.core.databases import server
from semailles.core.jobs.signs import LONGEST_SILENCE, silence

PASSING = {"tmpfs": gettext_noop("in memory"), "ramfs": gettext_noop("in memory"), "overlay": gettext_noop("in a container")}
WHOLE = "ok"  # what SQLite says of a database where nothing is wrong


def ground(out: Path) -> Iterator[Finding]:
    yield _disk(out)
    if (out / DATABASE).is_file() and not server():
        yield _database(out / DATABASE)


def _disk(out: Path) -> Finding:
    kind = kind_of(out)
    name = _("Disk of the folder")
    if kind.startswith(SHARED) and not server():
        remedy = _("a database loses writes there: put the folder on a disk of this machine, or name a PostgreSQL server with DATABASE_URL")
        return Finding(name, is_fine=False, said=_("shared over the network (%(kind)s)") % {"kind": kind}, remedy=remedy)
    if kind in PASSING:
        remedy = _("what is there goes when the machine or the container stops: choose a folder on a disk, or a volume")
        return Finding(name, is_fine=False, said=_(PASSING[kind]), remedy=remedy, is_needed=False)
    return Finding(name, is_fine=True, said=kind or _("of this machine"))


def _database(file: Path) -> Finding:
    """SQLite reads all of its pages; nobody who writes waits for that."""
    name = _("Database")
    try:
        with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as database:
            ((said, *_rest), *_more) = database.execute("PRAGMA quick_check(1)").fetchall()
    except sqlite3.Error as error:
        said = str(error)
    if said == WHOLE:
        return Finding(name, is_fine=True, said=_("whole"))
    remedy = _("damaged: stop Semailles, put %(out)s aside without changing anything there, and bring the last backup back") % {
        "out": file.parent
    }
    return Finding(name, is_fine=False, said=said.splitlines()[0], remedy=remedy)


def worker() -> Finding:
    """Who does what takes long: prints, readings of deposits."""
    name, quiet = _("Background work"), silence()
    if quiet is not None and quiet <= LONGEST_SILENCE:
        return Finding(name, is_fine=True, said=_("gives a sign of life"))
    said = _("gave no sign of life") if quiet is None else _("silent for %(n)d minutes") % {"n": quiet.total_seconds() // 60}
    return Finding(name, is_fine=False, said=said, remedy=_("it goes with the pages: start « semailles serve »"), is_needed=False)
