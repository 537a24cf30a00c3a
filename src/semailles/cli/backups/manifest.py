"""What a backup says of itself. It is written last, once the backup was tried: a folder without it is no backup."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from gettext import gettext as _
from pathlib import Path
from typing import Any

from semailles.cli.opening import DATABASE, MANIFEST
from semailles.cli.upgrading import STAMP
from semailles.core.errors import Refusal
from semailles.core.files import replace

FILE = MANIFEST
FORMAT = 1
NAME = re.compile(r"\d{8}T\d{6}Z")
ANY_NAME = "surrogateescape"  # a folder's name may be of any bytes: they come back as they were


class NotABackup(Refusal):
    """It holds no manifest that can be read."""


@dataclass(frozen=True, slots=True)
class Kept:
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Chain:
    """The seals of an initiative: how many, and the digest of the last."""

    seals: int
    head: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """`of`: the folder that was copied. `server`: « sqlite » or « postgresql », where its rows were. `rows`: by table, counted where they were.
    `files`: by path in the backup. `faults`: what was already missing or wrong in the folder, by name."""

    version: str
    of: str
    made_at: datetime
    is_instance: bool
    server: str
    migrations: tuple[str, ...]
    rows: Mapping[str, int]
    files: Mapping[str, Kept]
    seals: Mapping[str, Chain]
    faults: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        return not self.faults


def write(manifest: Manifest, folder: Path) -> None:
    tree = {"format": FORMAT, **asdict(manifest), "made_at": manifest.made_at.isoformat()}
    replace(folder / FILE, json.dumps(tree, ensure_ascii=False, indent=1, sort_keys=True).encode(errors=ANY_NAME) + b"\n")


def read(folder: Path) -> Manifest:
    try:
        tree = json.loads((folder / FILE).read_text(encoding="utf-8", errors=ANY_NAME))
        return _manifest(tree)
    except (FileNotFoundError, NotADirectoryError):
        raise NotABackup(
            _("%(folder)s is no backup: give the folder that « semailles backup » made, the one with %(file)s.")
            % {"folder": folder, "file": FILE}
        ) from None
    except (ValueError, KeyError, TypeError, AttributeError, ArithmeticError, RecursionError):
        raise NotABackup(
            _("%(file)s cannot be read: it was changed, or made by a later version of Semailles. Take another backup.")
            % {"file": folder / FILE}
        ) from None


def _manifest(tree: Any) -> Manifest:
    if tree.pop("format") != FORMAT:
        raise ValueError(FORMAT)
    tree["made_at"] = datetime.fromisoformat(tree["made_at"]).astimezone(UTC)
    tree["migrations"], tree["faults"] = tuple(map(str, tree["migrations"])), tuple(map(str, tree["faults"]))
    tree["rows"] = {table: int(number) for table, number in tree["rows"].items()}
    tree["files"] = {_name(name): Kept(str(kept["sha256"]), int(kept["size"])) for name, kept in tree["files"].items()}
    if DATABASE not in tree["files"]:
        raise KeyError(DATABASE)
    tree["seals"] = {name: Chain(**chain) for name, chain in tree["seals"].items()}
    return Manifest(**tree)


def _name(written: str) -> str:
    if "\0" in written:
        raise ValueError(written)
    return written


def backups_in(place: Path) -> dict[datetime, Path]:
    """By the moment at which each was made, the oldest first."""
    found = {_moment(path.name): path for path in sorted(place.glob("*Z")) if (path / FILE).is_file()}
    return {moment: path for moment, path in found.items() if moment}


def chosen(place: Path) -> Path:
    """The backup itself or, of the place where backups are made, the latest one. One of tomorrow was made under a clock that was wrong: it comes last."""
    found = backups_in(place) if place.is_dir() else {}
    until = datetime.now(UTC) + timedelta(days=1)
    return next((found[moment] for moment in sorted(found, key=lambda moment: (moment <= until, moment), reverse=True)), place)


def _moment(name: str) -> datetime | None:
    """None for a name that no backup has, such as that of a 32nd of a month."""
    try:
        return datetime.strptime(name, STAMP).replace(tzinfo=UTC) if NAME.fullmatch(name) else None
    except ValueError:
        return None


def free_moment(place: Path) -> datetime:
    """Now, or the first second whose name nobody has."""
    moment = datetime.now(UTC).replace(microsecond=0)
    while (place / moment.strftime(STAMP)).exists():
        moment += timedelta(seconds=1)
    return moment
