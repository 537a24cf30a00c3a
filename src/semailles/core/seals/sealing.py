"""Adding to the chain."""

import secrets
from collections.abc import Mapping
from datetime import UTC
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from semailles.core.journal import About, Subject, named_as, record
from semailles.core.models import Event, Person, Seal
from semailles.core.seals import digests

NOTHING: Mapping[str, object] = {}


def proclaim(
    verb: str, subject: Subject | About, *, by: Person, initiative: Subject, beside: Mapping[str, object] = NOTHING, **detail: object
) -> Event:
    """A line of the journal that is sealed too. `beside`: what the seal holds more than the line says, such as the digest of a file."""
    seal(verb, subject, {**detail, **beside}, by=by, initiative=initiative)
    return record(verb, subject, by=by, initiative=initiative, **detail)


@transaction.atomic
def seal(kind: str, subject: Subject | About, content: Mapping[str, object], *, by: Person, initiative: Subject) -> Seal:
    """The next link of this initiative's chain. `kind` is a verb of the journal, whose sentence tells the seal."""
    about = named_as(subject)
    told = {name: (value, secrets.token_hex(16)) for name, value in {"label": about.label, **content}.items()}
    link = Seal(
        initiative_id=initiative.public_id,
        kind=kind,
        subject_kind=about.kind,
        subject_id=about.public_id,
        told=told,
        by=by,
        at=timezone.now(),
    )
    if _last(link.initiative_id) is None:
        try:
            with transaction.atomic():
                return _linked(link, None)
        except IntegrityError:  # somebody sealed the first one meanwhile: there is a row to wait for now
            link.pk = None
    return _linked(link, _last(link.initiative_id))


def is_last(kind: str, said: Mapping[str, object], *, initiative_id: UUID) -> bool:
    """Whether the last seal of this kind says these values already."""
    last = Seal.objects.of(initiative_id).filter(kind=kind).order_by("-rank").first()
    return last is not None and said.items() <= last.detail.items()


def _last(initiative_id: UUID) -> Seal | None:
    """One at a time: whoever holds the first seal adds the next."""
    Seal.objects.of(initiative_id).filter(rank=1).select_for_update().first()
    return Seal.objects.of(initiative_id).order_by("-rank").first()


def _linked(link: Seal, last: Seal | None) -> Seal:
    link.rank, link.previous = (last.rank + 1, last.digest) if last else (1, "")
    link.content = content_of(link)
    link.digest = digests.of_seal(link.previous, link.content)
    link.save(force_insert=True)
    return link


def content_of(link: Seal) -> str:
    return digests.canonical(
        {**facts_of(link), "values": {name: digests.of_value(value, salt) for name, (value, salt) in link.told.items()}}
    )


def facts_of(link: Seal) -> dict[str, object]:
    """What stands in the chain in clear: nothing that names anybody."""
    return {
        "initiative": str(link.initiative_id),
        "rank": link.rank,
        "kind": link.kind,
        "subject": [link.subject_kind, str(link.subject_id)],
        "at": link.at.astimezone(UTC).isoformat(),
        "by": str(link.by.public_id),
    }
