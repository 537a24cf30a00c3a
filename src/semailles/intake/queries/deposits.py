"""What was given on screen, and what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Prefetch

from semailles.intake.enums import FileFate
from semailles.intake.models import Deposit, DepositedFile, DocumentVersion, Source
from semailles.workshop.models import Initiative

MOST_DEPOSITS = 10


@dataclass(frozen=True, slots=True)
class DepositView:
    deposit: Deposit
    files: Sequence[DepositedFile]
    ideas: dict[int, int]  # by key of the document

    @property
    def waiting(self) -> int:
        return sum(one.fate == FileFate.WAITING for one in self.files)

    @property
    def done(self) -> int:
        return len(self.files) - self.waiting

    @property
    def lines(self) -> list[tuple[DepositedFile, int]]:
        """Each file, with the ideas found in its document."""
        return [(one, self.ideas.get(one.document_id or 0, 0)) for one in self.files]


def last_deposits(initiative: Initiative) -> list[DepositView]:
    """The latest first, in three queries."""
    rows = Prefetch("files", DepositedFile.objects.of(initiative).select_related("document"))
    deposits = list(Deposit.objects.of(initiative).select_related("by").prefetch_related(rows)[:MOST_DEPOSITS])
    documents = {one.document_id for deposit in deposits for one in deposit.files.all() if one.document_id}
    said = Source.objects.of(initiative).filter(passage__version__is_latest=True, passage__version__document__in=documents)
    counted = dict(said.order_by().values_list("passage__version__document").annotate(Count("idea", distinct=True)))
    return [DepositView(deposit, list(deposit.files.all()), counted) for deposit in deposits]


def version_of_content(initiative: Initiative, digest: str) -> DocumentVersion | None:
    """The version that counts of a document that is this very file, whatever its name."""
    rows = DocumentVersion.objects.of(initiative).filter(sha256=digest, is_latest=True).select_related("document")
    found: DocumentVersion | None = rows.order_by("document__path").first()
    return found
