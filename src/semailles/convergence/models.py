"""Where the teams meet: families of the same idea, suggested by the machine, kept or corrected by people."""

from typing import Self

from django.db import models
from django.db.models import Q

from semailles.convergence.enums import Strength
from semailles.intake.enums import IdeaState
from semailles.intake.models import Idea
from semailles.workshop.models import Theme
from semailles.workshop.ownership import Owned, OwnedQuerySet


class FamilyQuerySet(OwnedQuerySet):
    def current(self) -> Self:
        """Families that stand: an absorbed one is kept for its history only."""
        return self.filter(is_current=True)

    def joining_teams(self) -> Self:
        """Convergences: families that join at least two teams."""
        return self.exclude(strength="")

    def held(self) -> Self:
        """Convergences with evidence enough to be told, and to give a sheet."""
        return self.filter(strength__in=[Strength.STRONG, Strength.MEDIUM])

    def of_one_team(self) -> Self:
        return self.filter(strength="")

    def unplaced(self) -> Self:
        """No theme that stands holds them."""
        return self.filter(Q(theme=None) | Q(theme__set_aside_on__isnull=False))


class Family(Owned):
    """Ideas that say the same thing. Of two teams or more, it is a convergence.

    Its id is born with its members and then carried over by overlap; an id is never given twice.
    """

    public_id = models.UUIDField()
    title = models.CharField(max_length=300)
    theme = models.ForeignKey(Theme, null=True, blank=True, on_delete=models.SET_NULL, related_name="families")
    medoid = models.ForeignKey(Idea, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    ideas = models.ManyToManyField(Idea, through="FamilyMember", related_name="families")
    terms = models.JSONField(default=list, blank=True)
    links = models.JSONField(default=list, blank=True)
    cohesion = models.FloatField(default=0)
    beyond_chance = models.FloatField(default=0)
    strength = models.CharField(max_length=20, choices=Strength, blank=True)
    rank = models.PositiveIntegerField(default=0)
    is_current = models.BooleanField(default=True)

    objects = FamilyQuerySet.as_manager()  # type: ignore[misc]  # its own vocabulary over that of every owned row

    class Meta:
        ordering = ["rank", "id"]
        verbose_name_plural = "families"
        constraints = [models.UniqueConstraint(fields=["initiative", "public_id"], name="one_family_an_id")]

    def __str__(self) -> str:
        return self.title


class FamilyMemberQuerySet(OwnedQuerySet):
    def standing(self) -> Self:
        """Ideas that count, in families that stand."""
        return self.filter(family__is_current=True).exclude(idea__state__in=(IdeaState.SET_ASIDE, IdeaState.SPLIT))


class FamilyMember(Owned):
    """An idea in a family. An idea stands in one current family."""

    family = models.ForeignKey(Family, on_delete=models.CASCADE, related_name="members")
    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="memberships")

    objects = FamilyMemberQuerySet.as_manager()  # type: ignore[misc]  # its own vocabulary over that of every owned row

    class Meta:
        ordering = ["idea_id"]
        constraints = [models.UniqueConstraint(fields=["family", "idea"], name="an_idea_stands_once_in_a_family")]

    def __str__(self) -> str:
        return f"{self.family}: {self.idea}"
