"""Who climbs the ladders of the process."""

from semailles.core.models import Person
from semailles.workshop.models import ProcessCommitment
from semailles.workshop.rules import may_coordinate


def _may_climb(person: Person, commitment: ProcessCommitment) -> bool:
    return may_coordinate(person, commitment.initiative)


LADDERS = {"ProcessCommitment": _may_climb}
