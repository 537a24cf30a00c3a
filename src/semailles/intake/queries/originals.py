"""The files themselves, and the pictures of their pages."""

from functools import lru_cache
from pathlib import Path

from django.utils.translation import gettext as _

from semailles.core.files import stored_path
from semailles.engines.reading import UnreadableError, guard
from semailles.engines.reading.pictures import HAS_PICTURES, Mark, Picture
from semailles.intake.errors import OriginalGone
from semailles.intake.models import DocumentVersion, Excerpt

_PICTURES_KEPT = 64  # about 100 kB each


def original(version: DocumentVersion) -> Path:
    """Where its bytes are, as they were received."""
    if not has_original(version):
        sentence = _(
            "The file %(path)s is no longer in the workspace: put it back in your folder and run again. What was read in it is kept."
        )
        raise OriginalGone(sentence % {"path": version.document.path})
    return stored_path(version.sha256)


def has_original(version: DocumentVersion) -> bool:
    return stored_path(version.sha256).is_file()


def page_sizes(version: DocumentVersion) -> tuple[tuple[float, float], ...]:
    """Width and height of each page that can be drawn, in points; none for what has no pages, or whose file is gone."""
    if version.kind not in HAS_PICTURES or not has_original(version):
        return ()
    try:
        return _sizes(version.kind, version.sha256)
    except UnreadableError:
        return ()


def page_picture(version: DocumentVersion, number: int) -> Picture | None:
    """One page, from 1; None when there is none to draw."""
    if not 1 <= number <= len(page_sizes(version)):
        return None
    try:
        return _picture(version.kind, version.sha256, number)
    except UnreadableError:
        return None


def marks_of(excerpt: Excerpt) -> dict[int, tuple[Mark, ...]]:
    """Where its words stand on the pictures, by page: nothing when they cannot be found."""
    passage, version = excerpt.passage, excerpt.passage.version
    number = passage.locator.get("page") or passage.locator.get("slide")
    if not number or not 1 <= number <= len(page_sizes(version)):
        return {}
    try:
        return dict(_marks(version.kind, version.sha256, number, passage.text, (excerpt.start, excerpt.end)))
    except UnreadableError:
        return {}


@lru_cache(maxsize=256)
def _sizes(kind: str, digest: str) -> tuple[tuple[float, float], ...]:
    return tuple(guard.sizes(kind, stored_path(digest).read_bytes()))


@lru_cache(maxsize=_PICTURES_KEPT)
def _picture(kind: str, digest: str, number: int) -> Picture:
    return guard.picture(kind, stored_path(digest).read_bytes(), number)


@lru_cache(maxsize=256)
def _marks(kind: str, digest: str, number: int, passage: str, span: tuple[int, int]) -> tuple[tuple[int, tuple[Mark, ...]], ...]:
    return tuple(guard.marks(kind, stored_path(digest).read_bytes(), number, passage, span).items())
