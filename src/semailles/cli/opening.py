"""The workspace of a run: where its database stands until all of it is there."""

import os
import shutil
from gettext import gettext as _
from pathlib import Path

from semailles.core.errors import Refusal

DATABASE = "semailles.sqlite3"


def partial(out: Path) -> Path:
    return out.parent / f"{out.name}.partial"


def place_of_work(out: Path) -> Path:
    """The existing workspace, or a fresh folder beside `out` that takes its name at the end.

    What an interrupted run left there is thrown away: it was never shown. Another folder of somebody's is never touched.
    """
    if out.exists():
        if not (out / DATABASE).is_file():
            raise Refusal(_("%(out)s exists and is no Semailles workspace: choose another --output.") % {"out": out})
        return out
    work = partial(out)
    if work.exists():
        if not _is_ours(work):
            raise Refusal(_("%(out)s is in the way and is no Semailles workspace: rename it, or choose another --output.") % {"out": work})
        shutil.rmtree(work)
    work.mkdir(parents=True)
    return work


def _is_ours(work: Path) -> bool:
    return work.is_dir() and ((work / DATABASE).is_file() or not any(work.iterdir()))


def start(work: Path, lang: str) -> None:
    """Start Django on this workspace, its tables up to date."""
    os.environ["SEMAILLES_WORKSPACE"] = str(work.resolve())
    set_up(lang)
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)


def set_up(lang: str) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "semailles.config.settings"
    import django
    from django.utils import translation

    django.setup()
    translation.activate(lang)


def show(work: Path, out: Path) -> None:
    """The work is whole: give it its name."""
    from django.db import connection

    connection.close()
    if work != out:
        work.rename(out)
