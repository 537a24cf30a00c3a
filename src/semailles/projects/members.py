"""Who works in an initiative: their roles, the projects that they hold, their seats in its groups."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Q

from semailles.core.models import Person
from semailles.projects.models import Holding
from semailles.workshop.enums import Role
from semailles.workshop.models import Initiative, Mandate, Membership
from semailles.workshop.today import today

RANKS = list(Role)


@dataclass(frozen=True, slots=True)
class Member:
    person: Person
    roles: tuple[Role, ...]
    holdings: tuple[Holding, ...]
    seats: tuple[Mandate, ...]

    @property
    def said(self) -> str:
        return ", ".join(str(role.label) for role in self.roles)


def members_of(initiative: Initiative) -> list[Member]:
    """Those who coordinate first, then by role and by name. Three queries, however many they are."""
    roles: dict[Person, set[Role]] = defaultdict(set)
    for membership in Membership.objects.of(initiative).select_related("person"):
        roles[membership.person].add(Role(membership.role))
    held, seated = _held(initiative), _seated(initiative)
    members = [
        Member(person, tuple(sorted(found, key=RANKS.index)), tuple(held[person.pk]), tuple(seated[person.pk]))
        for person, found in roles.items()
    ]
    return sorted(members, key=lambda one: (RANKS.index(one.roles[0]), one.person.name, one.person.pk))


def member_of(initiative: Initiative, person: Person) -> Member | None:
    return next((one for one in members_of(initiative) if one.person == person), None)


def _held(initiative: Initiative) -> dict[int, list[Holding]]:
    """By key of the person: what they hold today."""
    found: dict[int, list[Holding]] = defaultdict(list)
    runs = Q(until=None) | Q(until__gt=today(initiative))
    for holding in Holding.objects.of(initiative).filter(runs).select_related("project").order_by("project__number"):
        found[holding.person_id].append(holding)
    return found


def _seated(initiative: Initiative) -> dict[int, list[Mandate]]:
    found: dict[int, list[Mandate]] = defaultdict(list)
    runs = Q(ceased_on=None) | Q(ceased_on__gt=today(initiative))
    seats = Mandate.objects.of(initiative).standing().filter(runs, body__set_aside_on=None).exclude(person=None)
    for mandate in seats.select_related("body").order_by("body__rank", "rank"):
        found[mandate.person_id or 0].append(mandate)
    return found
