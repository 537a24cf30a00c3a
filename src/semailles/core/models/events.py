"""The journal's lines."""

from django.db import models

from semailles.core.models.belonging import InInitiative
from semailles.core.models.people import Person


class Event(InInitiative):
    """One line of the journal: who did what to which thing, when."""

    verb = models.CharField(max_length=60)
    subject_kind = models.CharField(max_length=60)
    subject_id = models.UUIDField()
    label = models.CharField(max_length=300, blank=True)  # what it was called that day
    detail = models.JSONField(default=dict, blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        indexes = [
            models.Index(fields=["subject_kind", "subject_id"], name="event_subject"),
            models.Index(fields=["initiative_id", "-at", "-id"], name="event_latest"),
        ]

    def __str__(self) -> str:
        return f"{self.verb} {self.subject_kind} {self.subject_id}"
