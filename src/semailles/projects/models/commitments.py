"""Commitments to a project, and the steps of their ladders."""

from django.db import models

from semailles.projects.models.project import Project
from semailles.workshop.engaging import Commitment, Step


class ProjectCommitment(Commitment):
    """How far an actor is committed to a project, in one role."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="commitments")
    remind_on = models.DateField(null=True, blank=True)

    class Meta(Commitment.Meta):
        ordering = ["project", "actor__name", "role"]
        constraints = [
            *Commitment.Meta.constraints,
            models.UniqueConstraint(fields=["project", "actor", "role"], name="one_ladder_a_project_an_actor_a_role"),
        ]


class ProjectStep(Step):
    """A dated step of a commitment to a project."""

    commitment = models.ForeignKey(ProjectCommitment, on_delete=models.PROTECT, related_name="steps")
