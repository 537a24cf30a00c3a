"""Forms that were taken: the same one sent twice counts once."""

from django.db import models


class TakenForm(models.Model):
    """A form that somebody sent and that changed something, written in the same transaction as its effect. Neither who sent it nor what it said is kept:
    digests that only the same sending comes to again, and the address to which its sender was led. Forgotten after two days."""

    form = models.CharField(max_length=64, unique=True)  # of the form as one page showed it, to one person, for one address
    words = models.CharField(max_length=64)  # of what was typed in it, the last time it was sent
    answer = models.CharField(max_length=2000, blank=True)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["at"], name="taken_lately")]

    def __str__(self) -> str:
        return f"{self.form[:8]} {self.at}"
