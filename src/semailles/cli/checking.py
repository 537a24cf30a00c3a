"""What the database that is open says: which files must be there, and whether the chains of seals hold."""

from semailles.convergence.queries.corrections import kept_photos
from semailles.core.seals import Verdict, verify
from semailles.intake import keeping as of_documents
from semailles.projects import keeping as of_projects
from semailles.workshop.models import Initiative


def named_files() -> dict[str, list[str]]:
    """By SHA-256, the names of what is kept under it."""
    found = dict(of_documents.kept_files())
    for kept in (kept_photos(), of_projects.kept_files()):
        for digest, shown in kept.items():
            found.setdefault(digest, []).extend(shown)
    return found


def chains() -> list[tuple[Initiative, Verdict]]:
    return [(initiative, verify(initiative.public_id)) for initiative in Initiative.objects.order_by("pk")]
