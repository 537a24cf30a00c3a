"""What was proclaimed, chained."""

from typing import Any

from django.db import models

from semailles.core.models.belonging import InInitiative
from semailles.core.models.people import Person


class Seal(InInitiative):
    """One link of the chain: what was proclaimed, by whom, when. `content` holds a salted digest of each value and is never changed; `told` holds the
    values with their salts, each of which may be erased one day without breaking the chain."""

    rank = models.PositiveIntegerField()  # from 1
    kind = models.CharField(max_length=60)  # a verb of the journal
    subject_kind = models.CharField(max_length=60)
    subject_id = models.UUIDField()
    content = models.TextField()  # canonical JSON
    told = models.JSONField(default=dict)
    previous = models.CharField(max_length=64, blank=True)  # the digest of the seal before; nothing before the first
    digest = models.CharField(max_length=64)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["rank"]
        indexes = [models.Index(fields=["subject_kind", "subject_id"], name="seal_subject")]
        constraints = [models.UniqueConstraint(fields=["initiative_id", "rank"], name="one_seal_a_rank")]

    def __str__(self) -> str:
        return f"{self.rank} {self.kind}"

    # What the journal says a line with: a seal is read in the same words.
    @property
    def verb(self) -> str:
        return self.kind

    @property
    def label(self) -> str:
        return str(self.detail.get("label", ""))

    @property
    def detail(self) -> dict[str, Any]:
        return {name: value for name, (value, _salt) in self.salted.items()}

    @property
    def salted(self) -> dict[str, tuple[Any, str]]:
        """By name, each value and its salt; both empty where somebody wrote something else in the database."""
        told = self.told if isinstance(self.told, dict) else {}
        return {name: _pair(said) for name, said in told.items()}


def _pair(said: object) -> tuple[Any, str]:
    match said:
        case [value, str(salt)]:
            return value, salt
    return "", ""
