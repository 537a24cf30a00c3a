"""Writing the journal: every action ends here."""

from dataclasses import dataclass, replace
from typing import Protocol
from uuid import UUID

from django.utils import timezone

from semailles.core.models import Event, Person
from semailles.core.onceness import note_effect

LONGEST_LABEL = 300


class Subject(Protocol):
    """A row with a public id, of an initiative or an initiative itself."""

    @property
    def public_id(self) -> UUID: ...


@dataclass(frozen=True, slots=True)
class About:
    """A subject given by its name, when the row itself is not the one to name."""

    kind: str
    public_id: UUID
    label: str


def record(verb: str, subject: Subject | About, *, by: Person, initiative: Subject, **detail: object) -> Event:
    """One line. The thing keeps the name it had that day. Each verb has its sentence in its app's `journal_words.py`."""
    note_effect()
    about = named_as(subject)
    return Event.objects.create(
        initiative_id=initiative.public_id,
        verb=verb,
        subject_kind=about.kind,
        subject_id=about.public_id,
        label=about.label,
        detail=detail,
        by=by,
        at=timezone.now(),
    )


def named_as(subject: Subject | About) -> About:
    """By its kind, its id and what it is called today."""
    about = subject if isinstance(subject, About) else About(type(subject).__name__, subject.public_id, str(subject))
    return replace(about, label=about.label[:LONGEST_LABEL])
