"""What people corrected on the map, and why: a log that only grows."""

import uuid
from typing import Self

from django.db import models
from django.db.models import Q

from semailles.convergence.enums import CorrectionVerb
from semailles.convergence.models.families import Family
from semailles.core.models import Person
from semailles.intake.models import Idea
from semailles.workshop.ownership import Owned, OwnedQuerySet


class CorrectionQuerySet(OwnedQuerySet):
    def standing(self) -> Self:
        """Corrections that nobody undid."""
        return self.filter(undone_at=None)

    def binding(self) -> Self:
        """Those that hold two ideas together or apart, whatever comes after."""
        return self.standing().filter(verb__in=(CorrectionVerb.JOINED, CorrectionVerb.PARTED))


class Correction(Owned):
    """One gesture on the map, whole: it is undone whole, and no line is ever taken off the log.

    `before`, `after`: the families touched, by public id, as they stood then. `pairs`: ["together" | "apart", idea, idea].
    """

    public_id = models.UUIDField(default=uuid.uuid4, editable=False)
    verb = models.CharField(max_length=20, choices=CorrectionVerb)
    reason = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    ideas = models.ManyToManyField(Idea, related_name="corrections")
    families = models.ManyToManyField(Family, related_name="corrections")
    words = models.JSONField(default=dict, blank=True)  # names as they were that day, for the log
    before = models.JSONField()
    after = models.JSONField()
    pairs = models.JSONField(default=list, blank=True)
    photo = models.CharField(max_length=64, blank=True)  # SHA-256 of a kept file: the wall as it was
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = CorrectionQuerySet.as_manager()  # type: ignore[misc]  # its own vocabulary over that of every owned row

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["initiative", "public_id"], name="one_correction_an_id"),
            models.CheckConstraint(
                condition=Q(undone_at=None, undone_by=None) | Q(undone_at__isnull=False, undone_by__isnull=False),
                name="a_correction_undone_says_by_whom",
            ),
        ]
        indexes = [models.Index(fields=["initiative", "undone_at", "-id"], name="corrections_that_stand")]

    def __str__(self) -> str:
        return str(self.get_verb_display())

    @property
    def is_undone(self) -> bool:
        return self.undone_at is not None
