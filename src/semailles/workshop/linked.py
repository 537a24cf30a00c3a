"""What a personal link lets somebody do: the link stands in the database, made for this person, for this, on this thing."""

from datetime import date

from django.utils import timezone

from semailles.core.enums import LinkPurpose
from semailles.core.journal import Subject
from semailles.core.models import Person, PersonalLink
from semailles.workshop.engaging import Commitment
from semailles.workshop.models import Initiative


def initiative_of(link: PersonalLink) -> Initiative:
    return Initiative.objects.get(public_id=link.initiative_id)


def last_day(link: PersonalLink) -> date:
    """The day that was written, on which it still opens."""
    return date.fromisoformat(link.detail["until"]) if "until" in link.detail else link.ends_at.date()


def holds_link(person: Person, purpose: LinkPurpose, thing: Subject) -> bool:
    """One query; none for a visitor."""
    named = {"subject_kind": type(thing).__name__, "subject_id": thing.public_id}
    standing = PersonalLink.objects.standing(timezone.now())
    return person.pk is not None and standing.filter(person=person, purpose=purpose, **named).exists()


def may_answer(person: Person, commitment: Commitment) -> bool:
    """Whom a coordinator asked to sign or to decline it, as long as they have not answered."""
    return holds_link(person, LinkPurpose.ANSWER, commitment)
