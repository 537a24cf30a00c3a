"""A commitment is dated and provable: abstract, because the process and each project own theirs."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from semailles.workshop.enums import CommitmentRole, Level, ProofKind
from semailles.workshop.ownership import Editable, Owned, not_before

WORDS = (ProofKind.WORD, ProofKind.PASSAGE)


class Commitment(Editable):
    """One ladder per actor and role. `level` is that of the last dated step that had come when it was written; only `climb` writes it."""

    actor = models.ForeignKey("workshop.Actor", on_delete=models.PROTECT, related_name="%(class)ss")
    role = models.CharField(max_length=20, choices=CommitmentRole)
    level = models.CharField(max_length=20, choices=Level, default=Level.FORESEEN)
    scope = models.CharField(max_length=300, blank=True)

    class Meta(Editable.Meta):
        abstract = True

    def __str__(self) -> str:
        return f"{self.actor} ({self.get_role_display()})"


class Step(Owned):
    """A dated step on a ladder, up or down, with what shows it. Steps are added, never changed."""

    public_id = models.UUIDField(editable=False, unique=True)
    level = models.CharField(max_length=20, choices=Level)
    on = models.DateField()
    said_by = models.CharField(max_length=200, blank=True)
    proof_kind = models.CharField(max_length=20, choices=ProofKind, blank=True)
    proof_reference = models.CharField(max_length=500, blank=True)
    proof_sha256 = models.CharField(max_length=64, blank=True)  # the attached file, stored by content
    proof_passage = models.TextField(blank=True)  # the words of a document
    scope = models.CharField(max_length=300, blank=True)
    expires_on = models.DateField(null=True, blank=True)
    note = models.CharField(max_length=500, blank=True)

    class Meta:
        abstract = True
        ordering = ["on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(level=Level.WRITTEN) | ((~Q(proof_reference="") | ~Q(proof_sha256="")) & ~Q(proof_kind__in=("", *WORDS))),
                name="a_%(class)s_in_writing_shows_it",
                violation_error_message=_(
                    "A written commitment shows its document: attach it or give its reference, or record an oral agreement."
                ),
            ),
            not_before("expires_on", "on", name="a_%(class)s_expires_later", sentence=_("This commitment expires before it is made.")),
        ]

    def __str__(self) -> str:
        return f"{self.level}, {self.on}"
