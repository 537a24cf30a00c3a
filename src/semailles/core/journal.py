"""Writing the journal: every action ends here."""

from typing import Protocol
from uuid import UUID

from django.utils import timezone

from semailles.core.models import Event, Person


class Subject(Protocol):
    """A row with a public id, of an initiative or an initiative itself."""

    public_id: UUID


def record(verb: str, subject: Subject, *, by: Person, initiative: Subject, **detail: object) -> Event:
    return Event.objects.create(
        initiative_id=initiative.public_id,
        verb=verb,
        subject_kind=type(subject).__name__,
        subject_id=subject.public_id,
        detail=detail,
        by=by,
        at=timezone.now(),
    )
