"""What one host of an instance does, in a process of its own. The others do it at the same time, on the same PostgreSQL database."""

import os
import threading
from datetime import timedelta
from pathlib import Path
from typing import Any

from semailles.cli import opening

MEETING, EXPECTED = "TESTS_MEETING", "TESTS_EXPECTED"  # a folder, and how many come there
STEPS, A_STEP = 10, 0.05  # of a slow job, and seconds


def stand_on(host: Path) -> None:
    os.environ["SEMAILLES_WORKSPACE"] = str(host)
    opening.stand_in(host)
    opening.set_up("en")
    from semailles.core.jobs.kinds import JobKind, kinds

    kinds()["count"] = JobKind("Counting", count, lambda person, _: person.is_administrator)  # type: ignore[arg-type]  # a plain sentence will do
    kinds()["slow"] = JobKind("Counting slowly", count_slowly, lambda person, _: person.is_administrator)  # type: ignore[arg-type]  # the same
    wait_for_the_others()


def wait_for_the_others() -> None:
    """All begin together, were one of them slow to start."""
    place, number = os.environ.get(MEETING, ""), int(os.environ.get(EXPECTED, "0"))
    if place:
        Path(place, str(os.getpid())).touch()
        while sum(1 for _ in Path(place).iterdir()) < number:
            threading.Event().wait(0.01)


def the_initiative() -> Any:
    from semailles.workshop.models import Initiative

    return Initiative.objects.get()


def claire() -> Any:
    from semailles.core.models import Person

    return Person.objects.get(name="Claire")


def lay(host: Path) -> None:
    stand_on(host)
    from semailles.workshop.actions import open_initiative

    open_initiative("Vallée", by=claire())


def lay_whole(host: Path) -> None:
    """With a project and its sheet; says what `sign_in` does."""
    lay(host)
    open_text(host)
    sign_in(host)


def ask(host: Path, number: int, kind: str = "count") -> None:
    stand_on(host)
    from semailles.core.jobs.actions import enqueue

    for rank in range(number):
        enqueue(kind, {"number": rank}, initiative=the_initiative(), by=claire(), key=f"{kind} {rank}")


def count(work: Any) -> None:
    """One effect, in one transaction with the end of the job."""
    from django.db import transaction

    from semailles.core.journal import record

    work.progress("Counting", 0, 1)
    with transaction.atomic():
        record("counted", the_initiative(), by=work.by, initiative=the_initiative(), number=work.arguments["number"], process=os.getpid())
        work.settle()


def count_slowly(work: Any) -> None:
    """In steps, at each of which it may be left."""
    for rank in range(STEPS):
        work.progress("Counting", rank, STEPS)
        threading.Event().wait(A_STEP)
    count(work)


def work_on(host: Path) -> None:
    """Until told to stop, as `semailles worker` has it done."""
    stand_on(host)
    from semailles.cli.worker import work

    work(host, "en")


def work_all(host: Path) -> None:
    stand_on(host)
    from semailles.core.jobs.worker import work_once

    while work_once(threading.Event()):
        pass


def hold(host: Path) -> None:
    """Takes a job and does nothing of it."""
    stand_on(host)
    from semailles.core.jobs import lease
    from semailles.core.postgresql.clock import SharedClock

    assert lease.claim(SharedClock()())


def sign_over_a_cut(host: Path) -> int:
    """Holds a job, whose signs of life are written on a line that the server cuts after the first. How many of three were written."""
    stand_on(host)
    import psycopg
    from django.db import connection

    from semailles.core.jobs import lease
    from semailles.core.jobs.worker import _sign
    from semailles.core.postgresql.clock import SharedClock

    clock = SharedClock()
    job, signs = lease.claim(clock()), set()
    assert job
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as other:
        for rank in range(3):
            _sign(job, clock)
            signs |= set(other.execute("SELECT held_until FROM core_job").fetchall())
            if rank == 0:
                other.execute("SELECT pg_terminate_backend(%s, 10000)", [connection.connection.info.backend_pid])
    return len(signs)


