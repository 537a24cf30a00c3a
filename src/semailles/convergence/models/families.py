"""Where the teams meet: families of the same idea, suggested by the machine, kept or corrected by people."""

from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

from semailles.convergence.enums import Strength
from semailles.core.models import Person
from semailles.intake.enums import IdeaState
from semailles.intake.models import Idea
from semailles.intake.models.ideas import kept
from semailles.workshop.models import Theme
from semailles.workshop.ownership import Owned, OwnedQuerySet


class FamilyQuerySet(OwnedQuerySet):
    is_told_by_keys = True

    def told(self) -> Self:
        """Families of which people kept an idea, under a title that people gave, validated or kept with an idea."""
        said = FamilyMember.objects.told().filter(family=OuterRef("pk"))
        titled = Q(is_named=True) | Q(validated_at__isnull=False) | Exists(said.filter(idea__title=OuterRef("title")))
        return self.filter(titled, Exists(said))

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

    def validated(self) -> Self:
        """Families that people said are right as they stand."""
        return self.exclude(validated_at=None)

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
    balance = models.FloatField(default=0)  # evenness of the teams' shares, in [0, 1]
    chance = models.FloatField(default=1)  # how often teams dealt at random would meet as much
    is_named = models.BooleanField(default=False)  # people wrote its title: no later run does
    is_quoted = models.BooleanField(default=False)  # people chose the idea that tells it
    has_chosen_theme = models.BooleanField(default=False)  # people chose its theme, or that it has none
    validated_at = models.DateTimeField(null=True, blank=True)
    validated_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = FamilyQuerySet.as_manager()  # type: ignore[misc]  # its own vocabulary over that of every owned row

    class Meta:
        ordering = ["rank", "id"]
        verbose_name_plural = "families"
        constraints = [models.UniqueConstraint(fields=["initiative", "public_id"], name="one_family_an_id")]

    def __str__(self) -> str:
        return self.title

    @property
    def is_validated(self) -> bool:
        return self.validated_at is not None


class FamilyMemberQuerySet(OwnedQuerySet):
    def told(self) -> Self:
        return self.filter(kept("idea__"))

    def standing(self) -> Self:
        """Ideas that count, in families that stand."""
        return self.filter(family__is_current=True).exclude(idea__state__in=(IdeaState.SET_ASIDE, IdeaState.SPLIT))

    def doubtful(self) -> Self:
        """« À placer »: nobody is sure that they stand in the right family."""
        return self.standing().filter(is_doubtful=True)


class FamilyMember(Owned):
    """An idea in a family. An idea stands in one current family.

    `confidence`, in [0, 1]: how surely the machine, or people, put it there. A doubtful one is « à placer »: it stands, and says so.
    """

    family = models.ForeignKey(Family, on_delete=models.CASCADE, related_name="members")
    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="memberships")
    confidence = models.FloatField(default=1)
    is_doubtful = models.BooleanField(default=False)
    is_pinned = models.BooleanField(default=False)  # people want it there: it does not move before they unpin it

    objects = FamilyMemberQuerySet.as_manager()  # type: ignore[misc]  # its own vocabulary over that of every owned row

    class Meta:
        ordering = ["idea_id"]
        constraints = [models.UniqueConstraint(fields=["family", "idea"], name="an_idea_stands_once_in_a_family")]

    def __str__(self) -> str:
        return f"{self.family}: {self.idea}"
