"""Files that hold files: a .zip, the attachments of a mail. Each member is a document of its own, named after where it lay: `atelier.zip/notes.txt`.

Real bytes are counted as they come out: what an archive declares proves nothing.
"""

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from io import BytesIO
from pathlib import PurePosixPath

from semailles.engines.reading.decoding import decode
from semailles.engines.reading.document import Reason, UnreadableError
from semailles.engines.reading.sniffing import BAD_ZIP

HOLDERS = (".zip", ".eml")
MOST_ENTRIES, MOST_BYTES, MOST_TIMES = 2000, 200 * 2**20, 100
SMALL = 2**20  # a text of a megabyte may well be packed a hundred times
_ENCRYPTED, _UTF8 = 0x1, 0x800
_LINK, _KIND_OF_FILE = 0o120000, 0o170000
_NOISE = re.compile(r"(?:^|/)(?:__MACOSX|\.(?!\.?/)|~\$|Thumbs\.db$|desktop\.ini$)", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]+")
_CHUNK = 1 << 18
_MESSAGE = "message/rfc822"
_NAME = re.compile(rb'name="([^"\r\n]{1,255})"')


@dataclass(frozen=True, slots=True)
class Member:
    """A file of a container: its bytes, or the reason why they were not taken out."""

    path: str
    content: bytes = b""
    reason: Reason | None = None
    detail: Mapping[str, str] = field(default_factory=dict)


Members = tuple[Member, ...]


def members(name: str, content: bytes) -> Members:
    """In the order of the container. Raises `UnreadableError` when nothing of it can be opened."""
    if not name.lower().endswith(".zip"):
        return tuple(_unique(_attachments(content)))
    if not content:
        raise UnreadableError(Reason.EMPTY)
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return tuple(_unique(_without_common_folder(list(_unzipped(archive)))))
    except BAD_ZIP as error:
        raise UnreadableError(Reason.DAMAGED, {"error": type(error).__name__}) from error


def _unzipped(archive: zipfile.ZipFile) -> Iterator[Member]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(entries) > MOST_ENTRIES:
        raise UnreadableError(Reason.TOO_BIG, {"limit": str(MOST_ENTRIES)})
    left = MOST_BYTES
    for entry in entries:
        path = _name(entry)
        if _NOISE.search(path):
            continue
        member = _taken_out(archive, entry, path, left)
        left -= len(member.content)
        yield member


def _taken_out(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, path: str, left: int) -> Member:
    parts = PurePosixPath(path).parts
    if not parts or path.startswith("/") or ".." in parts or ":" in parts[0] or (entry.external_attr >> 16) & _KIND_OF_FILE == _LINK:
        return Member(PurePosixPath(path).name or "?", reason=Reason.UNSAFE_NAME)
    if entry.flag_bits & _ENCRYPTED:
        return Member(path, reason=Reason.ENCRYPTED)
    if path.lower().endswith((".zip", ".7z", ".rar", ".gz", ".tar", ".bz2", ".xz")):
        return Member(path, reason=Reason.NESTED)
    try:
        return Member(path, _counted(archive, entry, left))
    except BAD_ZIP as error:
        return Member(path, reason=Reason.DAMAGED, detail={"error": type(error).__name__})


def _counted(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int) -> bytes:
    """A bomb is refused as a whole, at the first byte that is too many."""
    most = min(left, max(SMALL, MOST_TIMES * entry.compress_size))
    pieces, size = [], 0
    with archive.open(entry) as part:
        while piece := part.read(_CHUNK):
            size += len(piece)
            if size > most:
                raise UnreadableError(Reason.BOMB)
            pieces.append(piece)
    return b"".join(pieces)


def _name(entry: zipfile.ZipInfo) -> str:
    """Names without the mark of UTF-8 are UTF-8 all the same when they came from a Mac, and of an old page of codes when from Windows."""
    name = entry.orig_filename.partition("\x00")[0]
    if not entry.flag_bits & _UTF8:
        raw = name.encode("cp437", "replace")
        try:
            name = raw.decode("utf-8")
        except UnicodeDecodeError:
            name = raw.decode("cp850")
    return _CONTROLS.sub(" ", name.replace("\\", "/")).removeprefix("./")


def _without_common_folder(found: list[Member]) -> list[Member]:
    """« atelier.zip » mostly holds one folder « atelier », which says nothing; below it stand those of the teams."""
    tops = {member.path.partition("/")[0] for member in found}
    is_one = len(tops) == 1 and all("/" in member.path for member in found) and any(member.path.count("/") > 1 for member in found)
    return [Member(one.path.partition("/")[2], one.content, one.reason, one.detail) for one in found] if is_one else found


def _attachments(content: bytes) -> Iterator[Member]:
    """Of a mail; pictures of signatures are no documents."""
    message = message_from_bytes(content, _class=EmailMessage, policy=default)
    left = MOST_BYTES
    for rank, part in enumerate(message.iter_attachments()):
        if rank >= MOST_ENTRIES:
            return
        name = _attached_name(part)
        if not name or (part.get_content_maintype() in {"image", "audio", "video"} and part.get("Content-ID")):
            continue
        attached = _attached(part)
        left -= len(attached)
        if left < 0:
            yield Member(name, reason=Reason.TOO_BIG, detail={"limit": str(MOST_BYTES)})
        elif name.lower().endswith(".zip"):
            yield Member(name, reason=Reason.NESTED)
        else:
            yield Member(name, attached)


def _attached_name(part: EmailMessage) -> str:
    """A mail forwarded whole mostly has no name but its subject; bytes that no rule allows in a name are read as what they look like."""
    name = part.get_filename() or ""
    if "\ufffd" in name:
        raw = " ".join(str(value) for key, value in part.raw_items() if key.lower().startswith("content-"))
        found = _NAME.search(raw.encode("utf-8", "surrogateescape"))
        name = decode(found.group(1)) if found is not None else name
    if not name and part.get_content_type() == _MESSAGE:
        (message,) = part.iter_parts()
        name = f"{str(message.get('Subject', '')).replace('/', ' ').strip() or 'message'}.eml"
    return _CONTROLS.sub(" ", PurePosixPath(name.replace("\\", "/")).name).strip()


def _attached(part: EmailMessage) -> bytes:
    if part.get_content_type() == _MESSAGE:
        return b"".join(message.as_bytes() for message in part.iter_parts())
    taken = part.get_payload(decode=True)
    return taken if isinstance(taken, bytes) else b""


def _unique(found: Iterator[Member] | list[Member]) -> Iterator[Member]:
    """Two members of one name: « notes.txt », « notes (2).txt »."""
    seen: dict[str, int] = {}
    for member in found:
        times = seen[member.path] = seen.get(member.path, 0) + 1
        path = PurePosixPath(member.path)
        named = member.path if times == 1 else str(path.with_name(f"{path.stem} ({times}){path.suffix}"))
        yield Member(named, member.content, member.reason, member.detail)
