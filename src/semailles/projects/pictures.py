"""The pictures of sheets: made fit to be printed before they are kept, then found by their content."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from semailles.core import files
from semailles.engines.reading import Reason, UnreadableError, guard
from semailles.engines.reading.photographs import MOST_PIXELS
from semailles.projects.errors import NotAPicture
from semailles.projects.models import Picture, Project

MOST_BYTES = 20_000_000


@dataclass(frozen=True, slots=True)
class Illustration:
    """A picture of a sheet, with the words that never leave it. `path`: of a JPEG or a PNG without any metadata, no longer side than 2000 pixels."""

    path: Path
    alt: str
    credit: str
    caption: str


def fit_to_print(name: str, content: bytes) -> bytes:
    """The picture made anew: upright, light enough, without what its camera wrote into it. It is opened in the process that reads hostile files."""
    files.check_room([(name, len(content))])
    try:
        return guard.illustration(content).content
    except UnreadableError as refused:
        raise NotAPicture(_sentence(refused.reason, name)) from refused


def illustrations(projects: Sequence[Project]) -> dict[int, list[Illustration]]:
    """By project, the pictures that stand and whose file is there, in their order: one query."""
    found: dict[int, list[Illustration]] = {project.pk: [] for project in projects}
    for picture in Picture.objects.filter(project__in=found).standing():
        path = files.stored_path(picture.sha256)
        if path.is_file():
            found[picture.project_id].append(Illustration(path, picture.alt, picture.credit, picture.caption))
    return found


def _sentence(reason: Reason, name: str) -> str:
    if reason == Reason.UNKNOWN_FORMAT:
        said = _("%(name)s is no picture that can be printed: give a JPEG, PNG, WebP, HEIC or TIFF file.")
    elif reason in {Reason.TOO_BIG, Reason.TOO_HEAVY, Reason.TOO_LONG}:
        said = _("%(name)s has too many points (%(most)d million at most): save it smaller, 2000 pixels wide are plenty.")
    else:
        said = _("%(name)s is damaged: open it, save it again, and choose the new file.")
    return said % {"name": name, "most": MOST_PIXELS // 1_000_000}
