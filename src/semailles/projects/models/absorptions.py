"""Two projects made one, so that it can be taken back whole."""

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from semailles.core.models import Person
from semailles.projects.models.project import Project
from semailles.workshop.ownership import Owned, OwnedQuerySet


class AbsorptionQuerySet(OwnedQuerySet):
    def standing(self) -> Self:
        """Merges that nobody took back."""
        return self.filter(taken_back_on=None)


class Absorption(Owned):
    """What a merge added to the project that stays: [idea, why it had left that project before, if it had] by key; rows by kind; convergences."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="absorptions")
    into = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="absorbing")
    reason = models.CharField(max_length=500)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    ideas = models.JSONField(default=list)
    rows = models.JSONField(default=dict)
    families = models.JSONField(default=list)
    taken_back_on = models.DateField(null=True, blank=True)
    taken_back_reason = models.CharField(max_length=500, blank=True)

    objects = AbsorptionQuerySet.as_manager()  # type: ignore[misc]  # its own vocabulary over that of every owned row

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(reason=""),
                name="a_merge_says_why",
                violation_error_message=_("Say in a few words why."),
            ),
            models.UniqueConstraint(fields=["project"], condition=models.Q(taken_back_on=None), name="a_project_is_merged_into_one"),
        ]

    def __str__(self) -> str:
        return f"{self.project} → {self.into}"
