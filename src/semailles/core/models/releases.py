"""Under which versions of the program this database was opened."""

from django.db import models


class Release(models.Model):
    """A version of the program, from the moment when it first opened this database. The last one says which program can read its tables."""

    version = models.CharField(max_length=40, unique=True)
    since = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.version
