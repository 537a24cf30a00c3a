"""Links by which somebody does one thing without an account."""

import uuid
from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from semailles.core.enums import LinkPurpose
from semailles.core.models.belonging import InInitiative, InitiativeQuerySet
from semailles.core.models.people import Person

AHEAD = timedelta(days=1)  # a link given later than this was dated by a clock that was wrong


class LinkQuerySet(InitiativeQuerySet):
    def standing(self, at: datetime) -> Self:
        """They still open: neither withdrawn, nor past their end, nor spent."""
        return self.filter(withdrawn_at=None, ends_at__gt=at, given_at__lte=at + AHEAD).exclude(single_use=True, used_at__isnull=False)


class PersonalLink(InInitiative):
    """Who may do what, on which thing, until when, with an address that is theirs. The address itself is kept nowhere, only its digest."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    digest = models.CharField(max_length=64, unique=True)
    purpose = models.CharField(max_length=20, choices=LinkPurpose)
    subject_kind = models.CharField(max_length=60, blank=True)  # both empty: the initiative itself
    subject_id = models.UUIDField(null=True, blank=True)
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="links")
    detail = models.JSONField(default=dict, blank=True)
    given_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    sent_to = models.CharField(max_length=320, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    single_use = models.BooleanField(default=False)
    opened_at = models.DateTimeField(null=True, blank=True)
    used_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = LinkQuerySet.as_manager()  # type: ignore[misc]  # its own vocabulary over that of every row of an initiative

    class Meta:
        ordering = ["-given_at", "-id"]
        indexes = [
            models.Index(fields=["initiative_id", "purpose"], name="links_of_a_purpose"),
            models.Index(fields=["subject_kind", "subject_id"], name="links_to_a_thing"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("given_at")),
                name="a_link_ends_after_it_is_given",
                violation_error_message=_("Write a day to come."),
            ),
            models.CheckConstraint(
                condition=Q(subject_kind="", subject_id=None) | (~Q(subject_kind="") & Q(subject_id__isnull=False)),
                name="a_link_names_its_thing_whole",
            ),
        ]

    def __str__(self) -> str:
        """Said in the journal, which keeps everything: never whom it reaches."""
        return str(self.get_purpose_display())

    @property
    def is_spent(self) -> bool:
        return self.single_use and self.used_at is not None

    def is_standing(self, at: datetime) -> bool:
        return self.withdrawn_at is None and not self.is_past(at) and not self.is_spent

    def is_past(self, at: datetime) -> bool:
        """Also when the clock that dated it was set back since: it would open for longer than was meant."""
        return self.ends_at <= at or self.given_at > at + AHEAD
