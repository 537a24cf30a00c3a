"""What all processes of an instance must know alike for a while: which one-time code has served, how often an address was tried."""

from django.db import models


class Remembered(models.Model):
    """A line of Django's cache in the database, which reads and writes it by these very names."""

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "core_remembered"

    def __str__(self) -> str:
        return self.cache_key
