"""Who climbs the ladders of projects."""

from semailles.core.models import Person
from semailles.projects.models import ProjectCommitment
from semailles.projects.rules import may_write_project


def _may_climb(person: Person, commitment: ProjectCommitment) -> bool:
    return may_write_project(person, commitment.project)


LADDERS = {"ProjectCommitment": _may_climb}
