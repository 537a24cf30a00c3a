"""What the teams left: every document in the form that counts, what waits to be read, in the order that is asked for."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q

from semailles.core.enums import JobStatus
from semailles.core.jobs.queries import jobs_of
from semailles.core.models import Job
from semailles.core.models.jobs import GOING_ON
from semailles.engines.reading import EDITION
from semailles.intake.enums import FileFate, IdeaState, ReadStatus
from semailles.intake.models import DepositedFile, Document, DocumentVersion, Source
from semailles.intake.queries.deposits import READING, REREADING, job_key
from semailles.workshop.models import Initiative, Team

SAID = ~Q(idea__state__in=(IdeaState.SET_ASIDE, IdeaState.SPLIT))
WAITING = "waiting"  # the standing of what is being read, or will be


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document in the list: its latest version, and how much was found in it. Set-aside ideas are not counted. `is_asked`: its reading is asked for again."""

    document: Document
    version: DocumentVersion
    passages: int
    ideas: int
    versions: int
    is_asked: bool = False

    @property
    def standing(self) -> str:
        return WAITING if self.is_asked else self.version.status

    @property
    def is_older(self) -> bool:
        """Read by earlier readers: today's may find more."""
        return self.version.status == ReadStatus.READ and self.version.edition < EDITION


@dataclass(frozen=True, slots=True)
class TeamShelf:
    team: Team
    lines: tuple[DocumentLine, ...]


def document_lines(initiative: Initiative) -> list[DocumentLine]:
    """By path, in four queries."""
    latest = DocumentVersion.objects.of(initiative).filter(is_latest=True).select_related("document__team")
    versions = list(latest.annotate(found=Count("passages")).order_by("document__path"))
    said = Source.objects.of(initiative).filter(SAID, passage__version__is_latest=True).values("passage__version")
    ideas = dict(said.annotate(found=Count("idea", distinct=True)).values_list("passage__version", "found"))
    every = dict(Document.objects.of(initiative).annotate(found=Count("versions")).values_list("pk", "found"))
    going_on = jobs_of(initiative.public_id).filter(kind=REREADING, status__in=GOING_ON)
    asked = set(going_on.values_list("arguments__document", flat=True))
    return [
        DocumentLine(
            version.document,
            version,
            version.found,
            ideas.get(version.pk, 0),
            every[version.document_id],
            is_asked=str(version.document.public_id) in asked,
        )
        for version in versions
    ]


def waiting_files(initiative: Initiative) -> list[DepositedFile]:
    """What was given on screen and was not looked at yet, the first given first."""
    rows = list(DepositedFile.objects.of(initiative).filter(fate=FileFate.WAITING).select_related("deposit").order_by("pk"))
    lost = set(Job.objects.of(initiative.public_id).filter(kind=READING, status=JobStatus.FAILED).values_list("key", flat=True))
    return [row for row in rows if job_key(row.deposit.public_id, row.rank, row.tries) not in lost]


def in_order(lines: Iterable[DocumentLine], order: str) -> list[DocumentLine]:
    """« ideas »: the most ideas first; « date »: the last received first; else by team, then by path."""
    if order == "ideas":
        return sorted(lines, key=lambda line: -line.ideas)
    if order == "date":
        return sorted(lines, key=lambda line: line.version.received_at, reverse=True)
    return sorted(lines, key=lambda line: _place_of(line.document.team))


def shelved(lines: Iterable[DocumentLine]) -> list[TeamShelf]:
    """By team, in the order of the letters."""
    by_team: dict[Team, list[DocumentLine]] = defaultdict(list)
    for line in lines:
        by_team[line.document.team].append(line)
    return [TeamShelf(team, tuple(by_team[team])) for team in sorted(by_team, key=_place_of)]


def _place_of(team: Team) -> tuple[int, str, str]:
    return len(team.letter), team.letter, team.folder
