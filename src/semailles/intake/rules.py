"""What the public may do, and who sorts what it proposes."""

from semailles.core.models import Person
from semailles.intake.models import Contribution, Welcome
from semailles.workshop.models import Initiative
from semailles.workshop.rules import may_read, may_shape


def may_visit(person: Person, initiative: Initiative) -> bool:
    """The public page: everybody once it is open, and those who work there before."""
    return Welcome.objects.of(initiative).filter(is_open=True).exists() or may_read(person, initiative)


def may_sort_contributions(person: Person, initiative: Initiative) -> bool:
    return may_shape(person, initiative)


def is_theirs(person: Person, contribution: Contribution) -> bool:
    """Whoever wrote it, known by a personal link only."""
    return person.pk is not None and person.pk == contribution.by_id
