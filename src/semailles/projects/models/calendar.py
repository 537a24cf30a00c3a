"""When a project happens, and what waits for what."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from semailles.projects.models.project import Project
from semailles.workshop.ownership import Editable, not_before


class ProjectMilestone(Editable):
    """Something a project reaches: planned, then real. `starts_on`: when work on it begins, if it lasts."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="milestones")
    label = models.CharField(max_length=300)
    responsible = models.CharField(max_length=200, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    planned_on = models.DateField(null=True, blank=True)
    real_on = models.DateField(null=True, blank=True)
    note = models.CharField(max_length=500, blank=True)

    class Meta(Editable.Meta):
        ordering = ["planned_on", "rank", "id"]
        constraints = [
            *Editable.Meta.constraints,
            not_before("planned_on", "starts_on", name="a_milestone_ends_later", sentence=_("This milestone is reached before it begins.")),
        ]

    def __str__(self) -> str:
        return self.label


class Dependency(Editable):
    """`after` waits for `before`, in the same project or in another."""

    before = models.ForeignKey(ProjectMilestone, on_delete=models.PROTECT, related_name="releases")
    after = models.ForeignKey(ProjectMilestone, on_delete=models.PROTECT, related_name="waits")
    lag_days = models.PositiveIntegerField(default=0)
    note = models.CharField(max_length=300, blank=True)

    class Meta(Editable.Meta):
        ordering = ["rank", "id"]
        verbose_name_plural = "dependencies"
        constraints = [
            *Editable.Meta.constraints,
            models.UniqueConstraint(fields=["before", "after"], name="two_milestones_depend_once"),
            models.CheckConstraint(
                condition=~Q(before=F("after")),
                name="nothing_waits_for_itself",
                violation_error_message=_("A milestone does not wait for itself."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
