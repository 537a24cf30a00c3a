"""What a version of the program left: packed with the facts that every later version must find there again; unpacked for a test.

`python -m tests.releases.keeping PLACE KEPT` packs the folders `workspace` and `instance` of a place.
"""

import hashlib
import json
import sqlite3
import sys
import tarfile
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Any

DATABASE = "semailles.sqlite3"
FACTS = "facts.json"
FOLDERS = ("workspace", "instance")
# Tables of SQLite, of Django and of the search, which is made again; and those that opening a database writes in.
NOT_COUNTED = ("sqlite_", "django_", "auth_permission", "core_search", "core_release")


def keep(place: Path, kept: Path) -> None:
    kept.mkdir(parents=True)
    found = [name for name in FOLDERS if (place / name).is_dir()]
    facts = {name: facts_of(place / name / DATABASE) for name in found}
    exported = place / "workspace" / "decidim.csv"
    if exported.is_file():
        facts["workspace"]["export"] = hashlib.sha256(exported.read_bytes()).hexdigest()
    (kept / FACTS).write_text(json.dumps(facts, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    for name in found:
        _pack(place / name, kept / f"{name}.tar.xz")


def put(kept: Path, name: str, at: Path) -> Path:
    with tarfile.open(kept / f"{name}.tar.xz") as packed:
        packed.extractall(at, filter="data")
    return at


def facts_of(database: Path) -> dict[str, Any]:
    """How many rows each table has, the public ids of all that has one, and the last seal of each initiative."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as opened:
        tables = [name for (name,) in opened.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        ours = [name for name in tables if not name.startswith(NOT_COUNTED)]
        counts = {name: opened.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in ours}  # noqa: S608  # names read from the same database
        return {
            "rows": {name: number for name, number in counts.items() if number},
            "ids": {name: _digest(ids) for name in ours if (ids := _public_ids(opened, name))},
            "seals": [head for (head,) in opened.execute(_HEADS)] if "core_seal" in ours else [],
        }


_HEADS = "SELECT digest FROM core_seal AS s WHERE rank = (SELECT max(rank) FROM core_seal AS t WHERE t.initiative_id = s.initiative_id) ORDER BY 1"


def _public_ids(opened: sqlite3.Connection, table: str) -> list[str]:
    columns = {row[1] for row in opened.execute(f'PRAGMA table_info("{table}")')}
    if "public_id" not in columns:
        return []
    return [str(one) for (one,) in opened.execute(f'SELECT public_id FROM "{table}" ORDER BY 1')]  # noqa: S608  # the same


def _digest(ids: list[str]) -> str:
    return hashlib.sha256("\n".join(ids).encode()).hexdigest()


def _pack(folder: Path, into: Path) -> None:
    """The database as one file, without what is free in it; the files that were given. Neither key nor prints."""
    with tempfile.TemporaryDirectory() as place, tarfile.open(into, "w:xz", preset=9) as packed:
        whole = Path(place) / DATABASE
        with closing(sqlite3.connect(folder / DATABASE)) as opened:
            opened.execute("VACUUM INTO ?", (str(whole),))
        packed.add(whole, DATABASE, filter=_of_nobody)
        packed.add(folder / "media", "media", filter=_of_nobody)


def _of_nobody(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = member.mtime = 0
    member.uname = member.gname = ""
    return member


if __name__ == "__main__":
    keep(Path(sys.argv[1]), Path(sys.argv[2]))
