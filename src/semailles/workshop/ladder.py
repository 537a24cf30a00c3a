"""The ladder of commitments: which level counts, and what it is worth in money."""

from collections.abc import Sequence
from typing import TypeVar

from semailles.engines.budgeting import Status
from semailles.workshop.engaging import Step
from semailles.workshop.enums import Level, ProofKind

AnyStep = TypeVar("AnyStep", bound=Step)
RUNGS = (Level.WITHDRAWN, Level.FORESEEN, Level.SOUGHT, Level.TO_CONFIRM, Level.ORAL, Level.WRITTEN, Level.FULFILLED)
CERTAINTY = (Status.REFUSED, Status.THOUGHT_OF, Status.SOUGHT, Status.TO_CONFIRM, Status.DECIDED, Status.NOTIFIED, Status.PAID)
WORTH = dict(zip(RUNGS, CERTAINTY, strict=True))  # the surest status that a level bears


def counting(steps: Sequence[AnyStep]) -> AnyStep | None:
    """The last step of the latest day; when documents of that day say several levels, the lowest of them. `steps` in their order."""
    if not steps:
        return None
    said = disagreeing(steps)
    return min(said, key=lambda step: RUNGS.index(Level(step.level))) if said else steps[-1]


def disagreeing(steps: Sequence[AnyStep]) -> tuple[AnyStep, ...]:
    """Passages of the latest day that say different levels: both stay in sight."""
    if not steps or steps[-1].proof_kind != ProofKind.PASSAGE:
        return ()
    said = tuple(step for step in steps if step.on == steps[-1].on and step.proof_kind == ProofKind.PASSAGE)
    return said if len({step.level for step in said}) > 1 else ()


def lower(status: Status, level: Level) -> Status:
    """What counts when a funding line and the funder's commitment differ."""
    return min(status, WORTH[level], key=CERTAINTY.index)
