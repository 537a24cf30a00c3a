"""Who may do what in an initiative. Whoever has no account, or no role here, is answered too: no."""

from collections.abc import Callable
from typing import Any

from django.db.models import Q

from semailles.core.audience import Audience
from semailles.core.declared import declared
from semailles.core.models import Person
from semailles.workshop.engaging import Commitment
from semailles.workshop.enums import Role
from semailles.workshop.models import Body, Initiative, Membership
from semailles.workshop.today import today

FACILITATORS = frozenset({Role.COORDINATOR, Role.SHAPER})
STANDS_IN = -1  # a key that no row has
_REMEMBERED = "_answers"  # on the person: rules are asked many times for one page


def remembered(person: Person, initiative: Initiative, what: Callable[[Person, Initiative], frozenset[Any]]) -> frozenset[Any]:
    """What was found once of a person in an initiative, until `forget_roles`. Nothing is asked for whoever has no account."""
    if not person.pk:
        return frozenset()
    known = vars(person).setdefault(_REMEMBERED, {})
    key = (what, initiative.pk)
    if key not in known:
        known[key] = what(person, initiative)
    found: frozenset[Any] = known[key]
    return found


def forget_roles(person: Person) -> None:
    """After a role, a seat or a project was given or taken: the next question is asked of the database again."""
    vars(person).pop(_REMEMBERED, None)


def suppose(person: Person, initiative: Initiative, what: Callable[[Person, Initiative], frozenset[Any]], found: frozenset[Any]) -> None:
    """For somebody of no database: what `remembered` would find of them."""
    vars(person).setdefault(_REMEMBERED, {})[what, initiative.pk] = found


def stand_in(role: Role, initiative: Initiative, *, seats: frozenset[int]) -> Person:
    """Somebody of no database who has this role alone, and these seats: the rules say of them what they say of everybody who has it."""
    person = Person(pk=STANDS_IN, name=str(role.label))
    suppose(person, initiative, _roles, frozenset({role}))
    suppose(person, initiative, _seats, seats)
    return person


def roles_of(person: Person, initiative: Initiative) -> frozenset[Role]:
    """One query a person and initiative."""
    return remembered(person, initiative, _roles)


def sits_in(person: Person, group: int, initiative: Initiative) -> bool:
    """A member of a working group, whose mandate runs today. `group`: the key of the body."""
    return Role.WORKER in roles_of(person, initiative) and group in remembered(person, initiative, _seats)


def may_open_initiative(person: Person) -> bool:
    """The one local person of a machine; those who administer an instance."""
    return person.is_local or person.is_administrator


def may_close(person: Person, initiative: Initiative) -> bool:  # noqa: ARG001  # the same for every initiative of an instance, as its callers ask
    """An initiative of an instance, and opening it again: nobody's work is deleted."""
    return person.is_administrator and person.is_active


def may_name_coordinator(person: Person, initiative: Initiative) -> bool:
    """Those who administer an instance, where nobody coordinates: before the first one came, or after the last one's account was closed."""
    if not (person.is_administrator and person.is_active):
        return False
    return not Membership.objects.of(initiative).filter(role=Role.COORDINATOR, person__is_active=True).exists()


def may_coordinate(person: Person, initiative: Initiative) -> bool:
    """The frame, the budget of the process, deposits, what is published, people and their links, contacts."""
    return Role.COORDINATOR in roles_of(person, initiative)


def may_shape(person: Person, initiative: Initiative) -> bool:
    """Sorting ideas, converging, opening and writing any project, entrusting it to a group."""
    return not FACILITATORS.isdisjoint(roles_of(person, initiative))


def may_take_part(person: Person, initiative: Initiative) -> bool:
    """Remarks, questions, comments: everybody but those who only read."""
    return bool(roles_of(person, initiative) - {Role.READER})


def may_read(person: Person, initiative: Initiative) -> bool:
    """Whoever has a role in the initiative reads what its circle may see."""
    return bool(roles_of(person, initiative))


def may_read_workspace(person: Person, initiative: Initiative) -> bool:
    """Documents, sorting, corrections, contradictions: what only the facilitator's circle reads."""
    return may_shape(person, initiative)


def may_see_contacts(person: Person, initiative: Initiative) -> bool:
    """Those who run the process reach its actors; nobody else sees how."""
    return may_coordinate(person, initiative)


def may_climb(person: Person, commitment: Commitment) -> bool:
    """The process's ladders are climbed by those who coordinate; a project's, by whoever its app says."""
    allowed: bool = declared("ladder_rules", "LADDERS")[type(commitment).__name__](person, commitment)
    return allowed


def circle_of(person: Person, initiative: Initiative) -> Audience:
    """The circle in which a person reads: what is narrower is neither found nor counted for them."""
    if may_read_workspace(person, initiative):
        return Audience.FACILITATOR
    return Audience.WORKING if may_read(person, initiative) else Audience.PUBLIC


def _roles(person: Person, initiative: Initiative) -> frozenset[Role]:
    found = Membership.objects.of(initiative).filter(person=person).values_list("role", flat=True)
    return frozenset(Role(role) for role in found)


def _seats(person: Person, initiative: Initiative) -> frozenset[int]:
    runs = Q(mandates__ceased_on=None) | Q(mandates__ceased_on__gt=today(initiative))
    bodies = Body.objects.of(initiative).standing()
    return frozenset(bodies.filter(runs, mandates__person=person, mandates__set_aside_on=None).values_list("pk", flat=True))
