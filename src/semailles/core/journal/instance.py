"""What is done to the instance itself, in no initiative: opened and closed, accounts. Its lines name nobody by name: they are read with the accounts beside them."""

from uuid import UUID

from semailles.core.journal.writing import About
from semailles.core.models import Person

INSTANCE = About("Instance", UUID(int=0), "")


def of_account(person: Person) -> About:
    """Its name stands in the account alone, and leaves with it."""
    return About(Person.__name__, person.public_id, "")
