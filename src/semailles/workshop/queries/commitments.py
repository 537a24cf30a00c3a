"""Commitments as ladders."""

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from semailles.core.audience import reads_everything
from semailles.workshop.engaging import Commitment
from semailles.workshop.enums import Level
from semailles.workshop.ladder import RUNGS, AnyStep, counting, disagreeing
from semailles.workshop.models import CommitmentStep, Initiative, ProcessCommitment

AnyCommitment = TypeVar("AnyCommitment", bound=Commitment)


@dataclass(frozen=True, slots=True)
class Ladder(Generic[AnyCommitment, AnyStep]):
    """`steps` from the oldest day; `current`: the one that counts, None when none was taken yet; `said`: documents that disagree about it, for the facilitator alone."""

    commitment: AnyCommitment
    steps: tuple[AnyStep, ...]
    current: AnyStep | None
    said: tuple[AnyStep, ...]
    is_expired: bool

    @property
    def climbed(self) -> int:
        """Rungs under their feet, out of six."""
        return 0 if self.current is None else RUNGS.index(Level(self.current.level))

    @property
    def is_withdrawn(self) -> bool:
        return self.current is not None and self.current.level == Level.WITHDRAWN

    @property
    def is_written(self) -> bool:
        """It stands on a document: what was agreed in writing and is done since still does."""
        is_high = self.current is not None and self.current.level in {Level.WRITTEN, Level.FULFILLED}
        return is_high and any(step.level == Level.WRITTEN for step in self.steps)


def commitment_ladders(initiative: Initiative, *, on: date) -> list[Ladder[ProcessCommitment, CommitmentStep]]:
    """Two queries, however many commitments there are. Each is that of the actor that stands, whatever it was called when it was written."""
    rows = ProcessCommitment.objects.of(initiative).standing().select_related("actor__merged_into").prefetch_related("steps")
    return [ladder_of(row, tuple(row.steps.all()), on=on) for row in rows]


def ladder_of(commitment: AnyCommitment, steps: tuple[AnyStep, ...], *, on: date) -> Ladder[AnyCommitment, AnyStep]:
    commitment.actor = commitment.actor.stands_as
    current = counting(steps, on=on)
    is_expired = current is not None and current.expires_on is not None and current.expires_on < on
    said = disagreeing(steps, on=on) if reads_everything() else ()
    return Ladder(commitment, steps, current, said, is_expired)
