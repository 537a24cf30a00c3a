"""Who and where: actors under all their spellings, places."""

from django.db import models
from django.db.models import Q

from semailles.workshop.enums import ActorKind, PlaceKind
from semailles.workshop.ownership import Owned


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
    kind = models.CharField(max_length=20, choices=PlaceKind, blank=True)
    insee = models.CharField(max_length=5, blank=True)

    class Meta:
        ordering = ["name", "insee"]
        constraints = [models.UniqueConstraint(fields=["initiative", "name", "insee"], name="one_place_a_name")]

    def __str__(self) -> str:
        return self.name
