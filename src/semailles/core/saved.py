"""When a folder was last saved: written beside its database by the backup itself, once it proved itself."""

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from semailles.core.files import replace

FILE = "last-backup.json"
LATELY = timedelta(days=7)  # one is made each night: a few missed are not yet a worry


@dataclass(frozen=True, slots=True)
class Last:
    """`folder`: where the backup is. `is_whole`: no file was missing already when it was made."""

    made_at: datetime
    folder: Path
    is_whole: bool

    def is_late(self, now: datetime) -> bool:
        return now - self.made_at > LATELY


def note(made: Last, out: Path) -> None:
    """Where nothing can be written, a full disk for one, what was saved is no less so."""
    said = {"made_at": made.made_at.isoformat(), "folder": str(made.folder), "is_whole": made.is_whole}
    with suppress(OSError):
        replace(out / FILE, json.dumps(said).encode() + b"\n")


def last(out: Path) -> Last | None:
    """None when there is none, or when its file says nothing that can be read."""
    try:
        said = json.loads((out / FILE).read_text(encoding="utf-8"))
        return Last(datetime.fromisoformat(said["made_at"]), Path(said["folder"]), bool(said["is_whole"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
