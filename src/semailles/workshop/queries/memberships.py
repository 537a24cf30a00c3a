"""What a person takes part in, and as what."""

from collections import defaultdict
from dataclasses import dataclass

from semailles.core.models import Person
from semailles.workshop.enums import Role
from semailles.workshop.models import Initiative, Membership


@dataclass(frozen=True, slots=True)
class Part:
    """An initiative, and the roles of one person in it, in words."""

    initiative: Initiative
    roles: tuple[str, ...]


def memberships_of(person: Person) -> list[Part]:
    """One query, the initiatives by name."""
    roles: dict[Initiative, list[str]] = defaultdict(list)
    for membership in Membership.objects.filter(person=person).select_related("initiative").order_by("initiative__name", "id"):
        roles[membership.initiative].append(str(Role(membership.role).label))
    return [Part(initiative, tuple(said)) for initiative, said in roles.items()]
