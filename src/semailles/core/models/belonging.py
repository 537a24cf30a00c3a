"""Rows of an initiative, for a layer that knows none: initiatives are named by their public id."""

from typing import Self
from uuid import UUID

from django.db import models


class InitiativeQuerySet(models.QuerySet):  # type: ignore[type-arg]  # generic over each model that uses it
    def of(self, initiative_id: UUID) -> Self:
        """Only this initiative's rows: where every reading begins."""
        return self.filter(initiative_id=initiative_id)


class InInitiative(models.Model):
    initiative_id = models.UUIDField()

    objects = InitiativeQuerySet.as_manager()

    class Meta:
        abstract = True
