"""What kind of disk a folder is on, as Linux says it."""

import re
from pathlib import Path

MOUNTS = Path("/proc/self/mountinfo")
SHARED = (
    "nfs",
    "cifs",
    "smb",
    "9p",
    "afs",
    "ceph",
    "glusterfs",
    "davfs",
    "fuse.sshfs",
    "fuse.rclone",
    "fuse.davfs",
    "fuse.glusterfs",
    "fuse.s3fs",
)

_ESCAPED = re.compile(r"\\([0-7]{3})")  # a space, a tab, a line's end or a backslash in a name


def is_shared(path: Path) -> bool:
    """Whether another machine's disk is there: SQLite cannot always lock its files on it."""
    return kind_of(path).startswith(SHARED)


def kind_of(path: Path) -> str:
    return filesystem_of(path, MOUNTS.read_text(encoding="utf-8", errors="surrogateescape") if MOUNTS.is_file() else "")


def filesystem_of(path: Path, mounts: str) -> str:
    """The kind of what is mounted where this path is; « » when the system does not say. `mounts`: what Linux writes in mountinfo."""
    kinds = {}
    for line in mounts.splitlines():
        before, _dash, after = line.partition(" - ")
        kinds[Path(_ESCAPED.sub(lambda found: chr(int(found[1], 8)), before.split()[4]))] = after.split()[
            0
        ]  # the last one mounted on a place hides the others
    return max(((len(place.parts), kind) for place, kind in kinds.items() if path.is_relative_to(place)), default=(0, ""))[1]
