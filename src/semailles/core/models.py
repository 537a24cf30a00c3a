"""People and the journal: what every other app leans on."""

import uuid

from django.db import models


class Person(models.Model):
    """Somebody who acts in Semailles. In local mode there is one, who holds every right."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(max_length=200)
    is_local = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["is_local"], condition=models.Q(is_local=True), name="one_local_person")]

    def __str__(self) -> str:
        return self.name


class Event(models.Model):
    """One line of the journal: who did what to which thing, when. Initiatives are named by their public id: core knows none."""

    initiative_id = models.UUIDField(db_index=True)
    verb = models.CharField(max_length=60)
    subject_kind = models.CharField(max_length=60)
    subject_id = models.UUIDField()
    detail = models.JSONField(default=dict, blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="events")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["subject_kind", "subject_id"], name="event_subject")]

    def __str__(self) -> str:
        return f"{self.verb} {self.subject_kind} {self.subject_id}"
