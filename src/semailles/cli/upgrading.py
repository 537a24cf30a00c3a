"""The tables of a workspace brought up to this version when it is opened: a copy of its database first, then every change or none."""

import filecmp
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from gettext import gettext as _
from pathlib import Path

import semailles
from semailles.cli.sharing import Share, have_alone, share
from semailles.cli.terminal import complain
from semailles.core.errors import Refusal

DATABASE = "semailles.sqlite3"
FOLDER = "before-upgrade"
KEPT = 3
OLDER = "older"  # in a file's name, for a database of before versions were written in it
STAMP = "%Y%m%dT%H%M%SZ"  # a moment in the name of what is kept: names sort as moments do
NAME = re.compile(r"\d{8}T\d{6}Z-(?P<version>.+)\.sqlite3")

_shares: list[Share] = []  # until the process ends


class UpgradeStopped(RuntimeError):
    """The tables could not be changed: nothing was. Its cause says why."""

    def __init__(self, said: Path, version: str) -> None:
        self.sentence = _stopped(said, version)
        super().__init__(self.sentence)


def open_tables(work: Path, *, is_current: Callable[[], bool], keeps_former: bool = True) -> None:
    """`is_current`: whether the tables are those of this version; it refuses those of a later one."""
    if _is_new(work):
        _migrate()
    if _is_on_a_server():
        _upgrade_there(work, is_current, keeps_former=keeps_former)
    else:
        _upgrade_here(work, is_current, keeps_former=keeps_former)
    _note()


def _upgrade_there(work: Path, is_current: Callable[[], bool], *, keeps_former: bool) -> None:
    """Who comes second, on whatever machine, waits for the server's own lock."""
    if not is_current():
        _upgrade(work, is_current=is_current, keeps_former=keeps_former)


def _upgrade_here(work: Path, is_current: Callable[[], bool], *, keeps_former: bool) -> None:
    held = share(work, waits=lambda: complain(_("Another command is bringing %(out)s up to date: waiting for it.") % {"out": work}))
    if not is_current() and have_alone(held, said=work, is_done=is_current) and not is_current():
        _upgrade(work, is_current=is_current, keeps_former=keeps_former)
    held.shares()
    _shares.append(held)


def kept(work: Path) -> list[Path]:
    """The databases of before, the latest last."""
    return sorted(path for path in (work / FOLDER).glob("*.sqlite3") if NAME.fullmatch(path.name))


def version_of(copied: Path) -> str:
    """Empty where none was written in it."""
    found = NAME.fullmatch(copied.name)
    return found["version"] if found and found["version"] != OLDER else ""


def dated(folder: Path, version: str) -> Path:
    """A name for a copy that is made now: after those of the others, even if the clock was set back since."""
    now = datetime.now(UTC).strftime(STAMP)
    latest = max((path.name.partition("-")[0] for path in folder.glob("*.sqlite3") if NAME.fullmatch(path.name)), default=now)
    if latest > now:
        now = (datetime.strptime(latest, STAMP).replace(tzinfo=UTC) + timedelta(seconds=1)).strftime(STAMP)
    return folder / f"{now}-{version or OLDER}.sqlite3"


def _is_new(work: Path) -> bool:
    """Whoever only looked whether a SQLite file is there may have made an empty one."""
    from django.db import connection

    return not (_is_on_a_server() or (work / DATABASE).is_file()) or not connection.introspection.table_names()


def _is_on_a_server() -> bool:
    from django.db import connection

    return connection.vendor != "sqlite"


def _upgrade(work: Path, *, is_current: Callable[[], bool], keeps_former: bool) -> None:
    """In one transaction: killed at any moment, or without room, the database is as it was. Whoever writes in it meanwhile waits."""
    from django.db import connection, transaction

    from semailles.core.releases import last_release

    version = last_release()
    try:
        with connection.constraint_checks_disabled(), transaction.atomic():
            if is_current():  # on another machine, a command was first
                return
            if keeps_former:
                _keep_former(work, version)
            _migrate()
    except Refusal:
        raise
    except Exception as error:  # whatever it is, it goes on, with what to do
        raise UpgradeStopped(work, version) from error
    if keeps_former:
        complain(_("%(out)s was brought to version %(version)s.") % {"out": work, "version": semailles.__version__})
        complain(_("What it was before is kept for « semailles rollback %(out)s ».") % {"out": work})


def _migrate() -> None:
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)


def _keep_former(work: Path, version: str) -> None:
    """Tried again after a failure, it is the same database: one copy is enough, and the older ones stay."""
    folder = work / FOLDER
    folder.mkdir(mode=0o700, exist_ok=True)
    before = kept(work)
    made = dated(folder, version)
    copy_to(made, work)
    if before and _is_another_try(before[-1], made):
        before[-1].unlink()
    for path in kept(work)[:-KEPT]:
        path.unlink()


def copy_to(made: Path, work: Path) -> None:
    """The database, as it is at this moment, in one SQLite file, whatever keeps it."""
    from semailles.core.snapshots import appearing, copy_whole
    from semailles.publication.transfer.moments import copy_of_now

    if not _is_on_a_server():
        copy_whole(work / DATABASE, made)
        return
    with appearing(made) as beside:
        copy_of_now(beside)


def _is_another_try(former: Path, made: Path) -> bool:
    """Two copies of what a server keeps differ in when they were laid: of one version, the first was made for an upgrade that failed, or was rolled back."""
    if _is_on_a_server():
        return version_of(former) == version_of(made)
    return filecmp.cmp(former, made, shallow=False)


def _note() -> None:
    from semailles.core.releases import note_release

    note_release()


def _stopped(said: Path, version: str) -> str:
    told = {"out": said, "new": semailles.__version__, "old": version}
    if _is_on_a_server():  # one transaction: there is nothing to go back to
        return _("%(out)s could not be brought to version %(new)s. Its database is as it was: install the former version again.") % told
    if version:
        sentence = _(
            "%(out)s could not be brought to version %(new)s. Its database is as it was: install version %(old)s again, "
            "or run « semailles rollback %(out)s », which says what to do."
        )
        return sentence % told
    sentence = _(
        "%(out)s could not be brought to version %(new)s. Its database is as it was: install the version of before again, "
        "or run « semailles rollback %(out)s », which says what to do."
    )
    return sentence % told
