"""Words that mean the same here: people say so, the machine then hears them as one."""

import uuid
from typing import Self

from django.db import models
from django.db.models import Q

from semailles.core.models import Person
from semailles.workshop.ownership import Owned, OwnedQuerySet


class EquivalenceQuerySet(OwnedQuerySet):
    def standing(self) -> Self:
        return self.filter(withdrawn_at=None)


class Equivalence(Owned):
    """A word of this initiative and its other forms: an acronym and what it stands for, two names of one thing."""

    public_id = models.UUIDField(default=uuid.uuid4, editable=False)
    said = models.CharField(max_length=200)
    forms = models.JSONField(default=list)
    confirmed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(auto_now_add=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_reason = models.CharField(max_length=500, blank=True)

    objects = EquivalenceQuerySet.as_manager()  # type: ignore[misc]  # its own vocabulary over that of every owned row

    class Meta:
        ordering = ["said", "id"]
        constraints = [
            models.UniqueConstraint(fields=["initiative", "public_id"], name="one_equivalence_an_id"),
            models.CheckConstraint(condition=Q(withdrawn_at=None) | ~Q(withdrawn_reason=""), name="an_equivalence_withdrawn_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.said} = {', '.join(self.forms)}"

    @property
    def is_standing(self) -> bool:
        return self.withdrawn_at is None
