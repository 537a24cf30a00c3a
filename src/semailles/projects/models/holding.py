"""Who may write a project because they carry it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from semailles.core.models import Person
from semailles.projects.models.project import Project
from semailles.workshop.ownership import Owned, not_before


class Holding(Owned):
    """A person writes this project as its holder, from one day to another; no end: still today."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="holdings")
    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="holdings")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["since", "id"]
        constraints = [
            models.UniqueConstraint(fields=["person", "project"], condition=Q(until=None), name="a_person_holds_a_project_once"),
            not_before("until", "since", name="a_holding_ends_after_it_begins", sentence=_("This ends before it begins.")),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.project}"
