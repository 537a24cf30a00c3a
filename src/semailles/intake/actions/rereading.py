"""What people do with files that could not be read, or that a better reader reads otherwise."""

from collections.abc import Sequence
from pathlib import PurePosixPath
from uuid import uuid4

from django.db import transaction
from django.db.models import Q

from semailles.core.enums import JobStatus
from semailles.core.jobs.actions import enqueue
from semailles.core.jobs.queries import jobs_of
from semailles.core.journal import record
from semailles.core.models import Job, Person
from semailles.core.models.jobs import GOING_ON
from semailles.core.permits import require
from semailles.engines.reading import EDITION
from semailles.intake.enums import FileFate, ReadStatus
from semailles.intake.errors import NothingToTry
from semailles.intake.models import DepositedFile, Document, DocumentVersion, Source
from semailles.intake.queries.deposits import READING, REREADING, job_key
from semailles.intake.readings import Reading
from semailles.intake.recording import fill, tell_what_is_said
from semailles.intake.unpacking import team_folder
from semailles.workshop.models import Initiative
from semailles.workshop.rules import may_coordinate


@transaction.atomic
def try_again(row: DepositedFile, *, by: Person) -> Job:
    """A file that was refused, or whose reading killed its program, is read again as it is kept."""
    require(may_coordinate(by, row.initiative), by=by)
    if row.fate != FileFate.REFUSED and not _is_lost(row):
        raise NothingToTry(row)
    return _read_given_again(row, by=by)


@transaction.atomic
def read_for_its_team_too(row: DepositedFile, *, by: Person) -> Job:
    """The very file that another team left is this team's too: a document of its own, as two folders would make two."""
    require(may_coordinate(by, row.initiative), by=by)
    if row.fate != FileFate.KNOWN or row.document is None or row.document.team.folder == team_folder(row.path):
        raise NothingToTry(row)
    return _read_given_again(row, by=by, is_its_own=True)


@transaction.atomic
def ask_to_read_again(initiative: Initiative, documents: Sequence[Document], *, by: Person) -> list[Job]:
    """Those whose reading is already asked for are not asked twice."""
    require(may_coordinate(by, initiative), by=by)
    going_on = jobs_of(initiative.public_id).filter(kind=REREADING, status__in=GOING_ON)
    waiting = set(going_on.values_list("arguments__document", flat=True))
    wanted = [str(document.public_id) for document in documents]
    return [
        enqueue(REREADING, {"document": key}, initiative=initiative, by=by, key=f"{REREADING} {uuid4()}")
        for key in wanted
        if key not in waiting
    ]


@transaction.atomic
def take_reading_again(document: Document, reading: Reading, *, by: Person) -> DocumentVersion:
    """The same bytes, read anew: a refused version is filled; one that was read is followed by another, where ideas are found again by their quote.

    What was read once is never replaced by a refusal, nor doubled by the same words that the same readers found.
    """
    require(may_coordinate(by, document.initiative), by=by)
    version: DocumentVersion = document.versions.select_for_update().get(is_latest=True)
    if version.status == ReadStatus.READ and (reading.reason or _brings_nothing(version, reading)):
        version.edition = EDITION  # asked once: today's readers have nothing to add
        version.save(update_fields=["edition"])
        return version
    if version.status == ReadStatus.READ:
        document.versions.filter(pk=version.pk).update(is_latest=False)
        last = document.versions.filter(sha256=version.sha256).order_by("-reading").first() or version
        same = {"sha256": version.sha256, "reading": last.reading + 1, "is_given": version.is_given}
        version = DocumentVersion(document=document, **same)
    fill(version, reading, by=by)
    tell_what_is_said(document)
    if version.status == ReadStatus.READ:
        fresh = {"fate": FileFate.READ, "reason": "", "detail": {}}
        holders = [str(parent) for parent in PurePosixPath(document.path).parents]
        given = DepositedFile.objects.of(document.initiative).filter(fate=FileFate.REFUSED)
        given.filter(Q(document=document) | Q(document=None, path__in=holders)).update(**fresh)
    record("read again", document, by=by, initiative=document.initiative)
    return version


def _brings_nothing(version: DocumentVersion, reading: Reading) -> bool:
    """The same readers found the same words, and the same ideas in them."""
    passages = version.passages.order_by("rank").values_list("text", flat=True)
    quotes = Source.objects.of(version.initiative).filter(passage__version=version).values_list("quote", flat=True)
    found = {idea.quote for idea in reading.found.ideas}
    return version.edition == EDITION and list(passages) == [block.text for block in reading.blocks] and found <= set(quotes)


def _is_lost(row: DepositedFile) -> bool:
    """Its reading ended the program each time it was tried."""
    key = job_key(row.deposit.public_id, row.rank, row.tries)
    return row.fate == FileFate.WAITING and jobs_of(row.initiative.public_id).filter(key=key, status=JobStatus.FAILED).exists()


def _read_given_again(row: DepositedFile, *, by: Person, is_its_own: bool = False) -> Job:
    locked: DepositedFile = (
        DepositedFile.objects.of(row.initiative).select_for_update(of=("self",)).select_related("deposit").get(pk=row.pk)
    )
    locked.tries, locked.fate, locked.reason, locked.detail = locked.tries + 1, FileFate.WAITING, "", {}
    locked.save(update_fields=["tries", "fate", "reason", "detail"])
    deposit = locked.deposit.public_id
    asked = {"deposit": str(deposit), "rank": locked.rank, "is_its_own": is_its_own}
    record("tried again", locked.deposit, by=by, initiative=row.initiative, path=locked.path)
    return enqueue(READING, asked, initiative=row.initiative, by=by, key=job_key(deposit, locked.rank, locked.tries))
