"""What can be searched."""

from django.db import models

from semailles.core.models.belonging import InInitiative


class SearchEntry(InInitiative):
    """A thing that words can find. The words themselves stand beside, in the database's own index (`core.search`)."""

    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=200)  # a public id, or what places a passage in its document
    title = models.TextField(blank=True)
    body = models.TextField(blank=True)
    lang = models.CharField(max_length=2, blank=True)
    facets = models.JSONField(default=dict, blank=True)
    audience = models.PositiveSmallIntegerField()  # an `Audience`
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "search entries"
        constraints = [models.UniqueConstraint(fields=["initiative_id", "kind", "key"], name="a_thing_is_found_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.title}"
