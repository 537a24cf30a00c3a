"""The workspace of a run: where its database stands until all of it is there, and who is at work on it."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from gettext import gettext as _
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import semailles
from semailles.cli import upgrading
from semailles.core.databases import server
from semailles.core.errors import Refusal
from semailles.core.keys import KEY_FILE

DATABASE = upgrading.DATABASE
MANIFEST = "manifest.json"  # beside a database, in a backup only
UNFINISHED = ".unfinished"  # in a folder that has no name yet: whatever a killed command left there is ours


class WorkspaceBusy(Refusal):
    """Somebody else is at work on the same workspace."""


class LaterWorkspace(Refusal):
    """The workspace holds tables that this version does not know."""


def partial(out: Path) -> Path:
    return out.parent / f"{out.name}.partial"


def refuse_no_workspace(out: Path, said: Path) -> None:
    """`said`: as the person wrote it."""
    refuse_backup(out, said)
    if not is_kept(out):
        raise Refusal(_("%(out)s is no Semailles workspace: make one with « semailles run FOLDER --output %(out)s ».") % {"out": said})


def refuse_backup(out: Path, said: Path) -> None:
    """Whoever works in one has no backup any more."""
    if (out / MANIFEST).is_file() and (out / DATABASE).is_file():
        sentence = _(
            "%(out)s is a backup, which stays as it was made: « semailles restore %(out)s FOLDER » brings back what it holds, "
            "in a folder elsewhere."
        )
        raise Refusal(sentence % {"out": said})


def is_kept(out: Path) -> bool:
    """Whether this folder has rows: in its own file or, when it is an instance, on the server that its host names."""
    return (out / DATABASE).is_file() or (bool(server()) and (out / KEY_FILE).is_file())


def refuse_no_instance(out: Path, said: Path) -> None:
    """Its key says that it is one."""
    if (out / KEY_FILE).is_file():
        return
    if (out / DATABASE).is_file():
        sentence = _(
            "%(out)s has no secret.key. If it is a workspace, « semailles instance import » brings it into an instance; "
            "if it is an instance, put its own key back, which its last backup holds."
        )
        raise Refusal(sentence % {"out": said})
    raise Refusal(_("%(out)s is no instance: make one with « semailles instance create %(out)s ».") % {"out": said})


def refuse_instance(out: Path, said: Path) -> None:
    """An instance holds several initiatives, and people who sign in: whoever is at this machine does not write in it for them."""
    if (out / KEY_FILE).is_file():
        raise Refusal(
            _("%(out)s is an instance: this command is for a workspace. Take the initiative out of it with « semailles instance export ».")
            % {"out": said}
        )


@contextmanager
def place_of_work(out: Path) -> Iterator[Path]:
    """The existing workspace, or a fresh folder beside `out` that takes its name at the end; one run at a time.

    What an interrupted run left there is thrown away: it was never shown. Another folder of somebody's is never touched.
    """
    work = out if os.path.lexists(out) else partial(out)
    _refuse_what_is_not_ours(work, out)
    work.mkdir(parents=True, exist_ok=True)
    with held(work):
        if work == out:
            _sweep(work)
        else:
            _empty(work)
            (work / UNFINISHED).touch()
        try:
            yield work
        finally:
            _clean(work, out)


def _refuse_what_is_not_ours(work: Path, out: Path) -> None:
    for folder in (out, *out.parents):
        refuse_backup(folder, folder)
    if work == out and not (out / DATABASE).is_file():
        raise Refusal(_("%(out)s exists and is no Semailles workspace: choose another --output.") % {"out": out})
    if work != out and os.path.lexists(work) and not _is_ours(work):
        raise Refusal(_("%(out)s is in the way and is no Semailles workspace: rename it, or choose another --output.") % {"out": work})


def _is_ours(work: Path) -> bool:
    if work.is_symlink() or not work.is_dir():
        return False
    names = {path.name for path in work.iterdir()}
    return not names or not names.isdisjoint((UNFINISHED, DATABASE))


@contextmanager
def held(work: Path) -> Iterator[None]:
    """The lock is on the folder itself: it follows it when it takes its name, ends with the process however that ends, and leaves no file."""
    descriptor = os.open(work, os.O_RDONLY | os.O_DIRECTORY)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise _busy(work) from None
        if not _is_still_there(work, descriptor):
            raise _busy(work)
        yield
    finally:
        os.close(descriptor)


def _is_still_there(work: Path, descriptor: int) -> bool:
    """The other run may have ended, and renamed the folder, between our look and our lock."""
    return work.is_dir() and os.path.samestat(work.stat(), os.fstat(descriptor))


def _busy(work: Path) -> WorkspaceBusy:
    return WorkspaceBusy(_("Another run is at work on %(out)s: wait until it ends, then run the same command again.") % {"out": work})


def _empty(work: Path) -> None:
    for path in work.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()


def _sweep(work: Path) -> None:
    """What a killed run was still writing: it has no name that anybody reads."""
    for path in work.rglob(".writing-*"):
        path.unlink(missing_ok=True)


def _clean(work: Path, out: Path) -> None:
    """A first run that did not end leaves nothing behind."""
    if work != out and work.exists():
        from django.db import connections

        try:
            connections.close_all()  # refuses an address of a server that cannot be read
        finally:
            shutil.rmtree(work, ignore_errors=True)


def start(work: Path, lang: str, *, keeps_former: bool = True) -> None:
    """Start Django on this workspace, its tables up to date. One made by a later version is left as it is."""
    open_folder(work, lang)
    upgrading.open_tables(work, is_current=lambda: is_up_to_date("default", said=work), keeps_former=keeps_former)


def open_folder(work: Path, lang: str) -> None:
    """Django knows which folder is meant; its tables may be of another version."""
    stand_in(work)
    set_up(lang)


def stand_in(work: Path) -> None:
    """This folder is the one that is meant, and its key says that it is an instance."""
    os.environ["SEMAILLES_WORKSPACE"] = str(work.resolve())
    if (work / KEY_FILE).is_file():
        os.environ["SEMAILLES_INSTANCE"] = "1"
        _refuse_two_databases(work)


def _refuse_two_databases(work: Path) -> None:
    """Who names a server and keeps a file may think that the one has become the other."""
    if server() and (work / DATABASE).is_file():
        raise Refusal(
            _(
                "%(out)s keeps its rows in %(file)s, and DATABASE_URL names a server: take DATABASE_URL away, "
                "or bring the rows to the server with « semailles backup » and « semailles restore »."
            )
            % {"out": work, "file": DATABASE}
        )


def set_up(lang: str) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "semailles.config.settings"
    import django
    from django.utils import translation

    django.setup()
    translation.activate(lang)


def is_up_to_date(database: str, *, said: Path) -> bool:
    """Whether its tables are those of this version; refused when a later one made it. `said`: where it comes from. Reads only."""
    from django.db import connections
    from django.db.migrations.recorder import MigrationRecorder

    from semailles.core.releases import last_release

    applied = MigrationRecorder(connections[database]).applied_migrations().keys()
    ours = known_migrations()
    if applied - ours:
        version = last_release(database)
        connections[database].close()
        raise LaterWorkspace(_later(said, version))
    return applied == ours


def known_migrations() -> frozenset[tuple[str, str]]:
    """By application and name, those of this version. Their names are enough: none is imported."""
    from django.apps import apps

    return frozenset((one.label, name) for one in apps.get_app_configs() for name in _migrations_of(one.label))


def _migrations_of(application: str) -> Iterator[str]:
    from django.db.migrations.loader import MigrationLoader

    package, _is_explicit = MigrationLoader.migrations_module(application)
    try:
        folders = import_module(package).__path__ if package else []
    except ModuleNotFoundError:  # an application without tables
        folders = []
    yield from (module.name for module in iter_modules(folders) if not module.ispkg and not module.name.startswith(("_", "~")))


def _later(said: Path, version: str) -> str:
    if version not in {"", semailles.__version__}:
        sentence = _(
            "%(out)s needs version %(version)s of Semailles, or a later one: install it. Nothing was changed. "
            "To go back to what it was before that version: « semailles rollback %(out)s »."
        )
        return sentence % {"out": said, "version": version}
    return _("%(out)s was made by a later version of Semailles: open it with that version, or update this one. Nothing was changed.") % {
        "out": said
    }


def show(work: Path, out: Path) -> None:
    """The work is whole: give it its name."""
    from django.db import connection

    connection.close()
    if work != out:
        (work / UNFINISHED).unlink(missing_ok=True)
        work.rename(out)
