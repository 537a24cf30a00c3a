"""What somebody does about themselves, in no initiative."""

from django.db import transaction

from semailles.core.models import Person
from semailles.core.permits import require

LONGEST_NAME = 200


@transaction.atomic
def describe_oneself(person: Person, name: str, lang: str, *, by: Person) -> None:
    """How others read their name, and in which language they are written to."""
    require(person == by and not by.is_visitor, by=by)
    person.name, person.lang = name.strip()[:LONGEST_NAME], lang
    person.save(update_fields=["name", "lang"])
