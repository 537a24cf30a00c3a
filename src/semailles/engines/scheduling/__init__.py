"""A start and an outside deadline → phases, reverse planning, what slips.

plan(schedule, *, on) -> Plan · last_day(start, months) -> date · latest_start(last, months) -> date · months_between(start, last) -> Decimal
Milestones that wait for one another: expect(steps, waits, *, on) -> Network · circle(waits, *, before, after) -> chain of keys
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
from semailles.engines.scheduling.waiting import Expected, Network, Slipped, Step, Turning, Wait, circle, expect

__all__ = [
    "Deadline",
    "Expected",
    "Fit",
    "Meeting",
    "MeetingKind",
    "MeetingState",
    "Network",
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
    "Slipped",
    "Step",
    "Turning",
    "Wait",
    "circle",
    "expect",
    "last_day",
    "latest_start",
    "months_between",
    "plan",
]
