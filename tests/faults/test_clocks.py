"""Clocks that are set forwards or back, or that lie: no job is held for ever, no session and no link lasts longer than was said, no delay is negative."""

import os
import random
import time
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from threading import Event as Flag

import pytest
from django.utils import timezone
from pytest_django.fixtures import Settings
from tests.core.jobs.conftest import HandClock
from tests.faults.conftest import Told
from tests.instance import account, at, browser_of, member

from semailles.core.enums import LinkPurpose
from semailles.core.jobs import lease
from semailles.core.jobs.actions import enqueue
from semailles.core.jobs.kinds import JobKind, kinds
from semailles.core.jobs.signs import SIGN, silence
from semailles.core.jobs.work import Work
from semailles.core.jobs.worker import work_once
from semailles.core.links import ExpiredLink, issue, link_of
from semailles.core.models import Job, Person, PersonalLink
from semailles.engines.scheduling import Phase, Schedule, plan
from semailles.web.layout.sessions import BEGAN, SEEN
from semailles.workshop.actions import open_initiative
from semailles.workshop.enums import Role
from semailles.workshop.models import Initiative

JUMPS = [timedelta(seconds=seconds) for seconds in (-3 * 365 * 86400, -86400, -7200, -3600, -61, -31, 31, 3600, 7200, 86400, 400 * 86400)]
TRIES = 20


@pytest.fixture(autouse=True)
def _known_kinds() -> Iterator[None]:
    known = dict(kinds())
    yield
    kinds().clear()
    kinds().update(known)


def effect(work: Work) -> None:
    Person.objects.create(name=f"Effect {work.arguments['rank']}")


def ask(initiative: Initiative, by: Person, rank: int = 0) -> None:
    kinds()["effect"] = JobKind("An effect", effect, lambda person, _: person.is_local)  # type: ignore[arg-type]  # a plain sentence will do
    enqueue("effect", {"rank": rank}, initiative=initiative, by=by, key=f"effect {rank}")


def test_a_job_whose_worker_died_is_done_once_however_the_clock_jumped(initiative: Initiative, local: Person, told: Told) -> None:
    """A worker takes it and dies; the clock of the machine is set; another worker looks, for two minutes."""
    clock, chance = HandClock(), random.Random(TRIES)  # noqa: S311  # the same jumps each time

    for rank in range(TRIES):
        ask(initiative, local, rank)
        assert lease.claim(clock()) is not None
        clock.now += chance.choice(JUMPS)
        for _turn in range(4):
            clock.advance(lease.LEASE.total_seconds())
            work_once(Flag(), clock=clock)

    states = list(Job.objects.order_by("pk").values_list("status", "attempts", "held_until"))
    effects = Person.objects.filter(name__startswith="Effect").count()
    assert states == [("done", 2, None)] * TRIES
    told("R13 clock set while a job is held", TRIES, TRIES, TRIES - effects, effects - TRIES, note="each job done by the next worker")


@pytest.mark.parametrize("jump", JUMPS)
def test_a_worker_that_lives_keeps_its_job_or_loses_it_whole(initiative: Initiative, local: Person, jump: timedelta) -> None:
    """Its sign of life comes every five seconds: at the latest then, its lease is of the new clock."""
    clock = HandClock()
    ask(initiative, local)
    job = lease.claim(clock())
    assert job is not None

    clock.now += jump
    renewed = lease.renew(job, clock())
    taken = lease.reap(clock())

    assert (renewed, taken, Job.objects.get().status) == (True, 0, "running")


def test_what_a_job_says_goes_on_after_the_clock_was_set_back(initiative: Initiative, local: Person) -> None:
    clock = HandClock()
    ask(initiative, local)
    work = Work(lease.claim(clock()) or Job(), clock=clock)
    work.progress("Reading", 1, 9)

    clock.advance(-86400)
    work.progress("Reading", 2, 9)

    assert Job.objects.get().done == 2


def test_a_sign_of_tomorrow_is_no_sign_of_life(tmp_path: Path, settings: Settings) -> None:
    settings.WORKSPACE = tmp_path
    (tmp_path / SIGN).touch()
    os.utime(tmp_path / SIGN, (time.time() + 86400,) * 2)

    assert (silence() or timedelta(0)) > timedelta(hours=23)


@pytest.mark.parametrize("name", [BEGAN, SEEN])
def test_a_session_dated_by_a_clock_that_was_ahead_ends(instance: None, db: None, name: str) -> None:
    vale = open_initiative("Vallée", by=account("Administration", administers=True))
    browser = browser_of(member(vale, Role.COORDINATOR, "Ama"))
    before = browser.get(at(vale, "/")).status_code
    session = browser.session
    session[name] = (timezone.now() + timedelta(days=400)).isoformat()
    session.save()

    assert (before, browser.get(at(vale, "/")).status_code) == (200, 302)


def test_a_link_dated_by_a_clock_that_was_ahead_opens_nothing(initiative: Initiative, local: Person) -> None:
    ahead = timezone.now() + timedelta(days=400)
    link = PersonalLink(
        initiative_id=initiative.public_id, purpose=LinkPurpose.READ, given_by=local, given_at=ahead, ends_at=ahead + timedelta(days=3)
    )
    token = issue(link)

    with pytest.raises(ExpiredLink):
        link_of(token)
    assert list(PersonalLink.objects.of(initiative.public_id).standing(timezone.now())) == []


@pytest.mark.parametrize("start", [date(2028, 2, 29), date(2027, 12, 31), date(2027, 3, 28), date(2027, 10, 31)])
def test_no_delay_is_negative_on_the_29th_of_february_nor_when_the_hour_changes(start: date) -> None:
    """Read on each day of a year and a half."""
    schedule = Schedule(starts_on=start, phases=(Phase("1", "Travaux", Decimal(1)), Phase("2", "Synthèse", Decimal("12.5"))))
    plans = [plan(schedule, on=start + timedelta(days=day)) for day in range(540)]

    assert [one for found in plans for one in found.phases if one.delay_days < 0 or one.ends_on < one.starts_on] == []
