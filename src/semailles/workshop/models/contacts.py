"""How to reach somebody: personal data, for a purpose, until a day."""

import uuid
from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from semailles.workshop.models.directory import Actor
from semailles.workshop.ownership import Owned, OwnedQuerySet, Revised


class ContactQuerySet(OwnedQuerySet):
    def told(self) -> Self:
        return self.none()

    def past(self, on: date) -> Self:
        """To be erased: the day until which they were to serve has gone by."""
        return self.filter(ends_on__lt=on)


class Contact(Owned, Revised):
    """Somebody to reach at an actor. Seen by those who run the process alone; it enters no snapshot, hence no print, no table, no search. Erased for good."""

    public_id = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    actor = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="contacts")
    name = models.CharField(max_length=200, blank=True)
    position = models.CharField(max_length=200, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    purpose = models.CharField(max_length=300)
    ends_on = models.DateField()

    objects = ContactQuerySet.as_manager()  # type: ignore[misc]  # its own vocabulary over that of every owned row

    class Meta:
        ordering = ["ends_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(email="") | ~Q(phone=""),
                name="a_contact_can_be_reached",
                violation_error_message=_("Give an e-mail address or a telephone number: without either, nobody is reached."),
            ),
            models.CheckConstraint(
                condition=~Q(purpose=""),
                name="a_contact_serves_for_something",
                violation_error_message=_("Say what this contact serves for."),
            ),
        ]

    def __str__(self) -> str:
        """Said in the journal, which keeps everything: never whom it reaches."""
        return self.actor.name
