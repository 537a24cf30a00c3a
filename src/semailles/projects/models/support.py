"""What a project needs help with, and who offers it."""

from django.db import models

from semailles.projects.enums import Cliff
from semailles.projects.models.project import Project
from semailles.workshop.models import Actor
from semailles.workshop.ownership import Editable


class Offer(Editable):
    """Help that somebody offers, by skill; to one project, or to whoever needs it. Never public."""

    who = models.CharField(max_length=200)
    actor = models.ForeignKey(Actor, null=True, blank=True, on_delete=models.PROTECT, related_name="offers")
    cliff = models.CharField(max_length=20, choices=Cliff)
    skill = models.CharField(max_length=300)
    until = models.DateField(null=True, blank=True)
    project = models.ForeignKey(Project, null=True, blank=True, on_delete=models.PROTECT, related_name="offers")

    class Meta(Editable.Meta):
        ordering = ["rank", "id"]

    def __str__(self) -> str:
        return f"{self.who}: {self.skill}"


class SupportNeed(Editable):
    """A cliff that a project stands before: technical, institutional or financial."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="needs")
    cliff = models.CharField(max_length=20, choices=Cliff)
    what = models.CharField(max_length=500)
    met_by = models.ForeignKey(Offer, null=True, blank=True, on_delete=models.PROTECT, related_name="meets")

    class Meta(Editable.Meta):
        ordering = ["rank", "id"]

    def __str__(self) -> str:
        return self.what
