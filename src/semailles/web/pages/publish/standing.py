"""Where printing stands, and the files by who they are for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from semailles.core.audience import Audience, reads_everything
from semailles.core.enums import JobStatus
from semailles.core.models import Job
from semailles.publication.shelf import Printed
from semailles.workshop.models import Initiative


@dataclass(frozen=True, slots=True)
class JobLine:
    """`seen`: what was last shown of it, so that a page that asks again learns only what moved."""

    status: str
    sentence: str
    reason: str
    done: int
    total: int
    ended_at: datetime | None
    seen: str

    @property
    def is_going_on(self) -> bool:
        return self.status in {JobStatus.WAITING, JobStatus.RUNNING}

    @property
    def is_failed(self) -> bool:
        return self.status == JobStatus.FAILED


@dataclass(frozen=True, slots=True)
class Shelf:
    title: str
    about: str
    files: tuple[Printed, ...]


def job_line(job: Job | None, initiative: Initiative) -> JobLine | None:
    if job is None:
        return None
    ended = job.ended_at.astimezone(ZoneInfo(initiative.time_zone)) if job.ended_at else None
    seen = f"{job.public_id}:{job.status}:{job.step}:{job.done}"
    return JobLine(job.status, _sentence(job), job.reason, job.done, job.total, ended, seen)


def _sentence(job: Job) -> str:
    if job.status == JobStatus.WAITING:
        return _("The printing waits for its turn.")
    if job.status == JobStatus.FAILED:
        return _("The printing failed. The files of before are unchanged.")
    if job.status == JobStatus.DONE:
        return _("Printed: %(pages)s pages.") % {"pages": job.result.get("pages", "–")}
    if not job.total:
        return _("The printing has begun.")
    return _("Printing: %(done)d of %(total)d.") % {"done": job.done, "total": job.total}


def shelves(files: Sequence[Printed]) -> tuple[Shelf, ...]:
    """The widest circle first; a circle without any file is told all the same."""
    working = tuple(one for one in files if one.output.audience is Audience.WORKING)
    if not reads_everything():
        return (_for_members(working),)
    own = tuple(one for one in files if one.output.audience is Audience.FACILITATOR)
    return (
        _for_members(working),
        Shelf(_("For you alone"), _("everything, with the persons named and the doubts: not to be passed on as it is"), own),
    )


def _for_members(files: tuple[Printed, ...]) -> Shelf:
    about = _("for the steering committee and the working groups: no person, no contact, no contradiction")
    return Shelf(_("Working document"), about, files)
