"""What somebody does about themselves, in no initiative."""

from django.db import transaction
from django.utils import timezone

from semailles.core.models import Person
from semailles.core.permits import require

LONGEST_NAME = 200


@transaction.atomic
def describe_oneself(person: Person, name: str, lang: str, *, by: Person) -> None:
    """How others read their name, and in which language they are written to."""
    require(person == by and not by.is_visitor, by=by)
    person.name, person.lang = name.strip()[:LONGEST_NAME], lang
    person.save(update_fields=["name", "lang"])


@transaction.atomic
def prove_address(person: Person, *, by: Person) -> None:
    """They came by a way that only the owner of their address has."""
    require(person == by and not by.is_visitor, by=by)
    person.proved_at = timezone.now()
    person.save(update_fields=["proved_at"])
