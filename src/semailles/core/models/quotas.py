"""How often something was done from one place: counted without knowing who."""

from django.db import models


class Spent(models.Model):
    """One time that something limited was done; forgotten once it no longer counts."""

    scope = models.CharField(max_length=60)
    key_digest = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["scope", "key_digest", "at"], name="spent_lately")]

    def __str__(self) -> str:
        return f"{self.scope} {self.at}"
