"""Questions about a thing, and those that wait for one person."""

from semailles.core.models import Person
from semailles.workshop.asking import Thing, is_told, reads_of
from semailles.workshop.models import Initiative, Membership, Question
from semailles.workshop.notices import TAKE_PART
from semailles.workshop.rules import FACILITATORS


def questions_about(thing: Thing) -> list[Question]:
    """The first asked first, closed ones among them. One query."""
    named = {"owner_kind": type(thing).__name__, "owner_id": thing.public_id}
    related = ("by", "answered_by", "asked_to", "initiative")
    return list(Question.objects.of(thing.initiative).standing().filter(**named).select_related(*related))


def people_to_ask(thing: Thing, *, but: Person) -> list[Person]:
    """Those who take part and may read it, by name. Two queries, whatever their number."""
    roles = TAKE_PART if is_told(thing) else FACILITATORS
    members = Membership.objects.of(thing.initiative).filter(role__in=roles)
    return list(Person.objects.filter(pk__in=members.values("person"), is_active=True).exclude(pk=but.pk).order_by("name", "pk"))


def asked_of(person: Person, initiative: Initiative) -> list[Question]:
    """What they are asked and nobody answered yet, about what they may still read."""
    waiting = Question.objects.of(initiative).standing().filter(asked_to=person, closed_at=None, answered_at=None)
    return [one for one in waiting.select_related("initiative", "by").order_by("at", "pk") if reads_of(person, one)]
