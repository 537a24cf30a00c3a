"""What people do to give files on screen, and to say whose they are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from uuid import UUID, uuid4

from django.core.files import File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from semailles.core import files
from semailles.core.jobs.actions import enqueue
from semailles.core.journal import record
from semailles.core.models import Person
from semailles.core.permits import require
from semailles.intake.enums import Diffusion, FileFate
from semailles.intake.errors import NothingGiven, TooManyGiven
from semailles.intake.models import Deposit, DepositedFile, Document, Idea
from semailles.intake.queries.deposits import READING, job_key
from semailles.workshop.actions import open_team
from semailles.workshop.models import Initiative, Team
from semailles.workshop.rules import may_coordinate

MOST_FILES = 500
LONGEST_NAME = 150
_UNFIT = re.compile(r"[\x00-\x1f\x7f/\\]+")


@dataclass(frozen=True, slots=True)
class GivenFile:
    """A file as it was sent. `path`: its name, or its place in the folder that was dropped. `content`: its bytes, or the file that holds them: a
    hundred photographs do not stand in memory together."""

    path: str
    content: "bytes | File[bytes]"

    @property
    def size(self) -> int:
        return len(self.content) if isinstance(self.content, bytes) else self.content.size

    def read(self) -> bytes:
        if isinstance(self.content, bytes):
            return self.content
        self.content.seek(0)
        return bytes(self.content.read())


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """What people say of a document."""

    author: str = ""
    dated_on: date | None = None
    licence: str = ""
    diffusion: str = Diffusion.INTERNAL
    consent: str = ""


@transaction.atomic
def deposit_files(initiative: Initiative, given: Sequence[GivenFile], *, folder: str, key: UUID, by: Person) -> Deposit:
    """Keep the files and ask for the reading of each: one that kills its worker again and again fails alone. `folder`: the team's; empty, the folders that were dropped are the teams. `key` names the press of the button."""
    require(may_coordinate(by, initiative), by=by)
    if not given:
        raise NothingGiven
    if len(given) > MOST_FILES:
        raise TooManyGiven(len(given), MOST_FILES)
    known: Deposit | None = Deposit.objects.of(initiative).filter(public_id=key).first()
    if known and _holds(known, given):
        return known
    key = uuid4() if known else key  # the same page, seen again with « back », gives other files
    deposit: Deposit = Deposit.objects.create(initiative=initiative, public_id=key, by=by, at=timezone.now())
    files.check_room([(one.path, one.size) for one in given])
    taken: set[str] = set()
    for rank, one in enumerate(given):
        path = _free(_path(folder, one.path), taken)
        DepositedFile.objects.create(initiative=initiative, deposit=deposit, rank=rank, path=path, sha256=files.keep(one.read()))
        enqueue(READING, {"deposit": str(key), "rank": rank}, initiative=initiative, by=by, key=job_key(key, rank))
    record("deposited", deposit, by=by, initiative=initiative, files=len(taken))
    return deposit


@transaction.atomic
def note_fate(
    row: DepositedFile, fate: FileFate, *, document: Document | None = None, reason: str = "", by: Person, **more: object
) -> None:
    """What became of a file; in the transaction that made it so."""
    require(may_coordinate(by, row.initiative), by=by)
    row.fate, row.document, row.reason = fate, document, reason
    for name, value in more.items():
        setattr(row, name, value)
    row.full_clean(exclude=["initiative", "deposit", "document"], validate_unique=False)
    row.save()
    if document and not document.is_deposited:
        document.is_deposited = True
        document.save(update_fields=["is_deposited"])


@transaction.atomic
def describe_document(document: Document, entry: DocumentEntry, *, by: Person) -> Document:
    require(may_coordinate(by, document.initiative), by=by)
    row: Document = Document.objects.of(document.initiative).select_for_update().get(pk=document.pk)
    wanted = {name: getattr(entry, name) for name in ("author", "dated_on", "licence", "diffusion", "consent")}
    changed = {name: value for name, value in wanted.items() if getattr(row, name) != value}
    if not changed:
        return row
    for name, value in changed.items():
        setattr(row, name, value)
    row.full_clean(exclude=["initiative", "team"], validate_unique=False)
    row.save(update_fields=list(changed))
    record("described", row, by=by, initiative=row.initiative, fields=sorted(changed))
    return row


@transaction.atomic
def move_document(document: Document, team: Team, *, by: Person) -> Document:
    """To another team, with its ideas: they get new marks there, since a mark says the team."""
    require(may_coordinate(by, document.initiative), by=by)
    row: Document = Document.objects.of(document.initiative).select_for_update().get(pk=document.pk)
    if row.team_id == team.pk:
        return row
    before, row.team = str(row.team), team
    row.save(update_fields=["team"])
    Idea.objects.of(row.initiative).filter(sources__passage__version__document=row).update(team=team, number=None)
    record("reassigned", row, by=by, initiative=row.initiative, before=before, after=str(team))
    return row


def named_team(initiative: Initiative, name: str, *, by: Person) -> Team:
    """The team of this folder; a new one when there is none."""
    require(may_coordinate(by, initiative), by=by)
    return open_team(initiative, _clean(name), by=by)


def _holds(deposit: Deposit, given: Sequence[GivenFile]) -> bool:
    kept = list(deposit.files.order_by("rank").values_list("sha256", flat=True))
    return kept == [files.sha256(one.read()) for one in given]


def _clean(name: str) -> str:
    """Of a file or a folder: no sign that leads elsewhere or breaks a line."""
    bare = _UNFIT.sub(" ", name).strip(" .")[:LONGEST_NAME].strip()
    return bare or _("without a name")


def _path(folder: str, sent: str) -> str:
    parts = [part for part in PurePosixPath(sent.replace("\\", "/")).parts if part not in ("/", "..", ".")]
    stem, dot, ending = (parts[-1] if parts else "").rpartition(".")
    name = _clean(f"{_clean(stem)[: LONGEST_NAME - 10]}.{ending[:9]}" if dot else parts[-1] if parts else "")
    above = [_clean(part) for part in parts[:-1]]
    if folder:
        return "/".join([_clean(folder), *above[1:], name])
    return "/".join([*above[1:], name]) if len(above) > 1 else "/".join([*above, name])


def _free(path: str, taken: set[str]) -> str:
    """Two files of one name in the same deposit are two documents."""
    pure, found, rank = PurePosixPath(path), path, 1
    while found in taken:
        rank += 1
        found = str(pure.with_name(f"{pure.stem} ({rank}){pure.suffix}"))
    taken.add(found)
    return found
