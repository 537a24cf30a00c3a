"""Which things can be asked about: each app declares its own in `asked.py`, as `ASKED`, by the name of the model."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID

from django.db.models import QuerySet

from semailles.core.audience import Audience, read_by
from semailles.core.declared import declared
from semailles.core.models import Person
from semailles.workshop.models import Initiative, Question
from semailles.workshop.rules import circle_of


class Thing(Protocol):
    """What a question can be about."""

    public_id: UUID

    @property
    def initiative(self) -> Initiative: ...


@dataclass(frozen=True, slots=True)
class Asked:
    """`rows`: those of an initiative that the circle which reads may see, with what their address and their name need."""

    rows: Callable[[Initiative], "QuerySet[Any]"]


def thing_for(person: Person, initiative: Initiative, kind: str, public_id: UUID) -> Any | None:
    """The thing, when there is one and this person may read it. To others, none is there."""
    return _read_in(circle_of(person, initiative), initiative, kind, public_id)


def is_told(thing: Thing) -> bool:
    """Whether others than the facilitator read it."""
    return _read_in(Audience.WORKING, thing.initiative, type(thing).__name__, thing.public_id) is not None


def reads(person: Person, thing: Thing) -> bool:
    return thing_for(person, thing.initiative, type(thing).__name__, thing.public_id) is not None


def reads_of(person: Person, question: Question) -> bool:
    """Whether they read what it is about."""
    return thing_for(person, question.initiative, question.owner_kind, question.owner_id) is not None


def unread(person: Person, initiative: Initiative, named: Iterable[tuple[str, UUID]]) -> set[UUID]:
    """Of the things named, those that can be asked about and that this person reads no more. One query a kind."""
    known: Mapping[str, Asked] = declared("asked", "ASKED")
    ids: dict[str, set[UUID]] = defaultdict(set)
    for kind, public_id in named:
        ids[kind].add(public_id)
    left: set[UUID] = set()
    with read_by(circle_of(person, initiative)):
        for kind in ids.keys() & known.keys():
            left |= ids[kind] - set(known[kind].rows(initiative).filter(public_id__in=ids[kind]).values_list("public_id", flat=True))
    return left


def _read_in(circle: Audience, initiative: Initiative, kind: str, public_id: UUID) -> Any | None:
    known: Asked | None = declared("asked", "ASKED").get(kind)
    if known is None or circle is Audience.PUBLIC:
        return None
    with read_by(circle):
        return known.rows(initiative).filter(public_id=public_id).first()
