"""When this folder was last saved, for the doctor: written beside the database by the backup itself, once it proved itself."""

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from semailles.cli.backups.making import Made
from semailles.core.files import replace

FILE = "last-backup.json"


@dataclass(frozen=True, slots=True)
class Last:
    made_at: datetime
    folder: Path
    is_whole: bool


def note(made: Made, out: Path) -> None:
    """Where nothing can be written, a full disk for one, what was saved is no less so."""
    said = {"made_at": made.manifest.made_at.isoformat(), "folder": str(made.folder), "is_whole": made.manifest.is_whole}
    with suppress(OSError):
        replace(out / FILE, json.dumps(said).encode() + b"\n")


def last(out: Path) -> Last | None:
    """None when there is none, or when its file says nothing that can be read."""
    try:
        said = json.loads((out / FILE).read_text(encoding="utf-8"))
        return Last(datetime.fromisoformat(said["made_at"]), Path(said["folder"]), bool(said["is_whole"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
