"""What people ask one another about a thing."""

from django.db import models

from semailles.core.models import Person
from semailles.workshop.ownership import Editable


class Question(Editable):
    """A remark on a thing, or a question to somebody; answered, then closed. The thing is named, not linked: its app says what it is (`asked.py`)."""

    owner_kind = models.CharField(max_length=60)
    owner_id = models.UUIDField()
    owner_label = models.CharField(max_length=300, blank=True)
    text = models.TextField()
    asked_to = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta(Editable.Meta):
        ordering = ["at", "id"]
        indexes = [models.Index(fields=["initiative", "owner_kind", "owner_id"], name="question_owner")]

    def __str__(self) -> str:
        return self.text[:80]
