"""Draft projects: what convergences could become, each statement with the passage it comes from."""

from typing import Self

from django.db import models

from semailles.convergence.models import Family
from semailles.intake.models import Claim, Excerpt, Idea
from semailles.projects.enums import Maturity, Section
from semailles.workshop.enums import Level
from semailles.workshop.models import Actor
from semailles.workshop.ownership import Owned, OwnedQuerySet


class ProjectQuerySet(OwnedQuerySet):
    def drafts(self) -> Self:
        """Drafts that no person took up yet, and whose convergence still stands."""
        return self.filter(maturity=Maturity.IDEA, family__is_current=True)

    def standing(self) -> Self:
        """Drafts, and what people have taken up."""
        return self.filter(~models.Q(maturity=Maturity.IDEA) | models.Q(family__is_current=True))

    def left_behind(self) -> Self:
        """Drafts whose convergence was absorbed by another."""
        return self.filter(maturity=Maturity.IDEA, family__is_current=False)


class Project(Owned):
    """What could be carried. A draft is born from a convergence and keeps its number for ever."""

    public_id = models.UUIDField()
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=300)
    maturity = models.CharField(max_length=30, choices=Maturity, default=Maturity.IDEA)
    family = models.ForeignKey(Family, null=True, on_delete=models.SET_NULL, related_name="projects")
    ideas = models.ManyToManyField(Idea, through="ProjectIdea", related_name="projects")

    objects = ProjectQuerySet.as_manager()  # type: ignore[misc]  # its own vocabulary over that of every owned row

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["initiative", "public_id"], name="one_project_an_id"),
            models.UniqueConstraint(fields=["initiative", "number"], name="one_project_a_number"),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"


class ProjectIdea(Owned):
    """An idea that feeds a project; it may feed several."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="feeds")
    idea = models.ForeignKey(Idea, on_delete=models.PROTECT, related_name="feeds")
    rank = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["rank"]
        constraints = [models.UniqueConstraint(fields=["project", "idea"], name="an_idea_feeds_a_project_once")]

    def __str__(self) -> str:
        return f"{self.project} ← {self.idea}"


class SheetStatement(Excerpt):
    """A sentence of a document, set under one heading of a draft sheet."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="statements")
    section = models.CharField(max_length=20, choices=Section)
    rank = models.PositiveIntegerField()

    class Meta:
        ordering = ["section", "rank"]
        constraints = [models.UniqueConstraint(fields=["project", "section", "rank"], name="one_statement_a_rank")]


class ProjectCommitment(Owned):
    """How far an actor is committed to a project, with the passage that says it. Without a passage: only named."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="commitments")
    actor = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="commitments")
    role = models.CharField(max_length=20, blank=True)
    level = models.CharField(max_length=20, choices=Level, default=Level.FORESEEN)
    claim = models.ForeignKey(Claim, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["project", "actor__name"]
        constraints = [models.UniqueConstraint(fields=["project", "actor", "role"], name="one_ladder_a_project_actor_role")]

    def __str__(self) -> str:
        return f"{self.actor}: {self.level}"
