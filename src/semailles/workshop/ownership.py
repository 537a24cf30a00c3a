"""Every row of an initiative says so, and every reading starts from there."""

from typing import TYPE_CHECKING, Self

from django.db import models

if TYPE_CHECKING:
    from semailles.workshop.models import Initiative


class OwnedQuerySet(models.QuerySet):  # type: ignore[type-arg]  # generic over each model that uses it
    def of(self, initiative: "Initiative") -> Self:
        """Only this initiative's rows: where every reading begins."""
        return self.filter(initiative=initiative)


class Owned(models.Model):
    initiative = models.ForeignKey("workshop.Initiative", on_delete=models.PROTECT, related_name="+")

    objects = OwnedQuerySet.as_manager()

    class Meta:
        abstract = True
