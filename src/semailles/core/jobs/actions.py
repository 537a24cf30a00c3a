"""What people do with long work: ask for it."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from semailles.core.jobs.kinds import kind_named
from semailles.core.journal import About, Subject, record
from semailles.core.models import Job, Person
from semailles.core.permits import require


@transaction.atomic
def enqueue(kind: str, arguments: Mapping[str, Any], *, initiative: Subject, by: Person, key: str) -> Job:
    """Ask for a piece of work. The same key is the same job: asked twice, done once, whatever became of it."""
    known = kind_named(kind)
    require(known.may_ask(by, initiative.public_id), by=by)
    asked = {"kind": kind, "arguments": dict(arguments), "by": by, "asked_at": timezone.now()}
    job, is_new = Job.objects.get_or_create(initiative_id=initiative.public_id, key=key, defaults=asked)
    if is_new and known.is_told:
        record("asked for", About("Job", job.public_id, str(known.title)), by=by, initiative=initiative, kind=kind)
    return job
