"""Long work of intake."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from semailles.core.files import sha256, stored_path
from semailles.core.jobs.kinds import JobKind
from semailles.core.jobs.work import Work
from semailles.core.models import Person
from semailles.engines.reading import Reason
from semailles.intake.actions import receive_document
from semailles.intake.actions.depositing import note_fate
from semailles.intake.actions.rereading import take_reading_again
from semailles.intake.enums import FileFate, ReadStatus
from semailles.intake.models import DepositedFile, Document, DocumentVersion
from semailles.intake.queries import known_actors, taught_ideas
from semailles.intake.queries.deposits import READING, REREADING, version_of_content
from semailles.intake.queries.originals import original
from semailles.intake.readings import Reading, read_file
from semailles.intake.unpacking import Given, documents_in
from semailles.workshop.models import Initiative
from semailles.workshop.rules import may_coordinate

Fate = tuple[Given, FileFate, Document | None, Reading | None]


def read_given(work: Work) -> None:
    """One file that was given: read, then received in the transaction that ends the job. Cut at any moment, it begins again."""
    given = {"deposit__public_id": work.arguments["deposit"], "rank": work.arguments["rank"]}
    row = DepositedFile.objects.select_related("initiative").get(initiative__public_id=work.initiative_id, **given)
    work.progress(_("Reading %(path)s") % {"path": row.path}, 0, 1)
    content = stored_path(row.sha256).read_bytes()
    read = partial(read_file, known=known_actors(row.initiative), taught=taught_ideas(row.initiative))
    is_its_own = bool(work.arguments.get("is_its_own"))
    readings = [(one, _reading(row.initiative, one, read, is_its_own=is_its_own)) for one in documents_in(row.path, content)]
    with transaction.atomic():
        if row.fate == FileFate.WAITING:
            _receive(row, readings, work.by)
        work.settle(fate=row.fate)


def read_again(work: Work) -> None:
    """A document that is kept, by the readers of today. Done twice, the second reading takes the place of the first."""
    document = Document.objects.select_related("initiative").get(
        initiative__public_id=work.initiative_id, public_id=work.arguments["document"]
    )
    work.progress(_("Reading %(path)s") % {"path": document.path}, 0, 1)
    content = original(document.versions.get(is_latest=True)).read_bytes()
    reading = read_file(document.path, content, known=known_actors(document.initiative), taught=taught_ideas(document.initiative))
    with transaction.atomic():
        take_reading_again(document, reading, by=work.by)
        work.settle(reason=reading.reason)


def _receive(row: DepositedFile, readings: Sequence[tuple[Given, Reading | None]], by: Person) -> None:
    """What the file itself became; for an archive, what became of all it holds."""
    fates = [(given, *_kept(row.initiative, given, reading, by)) for given, reading in readings]
    own = next((one for one in fates if one[0].path == row.path), None)
    fate, document, refused = own[1:] if own else _opened(fates)
    reason, detail = (refused.reason, dict(refused.detail)) if refused and fate == FileFate.REFUSED else ("", {})
    note_fate(row, fate, document=document, reason=reason, detail=detail, holds=len(fates) - bool(own), by=by)


def _opened(fates: Sequence[Fate]) -> tuple[FileFate, None, Reading | None]:
    """An archive of which nothing could be read is refused too, for the reason of its first file."""
    refused = [reading for _given, fate, _document, reading in fates if fate == FileFate.REFUSED]
    if len(refused) < len(fates):
        return FileFate.READ, None, None
    return FileFate.REFUSED, None, refused[0] if refused else Reading(reason=Reason.EMPTY.value)


def _reading(initiative: Initiative, given: Given, read: Callable[[str, bytes], Reading], *, is_its_own: bool) -> Reading | None:
    """None: this very file is there already, and was read."""
    if given.refused:
        return given.refused
    if given.content and _there(initiative, given, is_its_own=is_its_own):
        return None
    return read(given.path, given.content)


def _there(initiative: Initiative, given: Given, *, is_its_own: bool = False) -> DocumentVersion | None:
    """The version that this file is, under its own path if it can; `is_its_own`: under no other, whoever else left the same."""
    digest = sha256(given.content)
    own = version_of_content(initiative, digest, path=given.path)
    return own if own or is_its_own else version_of_content(initiative, digest)


def _kept(initiative: Initiative, given: Given, reading: Reading | None, by: Person) -> tuple[FileFate, Document | None, Reading | None]:
    if reading is None:
        there = _there(initiative, given)
        return FileFate.KNOWN, there.document if there else None, None
    is_new = not DocumentVersion.objects.of(initiative).filter(document__path=given.path, status=ReadStatus.READ).exists()
    version: DocumentVersion = receive_document(initiative, given.path, given.content, reading, by=by)
    fate = FileFate.REFUSED if reading.reason else FileFate.READ if is_new else FileFate.NEW_VERSION
    DocumentVersion.objects.of(initiative).filter(pk=version.pk).update(is_given=True)
    Document.objects.of(initiative).filter(pk=version.document_id).update(is_deposited=True)
    return fate, version.document, reading


def _may_ask(person: Person, initiative_id: UUID) -> bool:
    return may_coordinate(person, Initiative.objects.get(public_id=initiative_id))


JOBS = {
    READING: JobKind(gettext_lazy("Reading a file that was given"), read_given, _may_ask, is_told=False),
    REREADING: JobKind(gettext_lazy("Reading a document again"), read_again, _may_ask, is_told=False),
}
