"""The money of a project."""

from django.db import models

from semailles.projects.enums import Effort
from semailles.projects.models.project import Project
from semailles.workshop.money import CostLine, FundingLine, never_negative


class ProjectCost(CostLine):
    """A cost of a project, in euros, or in work that nobody valued yet."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="costs")
    effort = models.DecimalField(max_digits=8, decimal_places=2, null=True, blank=True)
    effort_unit = models.CharField(max_length=10, choices=Effort, blank=True)

    class Meta(CostLine.Meta):
        constraints = [*CostLine.Meta.constraints, never_negative("effort", name="a_projectcost_takes_some_work")]


class ProjectFunding(FundingLine):
    """A resource of a project. `proof_sha256`: the document attached, stored by content."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="fundings")
    proof_sha256 = models.CharField(max_length=64, blank=True)
