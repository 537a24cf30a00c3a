"""Who may have what is held about somebody erased."""

from semailles.core.models import Event, Person, PersonalLink
from semailles.workshop.models import Initiative, Membership
from semailles.workshop.rules import may_coordinate


def may_erase(by: Person, person: Person) -> bool:
    """Oneself, and the instance's administrators; a coordinator erases somebody without account, known in no initiative but theirs."""
    if by.is_visitor:
        return False
    if by.pk == person.pk or by.is_administrator:
        return True
    known = initiatives_of(person)
    return not person.email and not person.is_local and bool(known) and all(may_coordinate(by, one) for one in known)


def initiatives_of(person: Person) -> list[Initiative]:
    """Where they have a role, a link, or did something."""
    known = set(Membership.objects.filter(person=person).values_list("initiative__public_id", flat=True))
    known |= set(PersonalLink.objects.filter(person=person).values_list("initiative_id", flat=True))
    known |= set(Event.objects.filter(by=person).values_list("initiative_id", flat=True).distinct().order_by())
    return list(Initiative.objects.filter(public_id__in=known).order_by("pk"))
