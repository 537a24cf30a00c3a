"""Whether the files are what the database says of them. Reads, and changes nothing."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from semailles.core.files.storing import sha256_of, stored_path

_OF_A_DESKTOP = re.compile(r"\.DS_Store|\._.*|\.directory|Thumbs\.db|desktop\.ini", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Drift:
    """`missing`, `changed`: names of the things whose file is gone, or is no longer what was received. `orphans`: files that nothing
    names, as paths within media/."""

    missing: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    orphans: tuple[str, ...] = ()

    @property
    def is_none(self) -> bool:
        return self == Drift()


def drift(expected: Mapping[str, Iterable[str]]) -> Drift:
    """`expected`: by SHA-256, the names of what was kept under it."""
    missing: list[str] = []
    changed: list[str] = []
    for digest, names in expected.items():
        path = stored_path(digest)
        if not path.is_file():
            missing += names
        elif sha256_of(path) != digest:
            changed += names
    kept = {stored_path(digest) for digest in expected}
    root = Path(settings.MEDIA_ROOT)
    orphans = [
        path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file() and path not in kept and not is_of_a_desktop(path)
    ]
    return Drift(tuple(sorted(missing)), tuple(sorted(changed)), tuple(sorted(orphans)))


def is_of_a_desktop(path: Path) -> bool:
    """What file browsers leave wherever somebody looks is nobody's."""
    return bool(_OF_A_DESKTOP.fullmatch(path.name))
