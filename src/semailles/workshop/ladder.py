"""The ladder of commitments: which level counts, and what it is worth in money."""

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from semailles.engines.budgeting import CERTAINTY, Status
from semailles.workshop.engaging import Commitment, Step
from semailles.workshop.enums import Level, ProofKind
from semailles.workshop.today import today

AnyStep = TypeVar("AnyStep", bound=Step)
RUNGS = (Level.WITHDRAWN, Level.FORESEEN, Level.SOUGHT, Level.TO_CONFIRM, Level.ORAL, Level.WRITTEN, Level.FULFILLED)
WORTH = dict(zip(RUNGS, CERTAINTY, strict=True))  # the surest status that a level bears


def counting(steps: Sequence[AnyStep], *, on: date) -> AnyStep | None:
    """The last step of the latest day that has come; when documents of that day say several levels, the lowest of them. `steps` in their order."""
    come = _come(steps, on)
    if not come:
        return None
    said = disagreeing(come, on=on)
    return min(said, key=lambda step: RUNGS.index(Level(step.level))) if said else come[-1]


def disagreeing(steps: Sequence[AnyStep], *, on: date) -> tuple[AnyStep, ...]:
    """Passages of the latest day that has come, when they say different levels: both stay in sight."""
    come = _come(steps, on)
    if not come or come[-1].proof_kind != ProofKind.PASSAGE:
        return ()
    said = tuple(step for step in come if step.on == come[-1].on and step.proof_kind == ProofKind.PASSAGE)
    return said if len({step.level for step in said}) > 1 else ()


def _come(steps: Sequence[AnyStep], on: date) -> tuple[AnyStep, ...]:
    """A step dated later counts from its day."""
    return tuple(step for step in steps if step.on <= on)


def count_again(commitment: Commitment, kind: type[AnyStep]) -> None:
    """Written by actions only, once a step was added or moved. Its level is that of the step that counts today; without any step, it stays."""
    steps = kind.objects.of(commitment.initiative).filter(commitment=commitment)
    counted = counting(list(steps), on=today(commitment.initiative))
    commitment.level = counted.level if counted else commitment.level
    commitment.save(update_fields=["level", "updated_at"])


def lower(status: Status, level: Level) -> Status:
    """What counts when a funding line and the funder's commitment differ."""
    return min(status, WORTH[level], key=CERTAINTY.index)
