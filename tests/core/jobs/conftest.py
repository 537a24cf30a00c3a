"""A kind of work that counts, a clock that is set by hand."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest

from semailles.core.jobs.actions import enqueue
from semailles.core.jobs.kinds import JobKind, kinds
from semailles.core.jobs.work import Work
from semailles.core.models import Job, Person
from semailles.workshop.models import Initiative

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
Perform = Callable[[Work], None]
Ask = Callable[[Perform], Job]


class HandClock:
    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now

    def advance(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def ask(initiative: Initiative, local: Person) -> Iterator[Ask]:
    """Ask for a job of which only the code is given."""
    known = dict(kinds())

    def one(perform: Perform) -> Job:
        kinds()["test"] = JobKind("A test", perform, lambda person, _: person.is_local)  # type: ignore[arg-type]  # a plain sentence will do
        return enqueue("test", {"size": 3}, initiative=initiative, by=local, key=f"job {Job.objects.count()}")

    yield one
    kinds().clear()
    kinds().update(known)
