"""Names that were erased, by their digests."""

from django.db import models

from semailles.core.models.belonging import InInitiative


class ErasedName(InInitiative):
    """One way of writing somebody who was erased, as a salted digest: told again when a document is read again, and by nothing else."""

    words = models.PositiveSmallIntegerField()
    salt = models.CharField(max_length=32)
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["initiative_id", "digest"], name="a_name_is_erased_once")]

    def __str__(self) -> str:
        return self.digest[:8]
