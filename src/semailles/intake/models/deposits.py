"""What people give on screen: a deposit, and what became of each of its files."""

from django.db import models
from django.db.models import Q

from semailles.core.models import Person
from semailles.intake.enums import FileFate
from semailles.intake.models.documents import Document
from semailles.workshop.ownership import Owned


class Deposit(Owned):
    """Files given together, by one person, for one team."""

    public_id = models.UUIDField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-id"]
        constraints = [models.UniqueConstraint(fields=["initiative", "public_id"], name="one_deposit_an_id")]

    def __str__(self) -> str:
        return str(self.public_id)


class DepositedFile(Owned):
    """A file of a deposit: kept under its SHA-256 before anything is read in it."""

    deposit = models.ForeignKey(Deposit, on_delete=models.CASCADE, related_name="files")
    rank = models.PositiveIntegerField()
    path = models.CharField(max_length=1000)
    sha256 = models.CharField(max_length=64)
    tries = models.PositiveSmallIntegerField(default=0)  # how often somebody asked for its reading again
    fate = models.CharField(max_length=20, choices=FileFate, default=FileFate.WAITING)
    document = models.ForeignKey(Document, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=40, blank=True)
    detail = models.JSONField(default=dict, blank=True)
    holds = models.PositiveIntegerField(default=0)  # documents, for an archive or a mail

    class Meta:
        ordering = ["rank"]
        constraints = [
            models.UniqueConstraint(fields=["deposit", "rank"], name="one_file_a_rank_in_a_deposit"),
            models.UniqueConstraint(fields=["deposit", "path"], name="a_file_stands_once_in_a_deposit"),
            models.CheckConstraint(condition=~Q(fate=FileFate.REFUSED) | ~Q(reason=""), name="a_refused_file_says_why"),
        ]

    def __str__(self) -> str:
        return self.path
