"""Who may do what in an initiative."""

from semailles.core.audience import Audience
from semailles.core.models import Person
from semailles.workshop.enums import Role
from semailles.workshop.models import Initiative, Membership


def may_open_initiative(person: Person) -> bool:
    """In local mode the one local person opens initiatives; nobody else does yet."""
    return person.is_local


def may_coordinate(person: Person, initiative: Initiative) -> bool:
    return Membership.objects.of(initiative).filter(person=person, role=Role.COORDINATOR).exists()


def may_see_contacts(person: Person, initiative: Initiative) -> bool:
    """Those who run the process reach its actors; nobody else sees how."""
    return may_coordinate(person, initiative)


def may_read(person: Person, initiative: Initiative) -> bool:
    """Whoever has a role in the initiative reads its working pages."""
    return Membership.objects.of(initiative).filter(person=person).exists()


def circle_of(person: Person, initiative: Initiative) -> Audience:
    """The circle in which a person reads: what is narrower is neither found nor counted for them."""
    return Audience.FACILITATOR if may_coordinate(person, initiative) else Audience.WORKING
