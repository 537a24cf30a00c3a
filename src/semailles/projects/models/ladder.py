"""The steps of maturity that a project really took."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from semailles.core.models import Person
from semailles.projects.enums import Ground, Maturity
from semailles.projects.models.project import Project
from semailles.workshop.ownership import Owned


class MaturityStep(Owned):
    """A step up or down, with its evidence or its reason. Steps are added, never changed."""

    public_id = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="steps")
    came_from = models.CharField(max_length=30, choices=Maturity)
    maturity = models.CharField(max_length=30, choices=Maturity)
    on = models.DateField()
    ground = models.CharField(max_length=20, choices=Ground, blank=True)
    reference = models.CharField(max_length=100, blank=True)
    label = models.CharField(max_length=500, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(ground="") | ~Q(reason=""),
                name="a_step_shows_its_ground",
                violation_error_message=_("A step up shows what it stands on; a step down says why."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.project}: {self.maturity}"
