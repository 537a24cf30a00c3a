"""What a job's own code is given: its arguments, and how to say where it stands."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from semailles.core.jobs import lease
from semailles.core.models import Job, Person

Clock = Callable[[], datetime]
BETWEEN_TWO_NOTES = timedelta(seconds=1)


class Interrupted(BaseException):
    """The worker must stop: no code of a job catches this."""


class Work:
    """One attempt at a job. `must_stop` is asked at each progress: a place where the attempt may be left."""

    def __init__(self, job: Job, *, clock: Clock, must_stop: Callable[[], bool] = lambda: False) -> None:
        self._job, self._must_stop = job, must_stop
        self._noted_at, self._noted_step = datetime.min.replace(tzinfo=job.asked_at.tzinfo), ""
        self.clock = clock
        self.is_settled = False

    @property
    def arguments(self) -> Mapping[str, Any]:
        return dict(self._job.arguments)

    @property
    def initiative_id(self) -> UUID:
        return self._job.initiative_id

    @property
    def by(self) -> Person:
        return self._job.by

    def progress(self, step: str, done: int, total: int) -> None:
        """Written once a second at most, and at each new step."""
        if self._must_stop():
            raise Interrupted
        now = self.clock()
        if step == self._noted_step and done < total and abs(now - self._noted_at) < BETWEEN_TWO_NOTES:
            return
        self._noted_at, self._noted_step = now, step
        if not lease.note_progress(self._job, step, done, total):
            raise lease.LeaseLost(self._job)

    def settle(self, **result: Any) -> None:
        """The job is done; `result` is kept. Called inside the transaction of the last effect, both happen or neither."""
        lease.settle(self._job, result, self.clock())
        self.is_settled = True
