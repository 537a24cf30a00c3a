"""What a sheet holds beside its texts."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from semailles.core.models import Person
from semailles.projects.enums import LinkKind
from semailles.projects.models.project import Project
from semailles.workshop.ownership import Editable


class Obstacle(Editable):
    """What hinders, and the lever that would free it."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="obstacles")
    obstacle = models.CharField(max_length=500)
    lever = models.CharField(max_length=500, blank=True)
    owner = models.CharField(max_length=200, blank=True)
    due_on = models.DateField(null=True, blank=True)
    unblocked_when = models.CharField(max_length=500, blank=True)
    lifted_on = models.DateField(null=True, blank=True)

    class Meta(Editable.Meta):
        ordering = ["rank", "id"]

    def __str__(self) -> str:
        return self.obstacle


class Example(Editable):
    """Where it was done already, here or elsewhere, what came of it, and who says so."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="examples")
    where = models.CharField(max_length=200)
    result = models.CharField(max_length=500, blank=True)
    source = models.CharField(max_length=300)
    contact = models.CharField(max_length=200, blank=True)

    class Meta(Editable.Meta):
        ordering = ["rank", "id"]

    def __str__(self) -> str:
        return self.where


class ProjectLink(Editable):
    """How a project stands to another. `share`: of one that serves another, how many hundredths of its needs the other bears."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="links")
    other = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="links_here")
    kind = models.CharField(max_length=20, choices=LinkKind)
    share = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta(Editable.Meta):
        ordering = ["rank", "id"]
        constraints = [
            *Editable.Meta.constraints,
            models.UniqueConstraint(fields=["project", "other", "kind"], name="two_projects_are_linked_once"),
            models.CheckConstraint(
                condition=~Q(project=F("other")),
                name="a_project_is_linked_to_others",
                violation_error_message=_("A project is not linked to itself."),
            ),
            models.CheckConstraint(
                condition=Q(share=None) | Q(kind=LinkKind.SERVES, share__gte=0, share__lte=100),
                name="a_share_is_of_what_serves",
                violation_error_message=_("A share goes from 0 to 100, and only what serves another project has one."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.project} {self.kind} {self.other}"


class Picture(Editable):
    """An image of a sheet, stored by content, with who made it and what it shows."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="pictures")
    sha256 = models.CharField(max_length=64)
    credit = models.CharField(max_length=200)
    alt = models.CharField(max_length=300)
    caption = models.CharField(max_length=300, blank=True)

    class Meta(Editable.Meta):
        ordering = ["rank", "id"]

    def __str__(self) -> str:
        return self.alt


class Comment(Editable):
    """A remark on a section, or a question to somebody; answered, then closed."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="comments")
    slot = models.CharField(max_length=60, blank=True)
    text = models.TextField()
    asked_to = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta(Editable.Meta):
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return self.text[:80]
