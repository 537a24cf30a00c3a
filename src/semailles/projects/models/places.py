"""Where a project happens."""

from django.db import models

from semailles.projects.enums import Precision
from semailles.projects.models.project import Project
from semailles.workshop.models import Place
from semailles.workshop.ownership import Editable


class ProjectPlace(Editable):
    """A commune (by its dated INSEE code), a point, or both. `insee_year`: the year of the list of communes in which the code was found."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="places")
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="project_places")
    label = models.CharField(max_length=200)
    insee = models.CharField(max_length=5, blank=True)
    insee_year = models.PositiveSmallIntegerField(null=True, blank=True)
    latitude = models.DecimalField(max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField(max_digits=8, decimal_places=5, null=True, blank=True)
    shape = models.JSONField(null=True, blank=True)  # a GeoJSON geometry
    precision = models.CharField(max_length=20, choices=Precision, default=Precision.ROUGH)
    is_outside = models.BooleanField(default=False)  # people said that it lies outside the territory, and stays
    note = models.CharField(max_length=300, blank=True)

    class Meta(Editable.Meta):
        ordering = ["rank", "id"]

    def __str__(self) -> str:
        return self.label
