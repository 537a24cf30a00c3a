"""The one that does the work, job after job, until it is told to stop."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from threading import Event, Thread

from django.db import DatabaseError, close_old_connections, connections
from django.utils import timezone
from django.utils.translation import gettext as _

from semailles.core.errors import Refusal
from semailles.core.files import is_short_of_room
from semailles.core.jobs import lease
from semailles.core.jobs.kinds import kind_named
from semailles.core.jobs.signs import Signs
from semailles.core.jobs.work import Clock, Interrupted, Work
from semailles.core.models import Job
from semailles.core.troubles import PASSING, trouble_in

log = logging.getLogger(__name__)

POLL = 0.5  # seconds between two looks at an empty list
HEARTBEAT = 5.0  # seconds between two signs of life, well within a lease
RESPITE = 2.0  # seconds, when the machine refuses: room is made by people
PATIENCE = timedelta(seconds=20)  # for an attempt that does not come to a place where it may be left


def run_worker(stop: Event, *, clock: Clock = timezone.now, poll: float = POLL, leave: Callable[[], None] | None = None) -> None:
    """Work until `stop` is set, then finish or give back the job in hand. `leave` ends the process of an attempt that cannot be left."""
    signs = Signs()
    while not stop.is_set():
        signs()
        try:
            found = not is_short_of_room() and work_once(stop, clock=clock, leave=leave)
        except (DatabaseError, OSError) as error:
            _refused(stop, error)
            continue
        if not found:
            stop.wait(poll)


def _refused(stop: Event, error: BaseException) -> None:
    """The machine's refusal is no failure of anybody's work: it is done once the machine is well again."""
    if trouble_in(error) not in PASSING:
        raise error
    log.warning("the machine refuses (%s): the work waits", error)
    stop.wait(RESPITE)
    close_old_connections()  # a server that was started again is met again


def work_once(stop: Event, *, clock: Clock = timezone.now, leave: Callable[[], None] | None = None) -> bool:
    """Do the oldest job that waits. False when there is none."""
    lease.reap(clock())
    job = lease.claim(clock()) if Job.objects.filter(status="waiting").exists() else None
    if job is None:
        return False
    with _alive(job, stop, clock, leave):
        _attempt(job, stop, clock)
    return True


def _attempt(job: Job, stop: Event, clock: Clock) -> None:
    work = Work(job, clock=clock, must_stop=stop.is_set)
    try:
        kind_named(job.kind).perform(work)
        if not work.is_settled:
            work.settle()
    except Interrupted:
        lease.give_back(job)
    except lease.LeaseLost:
        log.warning("job %s (%s) was given to another worker", job.public_id, job.kind)
    except Refusal as refusal:
        lease.fail(job, refusal.sentence, clock())
    except Exception as error:  # the edge of a job: the worker goes on with the next
        if trouble_in(error) in PASSING:
            _give_back(job, stop, error)
            return
        log.exception("job %s (%s) failed", job.public_id, job.kind)
        sentence = _("An error of the program stopped this work (%(error)s). What was there before is unchanged; the log has the rest.")
        lease.fail(job, sentence % {"error": type(error).__name__}, clock())


def _give_back(job: Job, stop: Event, error: Exception) -> None:
    """The job waits until the machine is well again; that is written as soon as anything can be."""
    step = _("Waits until this machine can write again")
    while not _is_written(lambda: lease.give_back(job, step=step)) and not stop.is_set():
        _refused(stop, error)
    _refused(stop, error)


def _is_written(write: Callable[[], object]) -> bool:
    try:
        write()
    except DatabaseError:
        return False
    return True


@contextmanager
def _alive(job: Job, stop: Event, clock: Clock, leave: Callable[[], None] | None) -> Iterator[None]:
    """Signs of life from a thread of their own, while the job is in hand."""
    ended = Event()
    heart = Thread(target=_beat, args=(job, ended, stop, clock, leave), daemon=True)
    heart.start()
    try:
        yield
    finally:
        ended.set()
        heart.join()


def _beat(job: Job, ended: Event, stop: Event, clock: Clock, leave: Callable[[], None] | None) -> None:
    stopping_since, signs = None, Signs()
    try:
        while not ended.wait(HEARTBEAT):
            signs()
            if stop.is_set():
                stopping_since = stopping_since or clock()
            _sign(job, clock)
            if leave and stopping_since and clock() - stopping_since >= PATIENCE:
                lease.give_back(job)
                leave()
    finally:
        connections.close_all()


def _sign(job: Job, clock: Clock) -> None:
    try:
        lease.renew(job, clock())
    except DatabaseError as error:  # the next sign will do: a lease is longer than several
        log.warning("job %s: no sign of life could be written (%s)", job.public_id, error)
        close_old_connections()  # a line that was cut is no longer used for the next
