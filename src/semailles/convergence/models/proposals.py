"""A new map, shown as what it would change; people take or leave each change."""

import uuid
from typing import Self

from django.db import models
from django.db.models import Q

from semailles.convergence.enums import ChangeState, ProposalState
from semailles.convergence.models.corrections import Correction
from semailles.convergence.models.families import Family
from semailles.core.models import Person
from semailles.intake.models import Idea
from semailles.workshop.ownership import Owned, OwnedQuerySet


class Proposal(Owned):
    """What the machine would now make of all the ideas, under what people corrected. It changes nothing by itself."""

    public_id = models.UUIDField(default=uuid.uuid4, editable=False)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    state = models.CharField(max_length=20, choices=ProposalState, default=ProposalState.OPEN)
    made_on = models.CharField(max_length=64)  # what the map was then: SHA-256 of who stands where

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["initiative", "public_id"], name="one_proposal_an_id"),
            models.UniqueConstraint(fields=["initiative"], condition=Q(state="open"), name="one_open_proposal"),
        ]

    def __str__(self) -> str:
        return str(self.get_state_display())

    @property
    def is_open(self) -> bool:
        return self.state == ProposalState.OPEN


class ProposedChangeQuerySet(OwnedQuerySet):
    def waiting(self) -> Self:
        return self.filter(state=ChangeState.WAITING)

    def taken(self) -> Self:
        return self.filter(state=ChangeState.TAKEN)


class ProposedChange(Owned):
    """One idea that would stand elsewhere: in a family that stands, or in one to be born, which several changes may share."""

    public_id = models.UUIDField(default=uuid.uuid4, editable=False)
    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="changes")
    rank = models.PositiveIntegerField()
    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="+")
    from_family = models.ForeignKey(Family, on_delete=models.CASCADE, related_name="+")
    to_family = models.ForeignKey(Family, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    to_new = models.CharField(max_length=300, blank=True)  # the title of the family to be born
    new_rank = models.PositiveIntegerField(null=True, blank=True)  # tells the families to be born apart, whatever their titles
    nearest = models.ForeignKey(Idea, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    words = models.JSONField(default=list, blank=True)  # those that it shares with the nearest idea there
    state = models.CharField(max_length=20, choices=ChangeState, default=ChangeState.WAITING)
    correction = models.ForeignKey(Correction, null=True, blank=True, on_delete=models.PROTECT, related_name="changes")

    objects = ProposedChangeQuerySet.as_manager()  # type: ignore[misc]  # its own vocabulary over that of every owned row

    class Meta:
        ordering = ["rank"]
        constraints = [
            models.UniqueConstraint(fields=["initiative", "public_id"], name="one_change_an_id"),
            models.UniqueConstraint(fields=["proposal", "idea"], name="one_change_an_idea"),
            models.CheckConstraint(condition=Q(new_rank__isnull=False) | Q(to_family__isnull=False), name="a_change_says_where"),
            models.CheckConstraint(
                condition=Q(state="taken", correction__isnull=False) | (~Q(state="taken") & Q(correction=None)),
                name="a_change_taken_is_a_correction",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.idea}: {self.to_family or self.to_new}"

    @property
    def is_waiting(self) -> bool:
        return self.state == ChangeState.WAITING
