"""What people are told, and how they want to be."""

import uuid

from django.db import models
from django.db.models import Q

from semailles.core.enums import MailedHow, NoticeKind
from semailles.core.models.belonging import InInitiative
from semailles.core.models.people import Person


class Notice(InInitiative):
    """One thing that somebody is told: read on the page of notices, or in a mail. The thing keeps the name it had that day."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20, choices=NoticeKind)
    subject_kind = models.CharField(max_length=60)
    subject_id = models.UUIDField()
    label = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)
    mailed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-at", "-id"]
        constraints = [models.CheckConstraint(condition=~Q(person=models.F("by")), name="nobody_is_told_what_they_did")]
        indexes = [models.Index(fields=["person", "initiative_id", "-at"], name="notice_latest")]

    def __str__(self) -> str:
        return f"{self.kind}: {self.label}"


class NoticeChoice(InInitiative):
    """How a person wants to be told things of one kind, in one initiative. Without a choice: in the day's mail."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20, choices=NoticeKind)
    how = models.CharField(max_length=20, choices=MailedHow, default=MailedHow.DIGEST)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["initiative_id", "person", "kind"], name="one_choice_a_kind")]

    def __str__(self) -> str:
        return f"{self.person}, {self.kind}: {self.how}"


class Mute(InInitiative):
    """A thing about which a person wants to be told nothing more."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    subject_kind = models.CharField(max_length=60)
    subject_id = models.UUIDField()
    label = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["initiative_id", "person", "subject_kind", "subject_id"], name="one_mute_a_thing")]

    def __str__(self) -> str:
        return self.label
