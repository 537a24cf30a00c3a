"""Bodies that the initiative sets up, and who sits in them."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from semailles.core.models import Person
from semailles.workshop.enums import BodyKind, BodyState, Function
from semailles.workshop.models.directory import Actor
from semailles.workshop.ownership import Editable, not_before


class Body(Editable):
    """A body that the initiative sets up: steering committee, working group, assembly, council, jury."""

    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=BodyKind)
    purpose = models.CharField(max_length=500, blank=True)
    state = models.CharField(max_length=20, choices=BodyState, default=BodyState.PREPARATORY)

    class Meta(Editable.Meta):
        ordering = ["rank", "id"]
        verbose_name_plural = "bodies"
        constraints = [*Editable.Meta.constraints, models.CheckConstraint(condition=~Q(name=""), name="a_body_has_a_name")]

    def __str__(self) -> str:
        return self.name


class Mandate(Editable):
    """Who sits in a body, for which college, in which function, by which act, until when; `person` when this somebody works here."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="mandates")
    name = models.CharField(max_length=300)
    actor = models.ForeignKey(Actor, null=True, blank=True, on_delete=models.PROTECT, related_name="mandates")
    person = models.ForeignKey(Person, null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="mandates")
    college = models.CharField(max_length=60, blank=True)
    function = models.CharField(max_length=20, choices=Function, default=Function.MEMBER)
    designated_on = models.DateField(null=True, blank=True)
    by_which_act = models.CharField(max_length=300, blank=True)
    ceased_on = models.DateField(null=True, blank=True)

    class Meta(Editable.Meta):
        ordering = ["rank", "id"]
        constraints = [
            *Editable.Meta.constraints,
            models.CheckConstraint(condition=~Q(name=""), name="a_mandate_is_somebodys"),
            not_before(
                "ceased_on", "designated_on", name="a_mandate_ends_after_it_begins", sentence=_("This mandate ends before it begins.")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.body}"
