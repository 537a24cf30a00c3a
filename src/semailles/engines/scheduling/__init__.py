"""A start and an outside deadline → phases, reverse planning, what slips.

plan(schedule, *, on) -> Plan · last_day(start, months) -> date · latest_start(last, months) -> date · months_between(start, last) -> Decimal
"""

from semailles.engines.scheduling.months import last_day, latest_start, months_between
from semailles.engines.scheduling.plan import plan
from semailles.engines.scheduling.values import (
    Deadline,
    Fit,
    Meeting,
    MeetingKind,
    MeetingState,
    Notice,
    NoticeKind,
    Phase,
    PhaseState,
    Plan,
    PlannedMeeting,
    PlannedPhase,
    Push,
    Schedule,
    Shortening,
    Slip,
)

__all__ = [
    "Deadline",
    "Fit",
    "Meeting",
    "MeetingKind",
    "MeetingState",
    "Notice",
    "NoticeKind",
    "Phase",
    "PhaseState",
    "Plan",
    "PlannedMeeting",
    "PlannedPhase",
    "Push",
    "Schedule",
    "Shortening",
    "Slip",
    "last_day",
    "latest_start",
    "months_between",
    "plan",
]
