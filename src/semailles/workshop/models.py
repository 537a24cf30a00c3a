"""What the seven verbs share: the initiative, its teams, themes, actors, places, phases, bodies and process budget."""

from django.db import models
from django.db.models import Q

from semailles.core.models import Person
from semailles.workshop.enums import ActorKind, BodyKind, Role
from semailles.workshop.money import CostLine, FundingLine
from semailles.workshop.ownership import Owned


class Initiative(models.Model):
    """One synthesis of one workshop, on one territory."""

    public_id = models.UUIDField(unique=True)
    name = models.CharField(max_length=300)
    territory = models.CharField(max_length=300, blank=True)
    lang = models.CharField(max_length=2, choices=[("fr", "français"), ("en", "English")], default="fr")
    time_zone = models.CharField(max_length=60, default="Europe/Paris")
    starts_on = models.DateField(null=True, blank=True)
    deadline_on = models.DateField(null=True, blank=True)
    deadline_reason = models.CharField(max_length=300, blank=True)
    notice = models.CharField(max_length=500, blank=True)

    def __str__(self) -> str:
        return self.name


class Membership(Owned):
    """What a person may do in one initiative."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=20, choices=Role)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["initiative", "person", "role"], name="one_membership_a_role")]

    def __str__(self) -> str:
        return f"{self.person}, {self.role}"


class Team(Owned):
    """One of the workshop's teams; its name is its folder's, verbatim. The team without a folder holds the files at the root."""

    public_id = models.UUIDField()
    folder = models.CharField(max_length=300, blank=True)
    regard = models.CharField(max_length=300, blank=True)
    letter = models.CharField(max_length=3, blank=True)  # given when its first document comes, kept for ever

    class Meta:
        ordering = ["folder"]
        constraints = [models.UniqueConstraint(fields=["initiative", "folder"], name="one_team_a_folder")]

    def __str__(self) -> str:
        return self.regard or self.folder


class Theme(Owned):
    """A subject. Given by people, or found among the ideas."""

    public_id = models.UUIDField()
    title = models.CharField(max_length=300)
    words = models.JSONField(default=list, blank=True)
    rank = models.PositiveIntegerField(default=0)
    is_given = models.BooleanField(default=False)

    class Meta:
        ordering = ["rank", "id"]
        constraints = [models.UniqueConstraint(fields=["initiative", "title"], name="one_theme_a_title")]

    def __str__(self) -> str:
        return self.title


class Actor(Owned):
    """An organisation, a role or a person named in the documents or given by people, one under all its spellings."""

    public_id = models.UUIDField()
    name = models.CharField(max_length=300)
    kind = models.CharField(max_length=20, choices=ActorKind)
    college = models.CharField(max_length=60, blank=True)
    territory = models.CharField(max_length=300, blank=True)
    is_given = models.BooleanField(default=False)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["initiative", "public_id"], name="one_actor_an_id"),
            models.CheckConstraint(condition=~Q(name=""), name="an_actor_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name


class Spelling(Owned):
    """One way an actor is written."""

    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="spellings")
    text = models.CharField(max_length=300)

    class Meta:
        ordering = ["text"]
        constraints = [models.UniqueConstraint(fields=["actor", "text"], name="a_spelling_stands_once")]

    def __str__(self) -> str:
        return self.text


class Place(Owned):
    """A commune (with its INSEE code) or a named territory."""

    public_id = models.UUIDField()
    name = models.CharField(max_length=200)
    insee = models.CharField(max_length=5, blank=True)

    class Meta:
        ordering = ["name", "insee"]
        constraints = [models.UniqueConstraint(fields=["initiative", "name", "insee"], name="one_place_a_name")]

    def __str__(self) -> str:
        return self.name


class Phase(Owned):
    name = models.CharField(max_length=200)
    months = models.DecimalField(max_digits=4, decimal_places=1)
    rank = models.PositiveIntegerField()

    class Meta:
        ordering = ["rank"]

    def __str__(self) -> str:
        return self.name


class Body(Owned):
    """A body that the initiative sets up: steering committee, working group, assembly, council."""

    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=BodyKind)
    meetings = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "bodies"

    def __str__(self) -> str:
        return self.name


class ProcessCost(CostLine):
    """A cost of the process itself."""


class ProcessFunding(FundingLine):
    """A resource of the process itself."""
