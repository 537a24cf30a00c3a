"""What becomes of a job, whatever happens to the one that does it."""

from threading import Event as Flag
from uuid import uuid4

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from tests.core.jobs.conftest import NOON, Ask, HandClock

from semailles.core.errors import Refusal
from semailles.core.jobs import lease
from semailles.core.jobs.work import Work
from semailles.core.jobs.worker import run_worker, work_once
from semailles.core.models import Job, Person


class NothingSown(Refusal):
    """For these tests."""


def count(work: Work) -> None:
    for rank in range(work.arguments["size"]):
        work.progress("Counting", rank, 3)
    work.settle(counted=3)


def refuse(work: Work) -> None:
    raise NothingSown("Nothing was sown: sow first.")


def stumble(work: Work) -> None:
    raise ZeroDivisionError


@transaction.atomic
def leave_an_effect(work: Work) -> None:
    Person.objects.create(name="Effect")
    work.settle(counted=3)


def state(job: Job) -> tuple[str, str, int]:
    job.refresh_from_db()
    return job.status, job.reason, job.attempts


def test_a_job_is_done_with_its_result(ask: Ask, clock: HandClock) -> None:
    job = ask(count)

    assert (work_once(Flag(), clock=clock), work_once(Flag(), clock=clock)) == (True, False)
    assert state(job) == ("done", "", 1)
    assert (job.result, job.started_at, job.ended_at) == ({"counted": 3}, NOON, NOON)


def test_a_job_that_says_nothing_at_its_end_is_done(ask: Ask, clock: HandClock) -> None:
    job = ask(lambda _: None)

    work_once(Flag(), clock=clock)

    assert state(job) == ("done", "", 1)


def test_jobs_are_done_in_the_order_they_were_asked(ask: Ask, clock: HandClock) -> None:
    first, second = ask(count), ask(count)

    work_once(Flag(), clock=clock)

    assert (state(first)[0], state(second)[0]) == ("done", "waiting")


def test_a_refusal_is_the_reason(ask: Ask, clock: HandClock) -> None:
    job = ask(refuse)

    work_once(Flag(), clock=clock)

    assert state(job) == ("failed", "Nothing was sown: sow first.", 1)


def test_a_bug_fails_its_job_and_not_the_next(ask: Ask, clock: HandClock, caplog: pytest.LogCaptureFixture) -> None:
    job = ask(stumble)

    work_once(Flag(), clock=clock)

    sentence = "An error of the program stopped this work (ZeroDivisionError). What was there before is unchanged; the log has the rest."
    assert state(job) == ("failed", sentence, 1)
    assert [record.exc_info[0] for record in caplog.records if record.exc_info] == [ZeroDivisionError]


def test_a_job_of_another_version_fails_with_its_name(ask: Ask, clock: HandClock) -> None:
    job = ask(count)
    Job.objects.update(kind="harvest")

    work_once(Flag(), clock=clock)

    assert state(job)[:2] == ("failed", "This version of Semailles does not know the work « harvest ».")


def test_a_job_tells_where_it_stands_once_a_second_at_most(ask: Ask, clock: HandClock) -> None:
    ask(count)
    work = Work(lease.claim(clock()) or Job(), clock=clock)

    with CaptureQueriesContext(connection) as written:
        for rank in range(50):
            work.progress("Reading", rank, 50)
            clock.advance(0.1)
        work.progress("Reading", 50, 50)

    assert len(written) == 6
    assert list(Job.objects.values_list("step", "done", "total")) == [("Reading", 50, 50)]


def test_a_worker_that_died_gives_its_job_to_the_next(ask: Ask, clock: HandClock) -> None:
    job = ask(count)
    lease.claim(clock())

    clock.advance(29)
    assert work_once(Flag(), clock=clock) is False
    clock.advance(2)
    assert work_once(Flag(), clock=clock) is True

    assert state(job) == ("done", "", 2)


def test_a_sign_of_life_keeps_the_job(ask: Ask, clock: HandClock) -> None:
    ask(count)
    job = lease.claim(clock())
    assert job is not None

    clock.advance(20)
    kept = lease.renew(job, clock())
    clock.advance(20)

    assert (kept, lease.reap(clock()), state(job)[0]) == (True, 0, "running")


def test_a_job_that_kills_its_worker_three_times_is_given_up(ask: Ask, clock: HandClock) -> None:
    job = ask(count)
    for _ in range(3):
        assert lease.claim(clock()) is not None
        clock.advance(31)
        lease.reap(clock())

    assert lease.claim(clock()) is None
    sentence = "This work was cut short 3 times, and was given up. Ask for it again; if that changes nothing, tell what it was."
    assert state(job) == ("failed", sentence, 3)


def test_an_attempt_that_lost_its_job_writes_nothing_more(ask: Ask, clock: HandClock) -> None:
    ask(count)
    late = Work(lease.claim(clock()) or Job(), clock=clock)
    clock.advance(31)
    lease.reap(clock())
    again = lease.claim(clock())

    with pytest.raises(lease.LeaseLost):
        leave_an_effect(late)
    with pytest.raises(lease.LeaseLost):
        late.progress("Counting", 1, 3)

    assert again is not None
    assert (state(again), Person.objects.filter(name="Effect").exists()) == (("running", "", 2), False)


def test_a_job_settled_in_a_transaction_that_fails_is_not_done(ask: Ask, clock: HandClock) -> None:
    def half(work: Work) -> None:
        with transaction.atomic():
            Person.objects.create(name="Effect")
            work.settle(counted=3)
            raise NothingSown("Nothing was sown.")

    job = ask(half)

    work_once(Flag(), clock=clock)

    assert (state(job), job.result, Person.objects.filter(name="Effect").exists()) == (("failed", "Nothing was sown.", 1), {}, False)


def test_a_worker_told_to_stop_gives_its_job_back_and_the_attempt_does_not_count(ask: Ask, clock: HandClock) -> None:
    stop = Flag()

    def told(work: Work) -> None:
        work.progress("Counting", 0, 3)
        stop.set()
        work.progress("Counting", 1, 3)
        raise AssertionError

    job = ask(told)

    run_worker(stop, clock=clock)

    assert state(job) == ("waiting", "", 0)


def test_nobody_settles_a_job_that_nobody_holds(ask: Ask, clock: HandClock) -> None:
    job = ask(count)
    job.holder = uuid4()

    assert (lease.fail(job, "late", clock()), lease.give_back(job), state(job)) == (False, False, ("waiting", "", 0))


def test_initiatives_take_turns(ask: Ask, clock: HandClock) -> None:
    """Whoever gave many files first does not keep another initiative waiting; within one, first come, first served."""
    many = [ask(count) for _ in range(3)]
    other = ask(count)
    Job.objects.filter(pk=other.pk).update(initiative_id=uuid4())

    while work_once(Flag(), clock=clock):
        clock.advance(1)

    assert list(Job.objects.order_by("started_at").values_list("pk", flat=True)) == [many[0].pk, other.pk, many[1].pk, many[2].pk]
