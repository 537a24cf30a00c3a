"""Who and where: actors under all their spellings, places."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from semailles.core.audience import reads_everything
from semailles.workshop.enums import ActorKind, PlaceKind
from semailles.workshop.ownership import Owned, OwnedQuerySet, Revised


class ActorQuerySet(OwnedQuerySet):
    def named(self) -> Self:
        """Whom a page may present by name: for others than the facilitator, organisations and roles only. What masks persons needs them all."""
        return self if reads_everything() else self.exclude(kind=ActorKind.PERSON)

    def unmerged(self) -> Self:
        """Nobody said that they are the same as another."""
        return self.filter(merged_into=None)

    def standing(self) -> Self:
        """Actors that count: neither the same as another, nor said to be none."""
        return self.unmerged().filter(set_aside_on=None)

    def set_aside(self) -> Self:
        return self.exclude(set_aside_on=None)


class Actor(Owned, Revised):
    """An organisation, a role or a person named in the documents or given by people, one under all its spellings."""

    public_id = models.UUIDField()
    name = models.CharField(max_length=300)
    kind = models.CharField(max_length=20, choices=ActorKind)
    college = models.CharField(max_length=60, blank=True)
    acronym = models.CharField(max_length=60, blank=True)
    territory = models.CharField(max_length=300, blank=True)
    note = models.CharField(max_length=1000, blank=True)
    is_given = models.BooleanField(default=False)
    by_hand = models.JSONField(default=list, blank=True)  # fields that people wrote on screen: no file fills them again
    taken_off = models.JSONField(
        default=list, blank=True, editable=False
    )  # spellings, folded, that people took off: no file brings them back
    is_to_be_sought = models.BooleanField(default=False, editable=False)  # documents read before people wrote it may name it
    set_aside_on = models.DateField(null=True, blank=True, editable=False)
    set_aside_reason = models.CharField(max_length=500, blank=True, editable=False)
    merged_into = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="absorbed")
    merge_reason = models.CharField(max_length=500, blank=True)

    objects = ActorQuerySet.as_manager()  # type: ignore[misc]  # its own vocabulary over that of every owned row

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["initiative", "public_id"], name="one_actor_an_id"),
            models.CheckConstraint(condition=~Q(name=""), name="an_actor_has_a_name"),
            models.CheckConstraint(condition=Q(merged_into=None) | ~Q(merge_reason=""), name="a_merged_actor_says_why"),
            models.CheckConstraint(
                condition=Q(set_aside_on=None) | ~Q(set_aside_reason=""),
                name="an_actor_set_aside_says_why",
                violation_error_message=_("Say in a few words why this is set aside."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_standing(self) -> bool:
        return self.merged_into_id is None and self.set_aside_on is None

    @property
    def stands_as(self) -> "Actor":
        """The actor that counts: itself, or the one people said it is."""
        return self.merged_into or self

    @property
    def also_written(self) -> tuple[str, ...]:
        """Its spellings, with the names and the spellings of those merged into it."""
        joined = [text for one in self.absorbed.all() for text in (one.name, *(spelling.text for spelling in one.spellings.all()))]
        return tuple(dict.fromkeys([*(spelling.text for spelling in self.spellings.all()), *joined]))


class SpellingQuerySet(OwnedQuerySet):
    def pinned(self) -> Self:
        """People said whose they are."""
        return self.filter(is_pinned=True)


class Spelling(Owned):
    """One way an actor is written. `is_pinned`: people said that it is this one's, taken from `came_from`; no later reading says otherwise."""

    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="spellings")
    text = models.CharField(max_length=300)
    is_pinned = models.BooleanField(default=False)
    came_from = models.ForeignKey(Actor, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    objects = SpellingQuerySet.as_manager()  # type: ignore[misc]  # its own vocabulary over that of every owned row

    class Meta:
        ordering = ["text"]
        constraints = [
            models.UniqueConstraint(fields=["actor", "text"], name="a_spelling_stands_once"),
            models.UniqueConstraint(fields=["initiative", "text"], condition=Q(is_pinned=True), name="a_spelling_is_pinned_once"),
        ]

    def __str__(self) -> str:
        return self.text


class LikenessQuerySet(OwnedQuerySet):
    def told(self) -> Self:
        """None: the program asks those who run the process."""
        return self.none()


class Likeness(Owned):
    """Two actors that the program takes for one without being sure, until people say; a pair told apart stays so."""

    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+")
    into = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+")
    reason = models.CharField(max_length=20, blank=True)
    words = models.CharField(max_length=300, blank=True)
    is_told_apart = models.BooleanField(default=False)

    objects = LikenessQuerySet.as_manager()  # type: ignore[misc]  # its own vocabulary over that of every owned row

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["actor", "into"], name="two_actors_are_likened_once")]

    def __str__(self) -> str:
        return f"{self.actor} / {self.into}"


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
