"""What a program that watches an instance is told, and nobody else."""

import logging
import os
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import DatabaseError, connection
from django.db.models import F
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import Settings
from tests.instance import at, browser_of, member

from semailles.core.enums import JobStatus
from semailles.core.jobs.signs import LONGEST_SILENCE, Signs, silence
from semailles.core.models import Job, Person, Remembered
from semailles.core.saved import Last, note
from semailles.workshop.enums import Role
from semailles.workshop.models import Initiative

pytestmark = pytest.mark.usefixtures("instance")
KEY = "une-cle-choisie-par-qui-heberge"


@pytest.fixture
def place(settings: Settings, tmp_path: Path) -> Path:
    settings.WORKSPACE = tmp_path
    return tmp_path


def grow_old(place: Path, age: timedelta) -> None:
    """The sign is a line of a server, or the time of a file."""
    if connection.vendor == "postgresql":
        Remembered.objects.update(expires=F("expires") - age)
    else:
        long_ago = time.time() - age.total_seconds()
        os.utime(place / "worker.alive", (long_ago, long_ago))


def test_an_instance_that_answers_writes_and_works_says_so(db: None, place: Path) -> None:
    Signs()()

    answer = Client().get("/healthz")

    assert (answer.status_code, answer.json()) == (200, {"ok": True, "database": True, "disk": True, "worker": True})
    assert answer["Cache-Control"] == "max-age=0, no-cache, no-store, must-revalidate, private"


def test_a_worker_that_gives_no_sign_is_said(db: None, place: Path) -> None:
    Signs()()
    grow_old(place, LONGEST_SILENCE + timedelta(seconds=5))

    answer = Client().get("/healthz")

    assert (answer.status_code, answer.json()) == (503, {"ok": False, "database": True, "disk": True, "worker": False})


def test_a_database_that_does_not_answer_is_said(db: None, place: Path) -> None:
    Signs()()

    def refuse(*_: object) -> None:
        raise DatabaseError

    with connection.execute_wrapper(refuse):
        answer = Client().get("/healthz")

    assert (answer.status_code, answer.json()) == (
        503,
        {"ok": False, "database": False, "disk": True, "worker": connection.vendor == "sqlite"},
    )


def test_a_folder_that_is_gone_is_said(db: None, settings: Settings, tmp_path: Path) -> None:
    settings.WORKSPACE = tmp_path / "gone"

    answer = Client().get("/healthz")

    assert (answer.status_code, answer.json()) == (503, {"ok": False, "database": True, "disk": False, "worker": False})


def test_nobody_has_worked_yet(place: Path) -> None:
    assert silence() is None


def test_figures_are_for_who_holds_the_key(db: None, place: Path, settings: Settings) -> None:
    without = Client().get("/metrics", headers={"Authorization": "Bearer "})
    settings.METRICS_KEY = KEY
    answers = [Client().get("/metrics", headers=headers).status_code for headers in ({}, {"Authorization": "Bearer autre"})]

    assert (without.status_code, answers) == (404, [404, 404])


def test_figures_count_answers_and_what_waits(local: Person, initiative: Initiative, place: Path, settings: Settings) -> None:
    settings.METRICS_KEY = KEY
    Job.objects.create(
        initiative_id=initiative.public_id, kind="print", key="1", by=local, asked_at=timezone.now(), status=JobStatus.WAITING
    )
    saved = Last(timezone.now(), place / "saved", is_whole=True)
    before = _figures()
    note(saved, place)
    browser_of(member(initiative, Role.READER)).get(at(initiative, "/"))
    after = _figures()

    counted = 'semailles_answers_total{method="GET",route="dashboard",status="200"}'
    assert after[counted] - before.get(counted, 0) == 1
    assert (after['semailles_jobs{status="waiting"}'], after['semailles_jobs{status="done"}']) == (1, 0)
    assert after["semailles_disk_free_bytes"] > 0
    when = "semailles_last_backup_timestamp_seconds"
    assert (when in before, round(after[when])) == (False, round(saved.made_at.timestamp()))


def _figures() -> dict[str, float]:
    told = Client().get("/metrics", headers={"Authorization": f"Bearer {KEY}"}).content.decode()
    return {line.rpartition(" ")[0]: float(line.rpartition(" ")[2]) for line in told.splitlines() if not line.startswith("#")}


def test_a_request_leaves_a_line_that_names_nobody(initiative: Initiative, caplog: pytest.LogCaptureFixture) -> None:
    reader = member(initiative, Role.READER, "Dominique Fabre")
    requests = logging.getLogger("semailles.web.layout.watch")
    requests.addHandler(caplog.handler)
    with caplog.at_level(logging.INFO, logger=requests.name):
        browser_of(reader).get(at(initiative, "/recueillir/idees/?q=Fabre"))
    requests.removeHandler(caplog.handler)

    (line,) = (record for record in caplog.records if record.name == requests.name)
    told = {name: getattr(line, name) for name in ("method", "route", "status", "kind", "initiative")}
    assert (line.getMessage(), told) == (
        "request",
        {"method": "GET", "route": "ideas", "status": 200, "kind": "person", "initiative": initiative.slug},
    )
    assert "Fabre" not in str(vars(line))


def test_verbs_that_strangers_make_up_are_one_figure(db: None, place: Path, settings: Settings) -> None:
    """Else whoever asks would fill the memory where answers are counted."""
    settings.METRICS_KEY = KEY
    before = _figures()
    for verb in ("SEMER", "RECOLTER"):
        Client().generic(verb, "/nulle-part/")
    after = _figures()

    new = {name: after[name] - before.get(name, 0) for name in after if name.startswith("semailles_answers_total") and "GET" not in name}
    assert {name: count for name, count in new.items() if count} == {
        'semailles_answers_total{method="unknown",route="unknown",status="404"}': 2
    }
