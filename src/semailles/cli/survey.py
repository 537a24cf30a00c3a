"""Which files of a folder are the teams' documents."""

import os
from gettext import gettext as _
from pathlib import Path

from semailles.cli.opening import DATABASE, partial
from semailles.core.errors import Refusal
from semailles.workshop.directory import DIRECTORY_FILE
from semailles.workshop.framing import FRAME_FILE

LEFT_BY_SYSTEMS = frozenset({"thumbs.db", "desktop.ini", "icon\r"})


def documents(folder: Path, out: Path) -> dict[str, Path]:
    """Files by their path relative to the folder, with `/`, sorted. Hidden and temporary files, links and the output itself are passed over."""
    if not folder.is_dir():
        problem = _("%(folder)s is not a folder: give the folder that holds one sub-folder a team.")
        raise Refusal(problem % {"folder": folder})
    kept = {}
    outputs = {out.resolve(), partial(out).resolve()}
    for path in folder.rglob("*"):
        relative = path.relative_to(folder)
        if (
            path.is_symlink()
            or not path.is_file()
            or _is_noise(relative)
            or outputs & set(path.resolve().parents)
            or _is_result(path, folder)
        ):
            continue
        kept[_legible(relative.as_posix())] = path
    return dict(sorted(kept.items()))


def _legible(name: str) -> str:
    """A name whose bytes are no UTF-8 comes from an old Windows disk: read as it was meant there."""
    is_lost = any("\ud800" <= sign <= "\udfff" for sign in name)
    return os.fsencode(name).decode("cp1252", "replace") if is_lost else name


def _is_result(path: Path, folder: Path) -> bool:
    """What another run wrote below the folder is no document of a team."""
    inside = path.relative_to(folder).parents
    return any((folder / parent / DATABASE).is_file() for parent in inside if parent.parts)


def _is_noise(relative: Path) -> bool:
    if any(part.startswith((".", "~$", "__MACOSX")) for part in relative.parts):
        return True
    if len(relative.parts) == 1 and relative.name in {FRAME_FILE, DIRECTORY_FILE}:
        return True
    return relative.name.lower() in LEFT_BY_SYSTEMS
