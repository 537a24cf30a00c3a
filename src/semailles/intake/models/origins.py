"""Where an idea stood before it came here."""

from django.db import models
from django.db.models import Q

from semailles.intake.enums import Platform
from semailles.intake.models.ideas import Idea
from semailles.workshop.ownership import Owned

UNSAFE = ~Q(url="") & ~Q(url__startswith="https://") & ~Q(url__startswith="http://")


class Origin(Owned):
    """What another platform says of an idea, by the last of its exports that was received. Nothing here is a decision, nor a vote of ours."""

    idea = models.OneToOneField(Idea, on_delete=models.CASCADE, related_name="origin")
    platform = models.CharField(max_length=40, choices=Platform)
    component = models.CharField(
        max_length=300, blank=True
    )  # where the external id is unique: a site and its component, or a document's public id
    external_id = models.CharField(max_length=200, blank=True)
    url = models.CharField(max_length=1000, blank=True)  # of the web only: it becomes a link
    author = models.CharField(max_length=300, blank=True)  # as the file names them, never whoever gave the file; never printed
    theme = models.CharField(max_length=300, blank=True)
    place = models.CharField(max_length=300, blank=True)
    latitude = models.FloatField(null=True, blank=True)  # degrees, WGS 84
    longitude = models.FloatField(null=True, blank=True)
    state = models.CharField(max_length=100, blank=True)
    written_at = models.CharField(max_length=60, blank=True)  # as the platform writes it
    counts = models.JSONField(default=list, blank=True)  # [day received, {what: how many}], latest last

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["initiative", "platform", "component", "external_id"],
                condition=~Q(external_id=""),
                name="one_origin_an_external_id",
            ),
            models.CheckConstraint(condition=~UNSAFE, name="an_origin_links_to_the_web"),
            models.CheckConstraint(
                condition=Q(latitude=None, longitude=None)
                | Q(latitude__gte=-90, latitude__lte=90, longitude__gte=-180, longitude__lte=180),
                name="a_point_is_on_earth",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_platform_display()} {self.external_id}".strip()

    @property
    def point(self) -> tuple[float, float] | None:
        return None if self.latitude is None or self.longitude is None else (self.latitude, self.longitude)
