"""What the program sets on a sheet: words of the documents, and who they say is committed."""

from django.db import models

from semailles.intake.models import Claim, Excerpt
from semailles.projects.enums import Section
from semailles.projects.models.project import Project
from semailles.workshop.enums import Level
from semailles.workshop.models import Actor
from semailles.workshop.ownership import Owned


class SheetStatement(Excerpt):
    """A sentence of a document, set under one heading of a draft sheet."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="statements")
    section = models.CharField(max_length=20, choices=Section)
    rank = models.PositiveIntegerField()

    class Meta:
        ordering = ["section", "rank"]
        constraints = [models.UniqueConstraint(fields=["project", "section", "rank"], name="one_statement_a_rank")]


class SaidCommitment(Owned):
    """How far the documents say that an actor is committed to a project, with the passage. Nobody wrote it down as a commitment yet."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="said")
    actor = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="said_committed")
    role = models.CharField(max_length=20, blank=True)
    level = models.CharField(max_length=20, choices=Level, default=Level.FORESEEN)
    claim = models.ForeignKey(Claim, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["project", "actor__name"]
        constraints = [models.UniqueConstraint(fields=["project", "actor", "role"], name="one_saying_a_project_actor_role")]

    def __str__(self) -> str:
        return f"{self.actor}: {self.level}"