def look_an_hour_ahead(host: Path) -> int:
    """How many jobs of others are taken for abandoned by a host whose clock is wrong."""
    stand_on(host)
    from django.utils import timezone

    from semailles.core.jobs import lease
    from semailles.core.postgresql.clock import SharedClock

    right = timezone.now
    timezone.now = lambda: right() + timedelta(hours=1)
    return lease.reap(SharedClock()())


def seal_some(host: Path, number: int) -> None:
    stand_on(host)
    from semailles.core.seals import seal

    for rank in range(number):
        seal("counted", the_initiative(), {"number": rank}, by=claire(), initiative=the_initiative())


def say_verdict(host: Path) -> None:
    stand_on(host)
    from semailles.core.seals import verdict_in_words, verify

    print(verdict_in_words(verify(the_initiative().public_id)))  # noqa: T201  # for the test that waits for it


def spend_some(host: Path, times: int, limit: int) -> int:
    """How many were taken."""
    stand_on(host)
    from semailles.core.errors import TooMany
    from semailles.core.quotas import HOUR, spend

    taken = 0
    for _ in range(times):
        try:
            spend("deposits", "198.51.100.7", limit=limit, within=HOUR)
        except TooMany:
            continue
        taken += 1
    return taken


def open_text(host: Path) -> None:
    stand_on(host)
    from semailles.core.texts.actions import open_section
    from semailles.projects.actions import open_project
    from semailles.projects.actions.opening import NewProject

    project = open_project(the_initiative(), NewProject("Une cantine de village"), by=claire())
    open_section(project, "description", initiative=the_initiative(), by=claire())


def write_text(host: Path, text: str) -> int:
    """0: it is the text; 4: somebody wrote meanwhile, and it waits to be brought together with theirs."""
    stand_on(host)
    from semailles.core.models import TextSection
    from semailles.core.texts.actions import write_section
    from semailles.core.texts.errors import EditConflict

    try:
        write_section(TextSection.objects.get(), text, based_on=0, by=claire())
    except EditConflict:
        return 4
    return 0


def ask_people(host: Path, number: int) -> None:
    """So many, each with one thing to be told."""
    stand_on(host)
    from semailles.core.models import Person
    from semailles.workshop.actions import name_actor, open_commitment
    from semailles.workshop.actions.questions import QuestionEntry
    from semailles.workshop.actions.questions import ask as ask_somebody
    from semailles.workshop.entries import CommitmentEntry
    from semailles.workshop.enums import Role
    from semailles.workshop.models import Membership

    initiative = the_initiative()
    promise = open_commitment(
        initiative, CommitmentEntry(name_actor(initiative, "Filature de l'Orve", by=claire()), "finance"), by=claire()
    )
    for rank in range(number):
        person = Person.objects.create(name=f"Personne {rank}", email=f"personne-{rank}@exemple.test")
        Membership.objects.create(initiative=initiative, person=person, role=Role.STEERING)
        ask_somebody(promise, QuestionEntry("Le saviez-vous ?", person), by=claire())


def mail(host: Path) -> int:
    stand_on(host)
    from semailles.core.enums import MailedHow
    from semailles.workshop.letters import mail_letters

    return mail_letters(MailedHow.DIGEST)


def sign_in(host: Path) -> None:
    """Says where the initiative is, and what the browser of somebody who coordinates it keeps."""
    stand_on(host)
    from tests.instance import browser_of, member

    from semailles.workshop.enums import Role

    browser = browser_of(member(the_initiative(), Role.COORDINATOR, "Camille"))
    print(the_initiative().slug, browser.cookies["sessionid"].value)  # noqa: T201  # for the test that waits for it


def remember(host: Path, number: int) -> None:
    """A code that has served, then so many others."""
    stand_on(host)
    from django.core.cache import cache

    for name in ("000", *map(str, range(number))):
        cache.set(name, "served", timeout=3600)


def say_remembered(host: Path) -> None:
    stand_on(host)
    from django.core.cache import cache

    print(cache.get("000"))  # noqa: T201  # for the test that waits for it
