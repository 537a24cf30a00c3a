"""One thing that is open about the process."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID


class Severity(StrEnum):
    BLOCKS = "blocks"
    LATE = "late"
    NEXT = "next"


class Where(StrEnum):
    """What a point is about; with a public id, where to go to settle it. The budget and the calendar bear the initiative's."""

    INITIATIVE = "initiative"
    BUDGET = "budget"
    CALENDAR = "calendar"
    PHASE = "phase"
    MILESTONE = "milestone"
    MISSION = "mission"
    BODY = "body"
    COST = "cost"
    FUNDING = "funding"
    COMMITMENT = "commitment"


class Target(NamedTuple):
    kind: Where
    public_id: UUID


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """One sentence, and where to go to settle it. `since`: the day from which it is late, or by which it is due, when there is one."""

    severity: Severity
    sentence: str
    target: Target
    since: date | None = None
