"""What people do to publish: for now, write the outputs of a workspace."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction

from semailles.core.enums import JobStatus
from semailles.core.jobs.actions import enqueue
from semailles.core.jobs.queries import jobs_of, latest_job
from semailles.core.journal import record
from semailles.core.models import Job, Person
from semailles.core.permits import require
from semailles.core.progress import Progress, silent
from semailles.core.seals import is_last, seal
from semailles.publication.outputs import fingerprints, write_outputs
from semailles.workshop.models import Initiative
from semailles.workshop.rules import may_coordinate, may_shape

PRINTING, GATHERING, INDEXING = "publish", "gather", "index"  # the kinds of work


def publish_workspace(
    initiative: Initiative, out: Path, *, by: Person, on: date, warnings: Sequence[str] = (), progress: Progress = silent
) -> dict[str, Any]:
    """Write the roadmap (PDF and DOCX), the list to check and data/ into `out`. Gives the figures of the synthesis."""
    require(may_coordinate(by, initiative), by=by)
    figures = write_outputs(initiative, out, on=on, warnings=warnings, progress=progress)
    note_publication(initiative, figures, fingerprints(out), by=by)
    return figures


def refresh_search(initiative: Initiative, *, by: Person) -> Job:
    """To be called after what changes names, texts or states: the search follows soon. Many gestures in a row ask for one job."""
    require(may_shape(by, initiative), by=by)
    return _asked_once(INDEXING, initiative, by)


@transaction.atomic
def ask_to_gather(initiative: Initiative, *, by: Person) -> Job:
    """Have the convergences, the drafts and the search made again, under all that people decided. Many gestures in a row ask for one job."""
    require(may_shape(by, initiative), by=by)
    return _asked_once(GATHERING, initiative, by)


@transaction.atomic
def note_publication(initiative: Initiative, figures: dict[str, Any], printed: Mapping[str, str], *, by: Person) -> None:
    """The outputs are there: say so in the journal. An edition is sealed once: the same bytes printed again proclaim nothing new. `printed`: the
    digest of each file."""
    require(may_coordinate(by, initiative), by=by)
    record("published", initiative, by=by, initiative=initiative, pages=figures["pages"])
    if not is_last("published", {"files": printed}, initiative_id=initiative.public_id):
        seal("published", initiative, {"pages": figures["pages"], "files": dict(printed)}, by=by, initiative=initiative)


@transaction.atomic
def ask_to_print(initiative: Initiative, *, token: UUID, by: Person) -> Job:
    """Have everything printed again. One printing at a time; `token` names the press of the button: pressed twice, printed once."""
    require(may_coordinate(by, initiative), by=by)
    going_on = latest_job(initiative.public_id, PRINTING)
    if going_on and going_on.is_going_on:
        return going_on
    return enqueue(PRINTING, {}, initiative=initiative, by=by, key=f"{PRINTING}:{token}")


def _asked_once(kind: str, initiative: Initiative, by: Person) -> Job:
    """One that waits has not begun to look: it will see what was done since it was asked for."""
    waiting: Job | None = jobs_of(initiative.public_id).filter(kind=kind, status=JobStatus.WAITING).first()
    return waiting or enqueue(kind, {}, initiative=initiative, by=by, key=f"{kind} {uuid4()}")
