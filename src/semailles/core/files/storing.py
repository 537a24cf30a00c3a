"""Originals, stored by content: the same file twice takes its place once."""

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from django.conf import settings


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def sha256_of(path: Path) -> str:
    """Of a file, of which never more than a block is in memory."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def stored_path(digest: str) -> Path:
    if digest and not digest.isalnum():
        raise ValueError(digest)  # it would lead out of where files are kept
    return Path(settings.MEDIA_ROOT) / digest[:2] / digest


def keep(content: bytes) -> str:
    """Store the bytes and return their SHA-256. Synced, then renamed: a power cut leaves all of it or nothing."""
    digest = sha256(content)
    target = stored_path(digest)
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        replace(target, content)
    return digest


def replace(target: Path, content: bytes) -> None:
    """Write beside, sync, rename: nobody ever reads half a file, and none is left when the disk is full. An error names the file that was asked for."""
    try:
        _replace(target, content)
    except OSError as error:
        error.filename = str(target)
        raise


def _replace(target: Path, content: bytes) -> None:
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=".writing-")
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        with suppress(PermissionError):  # a stick or a share has its own idea of who owns what is written there
            Path(name).chmod(0o644)
        Path(name).replace(target)
    except BaseException:  # an interruption too leaves no half file
        Path(name).unlink(missing_ok=True)
        raise
