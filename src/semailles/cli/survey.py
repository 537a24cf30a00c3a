"""Which files of a folder are the teams' documents."""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path

from semailles.cli.opening import DATABASE, partial
from semailles.core.errors import Refusal
from semailles.engines.words import fold
from semailles.workshop.directory import DIRECTORY_FILE
from semailles.workshop.framing import FRAME_FILE

LEFT_BY_SYSTEMS = frozenset({"thumbs.db", "desktop.ini", "icon\r"})
HIDDEN_BY_PROGRAMS = (
    *(".git", ".svn", ".hg", ".idea", ".vs", ".venv", ".cache", ".config", ".local", ".tox", ".tmp", ".writing-"),
    *(".trash", ".recycle", ".spotlight-", ".fseventsd", ".temporaryitems", ".documentrevisions-", ".apple", ".ds_store", "._"),
    *(".dropbox", ".sync", ".stfolder", ".stversions", ".owncloud", ".nextcloud", ".obsidian", ".@", ".~", ".snapshot"),
)
_NUMBER = re.compile(r"([0-9]+)")


@dataclass(frozen=True, slots=True)
class Survey:
    """Files by their path relative to the folder, with `/`, in the order in which people count; and a sentence for each sub-folder that could not be opened, or that a dot hides."""

    paths: Mapping[str, Path]
    warnings: tuple[str, ...] = ()


def survey(folder: Path, out: Path) -> Survey:
    """Hidden and temporary files, links and the output itself are passed over."""
    if not folder.is_dir():
        problem = _("%(folder)s is not a folder: give the folder that holds one sub-folder a team.")
        raise Refusal(problem % {"folder": folder})
    if not os.access(folder, os.R_OK | os.X_OK):
        raise Refusal(_("%(folder)s could not be opened: check that you may read this folder.") % {"folder": folder})
    closed: list[str] = []
    kept, hidden = {}, set()
    for path in _files(folder, {out.resolve(), partial(out).resolve()}, closed):
        relative = path.relative_to(folder)
        if path.is_symlink() or not path.is_file():
            continue
        if not _is_noise(relative):
            kept[_legible(relative.as_posix())] = path
        elif _is_of_a_hidden_team(relative):
            hidden.add(_legible(relative.parts[0]))
    return Survey({path: kept[path] for path in sorted(kept, key=_as_people_count)}, (*closed, *map(_hidden_by_a_dot, sorted(hidden))))


def _as_people_count(path: str) -> tuple[list[str | int], str]:
    """« Equipe 1 », « équipe 2 », « EQUIPE 10 »: teams come in this order, however each wrote its folder's name."""
    words = _NUMBER.split(fold(path).replace("_", " "))  # a word, a number, a word…
    return [int(word) if rank % 2 else word for rank, word in enumerate(words)], path


def _files(folder: Path, outputs: set[Path], closed: list[str]) -> Iterator[Path]:
    """Links to folders are not followed; what another run wrote below the folder is no document of a team."""

    def closed_to_us(error: OSError) -> None:
        name = Path(error.filename).relative_to(folder).as_posix()
        closed.append(_("%(path)s could not be opened: check that you may read this folder. It was passed over.") % {"path": name})

    for place, folders, names in os.walk(folder, onerror=closed_to_us):
        here = Path(place)
        if here != folder and (DATABASE in names or here.resolve() in outputs):
            folders.clear()
            continue
        folders.sort()
        yield from (here / name for name in names)


def _legible(name: str) -> str:
    """A name whose bytes are no UTF-8 comes from an old Windows disk: read as it was meant there."""
    is_lost = any("\ud800" <= sign <= "\udfff" for sign in name)
    return os.fsencode(name).decode("cp1252", "replace") if is_lost else name


def _hidden_by_a_dot(name: str) -> str:
    said = _(
        "%(path)s was passed over, for its name begins with a dot and hides it: if it is a team's folder, take the dot away and run again."
    )
    return said % {"path": name}


def _is_of_a_hidden_team(relative: Path) -> bool:
    """A document, but for the dot of its first folder; what programs hide is theirs."""
    first, *rest = relative.parts
    return bool(rest) and first.startswith(".") and not first.lower().startswith(HIDDEN_BY_PROGRAMS) and not _is_noise(Path(*rest))


def _is_noise(relative: Path) -> bool:
    if any(part.startswith((".", "~$", "__MACOSX")) for part in relative.parts):
        return True
    if len(relative.parts) == 1 and relative.name in {FRAME_FILE, DIRECTORY_FILE}:
        return True
    return relative.name.lower() in LEFT_BY_SYSTEMS
