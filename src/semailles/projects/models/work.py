"""The work on projects: tasks and notes of groups, missions that shape sheets, views of the portfolio that people keep."""

from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from semailles.projects.models.project import Project
from semailles.workshop.models import Body, Mission
from semailles.workshop.ownership import Editable, Owned


class WorkTask(Editable):
    """What somebody does by a day, for a group, for a project, or for both."""

    group = models.ForeignKey(Body, null=True, blank=True, on_delete=models.PROTECT, related_name="tasks")
    project = models.ForeignKey(Project, null=True, blank=True, on_delete=models.PROTECT, related_name="tasks")
    what = models.CharField(max_length=500)
    who = models.CharField(max_length=200, blank=True)
    due_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)

    class Meta(Editable.Meta):
        ordering = ["due_on", "rank", "id"]
        constraints = [
            *Editable.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(group__isnull=False) | models.Q(project__isnull=False),
                name="a_task_is_of_a_group_or_a_project",
                violation_error_message=_("Say for which group or for which project."),
            ),
        ]

    def __str__(self) -> str:
        return self.what


class GroupNote(Editable):
    """What a working group notes of a day."""

    group = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="notes")
    on = models.DateField()
    text = models.TextField()

    class Meta(Editable.Meta):
        ordering = ["-on", "-id"]

    def __str__(self) -> str:
        return f"{self.group}, {date_format(self.on)}"


class ProjectMission(Owned):
    """A project that somebody is hired to shape."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="missions")
    mission = models.ForeignKey(Mission, on_delete=models.PROTECT, related_name="shaped")

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["project", "mission"], name="a_mission_shapes_a_project_once")]

    def __str__(self) -> str:
        return f"{self.mission}: {self.project}"


class SavedView(Editable):
    """Filters and order of the portfolio, under a name."""

    name = models.CharField(max_length=100)
    query = models.CharField(max_length=1000, blank=True)

    class Meta(Editable.Meta):
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
