"""Long work of intake."""

import logging
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from semailles.core.files import sha256, stored_path
from semailles.core.jobs.kinds import JobKind
from semailles.core.jobs.work import Work
from semailles.core.models import Person
from semailles.engines.extracting.findings import KnownActor
from semailles.engines.reading import Reason
from semailles.intake.actions import receive_document
from semailles.intake.actions.depositing import READING, note_fate
from semailles.intake.enums import FileFate
from semailles.intake.models import Deposit, DepositedFile, Document, DocumentVersion
from semailles.intake.queries import is_received, known_actors
from semailles.intake.queries.deposits import version_of_content
from semailles.intake.readings import Reading, read_file
from semailles.intake.unpacking import Given, documents_in
from semailles.workshop.models import Initiative
from semailles.workshop.rules import may_coordinate

log = logging.getLogger(__name__)
Known = tuple[KnownActor, ...]


def read_deposit(work: Work) -> None:
    """Each file that waits is read, then noted in the transaction that receives it: cut at any moment, it goes on with the next one."""
    deposit = Deposit.objects.select_related("initiative").get(public_id=work.arguments["deposit"])
    rows = list(DepositedFile.objects.of(deposit.initiative).filter(deposit=deposit))
    known = known_actors(deposit.initiative)
    for rank, row in enumerate(rows):
        work.progress(_("Reading the documents"), rank, len(rows))
        if row.fate == FileFate.WAITING:
            _read_one(row, known, work.by)
    work.progress(_("Reading the documents"), len(rows), len(rows))
    work.settle(files=len(rows))


def _read_one(row: DepositedFile, known: Known, by: Person) -> None:
    """The edge of one file's work: the others go on, whatever happens here."""
    try:
        _received(row, known, by)
    except Exception:  # an unforeseen failure must not stop the reading of the other files; it is logged and said beside the file
        log.exception("%s could not be received (workspace %s)", row.path, settings.WORKSPACE)
        note_fate(row, FileFate.REFUSED, reason=Reason.KILLS_READER.value, by=by)


def _received(row: DepositedFile, known: Known, by: Person) -> None:
    content = stored_path(row.sha256).read_bytes()
    found = list(documents_in(row.path, content))
    readings = [(given, _reading(row.initiative, given, known)) for given in found]
    with transaction.atomic():
        fates = [_kept(row.initiative, given, reading, by) for given, reading in readings]
        fate, document, reading = next(
            (one for one in fates if one[1] and one[1].path == row.path), fates[0] if fates else (FileFate.READ, None, None)
        )
        refused = reading if fate == FileFate.REFUSED else None
        note_fate(
            row,
            fate,
            document=document,
            reason=refused.reason if refused else "",
            detail=dict(refused.detail) if refused else {},
            holds=len([given for given in found if given.path != row.path]),
            by=by,
        )


def _reading(initiative: Initiative, given: Given, known: Known) -> Reading | None:
    """None: this very file is there already."""
    if given.refused:
        return given.refused
    if is_received(initiative, given.path, sha256(given.content)) or version_of_content(initiative, sha256(given.content)):
        return None
    return read_file(given.path, given.content, known=known)


def _kept(initiative: Initiative, given: Given, reading: Reading | None, by: Person) -> tuple[FileFate, Document | None, Reading | None]:
    if reading is None:
        there = version_of_content(initiative, sha256(given.content))
        return FileFate.KNOWN, there.document if there else None, None
    is_new = not Document.objects.of(initiative).filter(path=given.path).exists()
    version: DocumentVersion = receive_document(initiative, given.path, given.content, reading, by=by)
    fate = FileFate.REFUSED if reading.reason else FileFate.READ if is_new else FileFate.NEW_VERSION
    if not version.document.is_deposited:
        Document.objects.of(initiative).filter(pk=version.document_id).update(is_deposited=True)
    return fate, version.document, reading


def _may_ask(person: Person, initiative_id: UUID) -> bool:
    return may_coordinate(person, Initiative.objects.get(public_id=initiative_id))


JOBS = {READING: JobKind(gettext_lazy("Reading the files that were given"), read_deposit, _may_ask, is_told=False)}
