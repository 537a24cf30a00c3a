"""What was given on screen, and what became of it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from uuid import UUID

from django.db.models import Count, JSONField, OuterRef, Prefetch, Subquery

from semailles.core.enums import JobStatus
from semailles.core.models import Job
from semailles.intake.enums import FileFate, ReadStatus
from semailles.intake.models import Deposit, DepositedFile, DocumentVersion, Source
from semailles.workshop.models import Initiative

MOST_DEPOSITS = 10
READING, REREADING = "deposit", "reread"  # the kinds of work that read a file


@dataclass(frozen=True, slots=True)
class DepositView:
    deposit: Deposit
    files: Sequence[DepositedFile]
    ideas: dict[int, int]  # by key of the document
    failed: frozenset[str] = frozenset()  # keys of the jobs that were tried in vain
    inside: Mapping[str, Sequence[DocumentVersion]] = field(
        default_factory=dict
    )  # by path of an archive or a mail: what of it could not be read

    @property
    def waiting(self) -> int:
        return sum(one.fate == FileFate.WAITING and not self.is_lost(one) for one in self.files)

    def is_lost(self, one: DepositedFile) -> bool:
        """Its reading was tried several times, and ended the program each time."""
        return one.fate == FileFate.WAITING and job_key(self.deposit.public_id, one.rank, one.tries) in self.failed

    @property
    def done(self) -> int:
        return len(self.files) - self.waiting

    @property
    def lines(self) -> list[tuple[DepositedFile, int]]:
        """Each file, with the ideas found in its document."""
        return [(one, self.ideas.get(one.document_id or 0, 0)) for one in self.files]


def last_deposits(initiative: Initiative) -> list[DepositView]:
    """The latest first, in four queries, and a fifth when one holds files. Each file with `told`: the rows of its document that could not be read, when it is an export."""
    latest = DocumentVersion.objects.of(initiative).filter(document=OuterRef("document"), is_latest=True).values("told")[:1]
    files = DepositedFile.objects.of(initiative).annotate(told=Subquery(latest, output_field=JSONField()))
    rows = Prefetch("files", files.select_related("document__team"))
    deposits = list(Deposit.objects.of(initiative).select_related("by").prefetch_related(rows)[:MOST_DEPOSITS])
    documents = {one.document_id for deposit in deposits for one in deposit.files.all() if one.document_id}
    said = Source.objects.of(initiative).filter(passage__version__is_latest=True, passage__version__document__in=documents)
    counted = dict(said.order_by().values_list("passage__version__document").annotate(Count("idea", distinct=True)))
    jobs = Job.objects.of(initiative.public_id).filter(kind=READING, status=JobStatus.FAILED).values_list("key", flat=True)
    failed = frozenset(jobs)
    inside = _refused_inside(initiative, [one.path for deposit in deposits for one in deposit.files.all() if one.holds])
    return [DepositView(deposit, list(deposit.files.all()), counted, failed, inside) for deposit in deposits]


def job_key(deposit: UUID, rank: int, tries: int = 0) -> str:
    return f"{READING} {deposit} {rank}" + (f" {tries}" if tries else "")


def _refused_inside(initiative: Initiative, holders: Sequence[str]) -> dict[str, list[DocumentVersion]]:
    found: dict[str, list[DocumentVersion]] = defaultdict(list)
    if not holders:
        return found
    unread = DocumentVersion.objects.of(initiative).filter(is_latest=True, is_given=True, status=ReadStatus.UNREADABLE)
    for version in unread.select_related("document").order_by("document__path"):
        for parent in set(map(str, PurePosixPath(version.document.path).parents)).intersection(holders):
            found[parent].append(version)
    return found


def version_of_content(initiative: Initiative, digest: str, *, path: str = "") -> DocumentVersion | None:
    """The version that counts of a document that is this very file, and that could be read: whatever its name, or of this path alone."""
    rows = (
        DocumentVersion.objects.of(initiative)
        .filter(sha256=digest, is_latest=True, status=ReadStatus.READ)
        .select_related("document__team")
    )
    rows = rows.filter(document__path=path) if path else rows
    found: DocumentVersion | None = rows.order_by("document__path").first()
    return found
