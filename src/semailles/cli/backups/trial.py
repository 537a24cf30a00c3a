"""The database of a backup, opened elsewhere by another process, as whoever restores it would: `python -m semailles.cli.backups.trial FOLDER LANG`."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from contextlib import closing
from dataclasses import asdict, dataclass
from gettext import gettext as _
from pathlib import Path

from semailles.cli import opening
from semailles.cli.backups.manifest import Chain
from semailles.cli.troubles import sentence_about
from semailles.cli.wording import speak
from semailles.core.errors import Refusal

OURS = ("DATABASE_URL", "SEMAILLES_INSTANCE", "SEMAILLES_WORKSPACE")  # the trial knows a folder, and nothing of who asks for it
PREFIX = ".trial-"


class Unsound(Refusal):
    """The database of a backup does not open as it should: it is none."""


@dataclass(frozen=True, slots=True)
class Tried:
    """`rows`: by table, before anything is brought up to date. `files`: by SHA-256, the names of what is kept under it. `breaks`: of seals, in words."""

    rows: Mapping[str, int]
    files: Mapping[str, list[str]]
    seals: Mapping[str, Chain]
    breaks: tuple[str, ...]


def tried(database: Path, place: Path, lang: str) -> Tried:
    """A copy of it is opened in `place`, and thrown away."""
    with tempfile.TemporaryDirectory(prefix=PREFIX, dir=place) as folder:
        shutil.copyfile(database, Path(folder, opening.DATABASE))
        alone = {name: value for name, value in os.environ.items() if name not in OURS}
        command = [sys.executable, "-m", "semailles.cli.backups.trial", folder, lang]
        done = subprocess.run(command, env=alone, capture_output=True, text=True, check=False)  # noqa: S603  # our own command
    if done.returncode:
        raise Unsound(done.stdout) if done.stdout else RuntimeError(done.stderr)
    told = json.loads(done.stdout.splitlines()[-1])
    seals = {name: Chain(**chain) for name, chain in told["seals"].items()}
    return Tried(told["rows"], told["files"], seals, tuple(told["breaks"]))


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


def main(folder: Path, lang: str) -> int:
    speak(lang)
    try:
        said = open_and_tell(folder, lang)
    except Exception as error:  # the edge of a process: what the machine refuses is said in one sentence
        sentence = error.sentence if isinstance(error, Refusal) else sentence_about(error)
        if not sentence:
            raise
        sys.stdout.write(sentence)
        return 1
    sys.stdout.write(json.dumps(asdict(said)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
