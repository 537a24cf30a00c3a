"""Texts that people write together."""

import uuid
from typing import Self

from django.db import models
from django.db.models import Q

from semailles.core.models.belonging import InInitiative, InitiativeQuerySet
from semailles.core.models.people import Person


class TextSection(InInitiative):
    """One heading of a thing: the « constat » of a project. The thing is named, not linked: core knows none."""

    public_id = models.UUIDField(unique=True, editable=False)
    owner_kind = models.CharField(max_length=60)
    owner_id = models.UUIDField()
    owner_label = models.CharField(max_length=300, blank=True)
    slot = models.CharField(max_length=60)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["initiative_id", "owner_kind", "owner_id", "slot"], name="one_section_a_slot")]

    def __str__(self) -> str:
        return f"{self.owner_label}: {self.slot}" if self.owner_label else self.slot


class SectionVersion(InInitiative):
    """A section as somebody left it. Ranks go up from 1; the last one stands. None is ever changed."""

    section = models.ForeignKey(TextSection, on_delete=models.PROTECT, related_name="+")
    rank = models.PositiveIntegerField()
    base_rank = models.PositiveIntegerField()  # the version its writer began with; 0: nothing
    text = models.TextField(blank=True)
    note = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["section_id", "rank"]
        constraints = [
            models.UniqueConstraint(fields=["section", "rank"], name="one_version_a_rank"),
            models.CheckConstraint(condition=Q(rank__gt=models.F("base_rank")), name="a_version_follows_its_base"),
        ]

    def __str__(self) -> str:
        return f"{self.section} {self.rank}"


class DraftQuerySet(InitiativeQuerySet):
    def open(self) -> Self:
        """Drafts that nobody merged or set aside yet."""
        return self.filter(settled_at=None)


class SectionDraft(InInitiative):
    """What somebody wrote while another saved first: kept as typed, to be merged. Once settled it can still be read."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    section = models.ForeignKey(TextSection, on_delete=models.PROTECT, related_name="+")
    base_rank = models.PositiveIntegerField()
    text = models.TextField(blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)
    merged_into = models.ForeignKey(SectionVersion, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = DraftQuerySet.as_manager()  # type: ignore[misc]  # its own vocabulary over that of every row of an initiative

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(merged_into=None) | Q(settled_at__isnull=False), name="a_merged_draft_is_settled"),
        ]

    def __str__(self) -> str:
        return f"{self.section} ({self.by})"
