"""What somebody who carries a project, or takes part in it, signs."""

from semailles.projects.models import ProjectCommitment
from semailles.workshop.enums import CommitmentRole
from semailles.workshop.pledges import TO_PROJECT, Pledge, pledged


def pledge_to_project(commitment: ProjectCommitment) -> Pledge:
    return pledged(commitment, TO_PROJECT[CommitmentRole(commitment.role)] % {"project": commitment.project.title})
