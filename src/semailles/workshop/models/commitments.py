"""Commitments to the process itself, and the steps of their ladders."""

from django.db import models

from semailles.workshop.engaging import Commitment, Step


class ProcessCommitment(Commitment):
    """How far an actor is committed to the process itself, in one role."""

    class Meta(Commitment.Meta):
        ordering = ["actor__name", "role"]
        constraints = [
            *Commitment.Meta.constraints,
            models.UniqueConstraint(fields=["initiative", "actor", "role"], name="one_ladder_an_actor_role"),
        ]


class CommitmentStep(Step):
    """A dated step of a commitment to the process."""

    commitment = models.ForeignKey(ProcessCommitment, on_delete=models.PROTECT, related_name="steps")
