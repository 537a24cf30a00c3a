"""Who holds a job, and until when. Whatever a worker writes about a job, it writes only while it holds it."""

import uuid
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, Max, Min, Q
from django.utils.translation import gettext as _

from semailles.core.enums import JobStatus
from semailles.core.models import Job

LEASE = timedelta(seconds=30)
FURTHEST = (
    2 * LEASE
)  # no lease of today ends later, were the clocks of two hosts half a minute apart: it was taken before a clock was set back
MOST_ATTEMPTS = 3  # a job whose worker died so often is taken for the cause


class LeaseLost(Exception):  # no mistake: the job was given to another, this attempt writes nothing more
    """This attempt no longer holds its job."""


@transaction.atomic
def claim(now: datetime) -> Job | None:
    """Take a job that waits, for one lease: the oldest of the initiative that has waited longest for its turn."""
    waiting = Job.objects.filter(status=JobStatus.WAITING).select_for_update(skip_locked=True)
    turn = _next()
    job: Job | None = None if turn is None else waiting.filter(pk=turn).first()
    if job is None:
        return None
    job.status, job.holder, job.held_until, job.started_at = JobStatus.RUNNING, uuid.uuid4(), now + LEASE, now
    job.attempts += 1
    job.save(update_fields=["status", "holder", "held_until", "started_at", "attempts"])
    return job


def _next() -> int | None:
    """Five hundred files given to one initiative do not keep the others waiting."""
    turns = (
        Job.objects.order_by().values("initiative_id").annotate(first=Min("pk", filter=Q(status=JobStatus.WAITING)), last=Max("started_at"))
    )
    turn = turns.exclude(first=None).order_by(F("last").asc(nulls_first=True), "first").first()
    return turn["first"] if turn else None


def renew(job: Job, now: datetime) -> bool:
    """False when the job is no longer held."""
    return _held(job, held_until=now + LEASE)


def note_progress(job: Job, step: str, done: int, total: int) -> bool:
    return _held(job, step=step[:200], done=max(done, 0), total=max(total, 0))


def settle(job: Job, result: Mapping[str, Any], now: datetime) -> None:
    """The job is done. In one transaction with its last effect, this makes the effect happen once."""
    if not _held(job, status=JobStatus.DONE, result=dict(result), held_until=None, ended_at=now):
        raise LeaseLost(job)


def fail(job: Job, reason: str, now: datetime) -> bool:
    return _held(job, status=JobStatus.FAILED, reason=reason, held_until=None, ended_at=now)


def give_back(job: Job, *, step: str = "") -> bool:
    """The worker must stop, or the machine refuses: the job waits again, and this attempt does not count. `step`: why, for whoever waits."""
    return _held(job, status=JobStatus.WAITING, holder=None, held_until=None, attempts=F("attempts") - 1, step=step[:200])


def reap(now: datetime) -> int:
    """Give back the jobs whose worker gave no sign of life; fail those that were cut too often. Gives how many."""
    silent = Job.objects.filter(Q(held_until__lt=now) | Q(held_until__gt=now + FURTHEST), status=JobStatus.RUNNING)
    if not silent.exists():
        return 0
    with transaction.atomic():
        reason = _(
            "This work was cut short %(times)d times, and was given up. Ask for it again; if that changes nothing, tell what it was."
        )
        given_up = silent.filter(attempts__gte=MOST_ATTEMPTS).update(
            status=JobStatus.FAILED, reason=reason % {"times": MOST_ATTEMPTS}, held_until=None, ended_at=now
        )
        return given_up + silent.update(status=JobStatus.WAITING, holder=None, held_until=None)


def _held(job: Job, **fields: Any) -> bool:
    return Job.objects.filter(pk=job.pk, status=JobStatus.RUNNING, holder=job.holder).update(**fields) == 1
