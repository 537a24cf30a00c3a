"""The database of a backup, opened elsewhere by another process, as whoever restores it would: `python -m semailles.cli.backups.trial FOLDER LANG`."""

import json
import secrets
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from gettext import gettext as _
from importlib import import_module
from pathlib import Path

from semailles.cli import opening
from semailles.cli.backups.manifest import Chain
from semailles.cli.beside import answer, begun
from semailles.core.errors import Refusal

PREFIX = ".trial-"
NEEDED = ("semailles.cli.checking", "semailles.core.seals")


class Unsound(Refusal):
    """The database of a backup does not open as it should: it is none."""


@dataclass(frozen=True, slots=True)
class Tried:
    """`rows`: by table, before anything is brought up to date. `files`: by SHA-256, the names of what is kept under it. `breaks`: of seals, in words."""

    rows: Mapping[str, int]
    files: Mapping[str, list[str]]
    seals: Mapping[str, Chain]
    breaks: tuple[str, ...]


@contextmanager
def trial(place: Path, lang: str) -> Iterator[Callable[[Path], Tried]]:
    """What is given is called once, with the file: a copy of it is opened in `place`, and thrown away."""
    folder = place / f"{PREFIX}{secrets.token_hex(4)}"
    with begun("semailles.cli.backups.trial", folder, lang) as ask:

        def tried(database: Path) -> Tried:
            folder.mkdir(mode=0o700)
            try:
                shutil.copyfile(database, folder / opening.DATABASE)
                told = json.loads(ask())
            except Refusal as refusal:
                raise Unsound(refusal.sentence) from None
            finally:
                shutil.rmtree(folder)
            seals = {name: Chain(**chain) for name, chain in told["seals"].items()}
            return Tried(told["rows"], told["files"], seals, tuple(told["breaks"]))

        yield tried


def _be_ready(folder: Path, lang: str) -> None:
    """All that takes time before a database is there."""
    opening.open_folder(folder, lang)
    for module in NEEDED:
        import_module(module)


def open_and_tell(folder: Path, lang: str) -> Tried:
    rows = _rows(folder / opening.DATABASE)
    opening.start(folder, lang, keeps_former=False)
    from semailles.cli.checking import chains, named_files
    from semailles.core.seals import fault_in_words

    verdicts = chains()
    breaks = [
        _("%(name)s, seal %(rank)d: %(why)s") % {"name": initiative, "rank": broken.rank, "why": fault_in_words(broken)}
        for initiative, verdict in verdicts
        for broken in verdict.breaks
    ]
    seals = {str(initiative.public_id): Chain(verdict.seals, verdict.head) for initiative, verdict in verdicts}
    return Tried(rows, named_files(), seals, tuple(breaks))


def _rows(database: Path) -> dict[str, int]:
    """Every page of the file is read; a table that cannot be counted is a fault too."""
    try:
        with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as opened:
            faults = [said for (said,) in opened.execute("PRAGMA integrity_check(3)")]
            if faults != ["ok"]:
                raise _damaged(faults[0])
            names = [name for (name,) in opened.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            return {name: opened.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}  # noqa: S608  # our own tables
    except sqlite3.DatabaseError as error:  # so damaged that SQLite does not even look for its faults
        raise _damaged(str(error)) from error


def _damaged(fault: str) -> Unsound:
    return Unsound(
        _("The copy of the database is damaged (%(fault)s): do not count on it. « semailles doctor » says whether the original is too.")
        % {"fault": fault}
    )


def _answer(folder: Path, lang: str) -> str:
    return json.dumps(asdict(open_and_tell(folder, lang)))


if __name__ == "__main__":
    sys.exit(answer(be_ready=_be_ready, work=_answer))
