"""Where the files of an initiative stand: what is printed of it, its colours, its logo."""

from pathlib import Path

from django.conf import settings

from semailles.workshop.models import Initiative

INITIATIVES = "initiatives"


def folder_of(initiative: Initiative) -> Path:
    """A workspace is that of its one initiative; on an instance each has its own, and it may not be there yet."""
    workspace = Path(settings.WORKSPACE)
    return workspace / INITIATIVES / str(initiative.public_id) if settings.INSTANCE else workspace
