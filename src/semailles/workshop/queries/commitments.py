"""Commitments to the process as ladders."""

from dataclasses import dataclass
from datetime import date

from semailles.workshop.enums import Level
from semailles.workshop.ladder import counting, disagreeing
from semailles.workshop.models import CommitmentStep, Initiative, ProcessCommitment


@dataclass(frozen=True, slots=True)
class Ladder:
    """`steps` from the oldest day; `current`: the one that counts, None when none was taken yet; `said`: documents that disagree about it."""

    commitment: ProcessCommitment
    steps: tuple[CommitmentStep, ...]
    current: CommitmentStep | None
    said: tuple[CommitmentStep, ...]
    is_expired: bool

    @property
    def is_withdrawn(self) -> bool:
        return self.current is not None and self.current.level == Level.WITHDRAWN

    @property
    def is_written(self) -> bool:
        """It stands on a document: what was agreed in writing and is done since still does."""
        is_high = self.current is not None and self.current.level in {Level.WRITTEN, Level.FULFILLED}
        return is_high and any(step.level == Level.WRITTEN for step in self.steps)


def commitment_ladders(initiative: Initiative, *, on: date) -> list[Ladder]:
    """Two queries, however many commitments there are. Each is that of the actor that stands, whatever it was called when it was written."""
    rows = ProcessCommitment.objects.of(initiative).standing().select_related("actor__merged_into").prefetch_related("steps")
    return [_ladder(row, on) for row in rows]


def _ladder(commitment: ProcessCommitment, on: date) -> Ladder:
    commitment.actor, steps = commitment.actor.stands_as, tuple(commitment.steps.all())
    current = counting(steps, on=on)
    is_expired = current is not None and current.expires_on is not None and current.expires_on < on
    return Ladder(commitment, steps, current, disagreeing(steps, on=on), is_expired)
