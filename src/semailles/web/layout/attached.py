"""The document that shows a step, as it was given: never shown in the page, never by its address alone."""

from datetime import date
from pathlib import Path

from django.http import FileResponse
from django.utils.translation import gettext as _

from semailles.core import files
from semailles.workshop.engaging import Step
from semailles.workshop.errors import ProofMissing

ENDINGS = {b"%PDF": ".pdf", b"\x89PNG": ".png", b"\xff\xd8\xff": ".jpg"}


def attached(step: Step) -> FileResponse:
    return sent(step.proof_sha256, step.on)


def sent(sha256: str, on: date) -> FileResponse:
    """`on`: the day that its name says."""
    path = files.stored_path(sha256)
    if not path.is_file():
        raise ProofMissing(_("The document that shows this step is no longer in the workspace: put the file back, or write a new step."))
    name = f"piece-{on.isoformat()}{_ending(path)}"
    response = FileResponse(path.open("rb"), as_attachment=True, filename=name, content_type="application/octet-stream")
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def _ending(path: Path) -> str:
    """What the file's first signs say it is, so that people can open it; nothing when they say nothing."""
    with path.open("rb") as file:
        head = file.read(8)
    return next((ending for signs, ending in ENDINGS.items() if head.startswith(signs)), "")
