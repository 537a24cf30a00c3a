"""What a file given by a team holds: itself, and for an archive or a mail the files in it, each a document of its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from semailles.engines.reading import UnreadableError, guard
from semailles.engines.reading.containers import HOLDERS, Member
from semailles.intake.readings import Reading


@dataclass(frozen=True, slots=True)
class Given:
    """One document: its path, `atelier.zip/notes.txt` for what an archive held. `refused`: why nothing of it can be read, when that is known already."""

    path: str
    content: bytes
    refused: Reading | None = None


def documents_in(path: str, content: bytes) -> Iterator[Given]:
    """A mail is a document itself; an archive is only one when it cannot be opened, so that people see why."""
    if not path.lower().endswith(HOLDERS):
        yield Given(path, content)
        return
    is_archive = path.lower().endswith(".zip")
    if not is_archive:
        yield Given(path, content)
    try:
        found = guard.members(PurePosixPath(path).name, content)
    except UnreadableError as refused:
        if is_archive:
            yield Given(path, content, Reading(reason=refused.reason.value, detail=dict(refused.detail)))
        return
    for member in found:
        yield _given(f"{path}/{member.path}", member)


def team_folder(path: str) -> str:
    """The folder that names a document's team. Of an archive at the root, its own folders do; of a mail at the root, none does."""
    first, _, rest = path.partition("/")
    if rest and first.lower().endswith(".zip"):
        first, _, rest = rest.partition("/")
    if not rest or first.lower().endswith(HOLDERS):
        return ""
    return first


def _given(path: str, member: Member) -> Given:
    return Given(path, member.content, Reading(reason=member.reason.value, detail=dict(member.detail)) if member.reason else None)
