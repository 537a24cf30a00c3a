"""What the engine takes and gives. Days are calendar days, both ends included; durations are calendar months (see `months`)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Phase:
    """`starts_on`: set by hand, or None to follow what comes before. `ended_on`: the day it really ended. `key`: whatever names it for its owner."""

    key: str
    name: str
    months: Decimal
    starts_on: date | None = None
    ended_on: date | None = None


class MeetingKind(StrEnum):
    MILESTONE = "jalon"
    MEETING = "réunion"
    DEADLINE = "échéance"


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting of a body, a milestone or somebody else's deadline. `phase`: key of the phase it belongs to, or ""."""

    key: str
    label: str
    kind: MeetingKind = MeetingKind.MEETING
    planned_on: date | None = None
    happened_on: date | None = None
    body: str = ""
    is_steering: bool = False
    phase: str = ""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day that others have set: the work must be over that evening."""

    on: date
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Schedule:
    """What people wrote. Phases and meetings stand in their order."""

    phases: tuple[Phase, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    starts_on: date | None = None
    deadline: Deadline | None = None


class PhaseState(StrEnum):
    TO_COME = "to come"
    RUNNING = "running"
    LATE = "late"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class PlannedPhase:
    """A phase three times: as designed (`planned_*`), as it goes (`starts_on`, `ends_on`), and as late as the deadline allows (`latest_*`).

    `delay_days`: days that this phase itself lost; those lost before it are in `starts_on` - `planned_start`.
    """

    phase: Phase
    planned_start: date
    planned_end: date
    starts_on: date
    ends_on: date
    state: PhaseState
    delay_days: int = 0
    latest_start: date | None = None
    latest_end: date | None = None

    @property
    def slip_days(self) -> int:
        """Days between the designed end and the end as it goes; negative when it ends earlier."""
        return (self.ends_on - self.planned_end).days


class MeetingState(StrEnum):
    """`UNRECORDED`: nobody gave its day, and the day that would have been suggested is past."""

    UNDATED = "undated"
    SUGGESTED = "suggested"
    UNRECORDED = "unrecorded"
    PLANNED = "planned"
    MISSED = "missed"
    HAPPENED = "happened"


@dataclass(frozen=True, slots=True)
class PlannedMeeting:
    """`on`: the day it happened, is planned, or is suggested by the engine. `latest_on`: the last day that leaves the deadline whole."""

    meeting: Meeting
    on: date | None
    state: MeetingState
    latest_on: date | None = None


@dataclass(frozen=True, slots=True)
class Shortening:
    """What would fit if this phase alone were shorter. `months`: rounded down to a tenth."""

    key: str
    name: str
    ends_on: date
    months: Decimal


@dataclass(frozen=True, slots=True)
class Fit:
    """What would hold before the deadline. `months`: from the start to the deadline, rounded down to a tenth; `needed`: what the phases ask for."""

    latest_start: date
    months: Decimal
    needed: Decimal
    shortenings: tuple[Shortening, ...] = ()


@dataclass(frozen=True, slots=True)
class Push:
    """A phase that begins `days` later than designed because of another."""

    name: str
    days: int
    ends_on: date


@dataclass(frozen=True, slots=True)
class Slip:
    """A phase that lost `days`. `is_open`: it has not ended yet, so the days still grow. `makes_late`: what now passes the deadline, or comes too early."""

    key: str
    name: str
    days: int
    ends_on: date
    is_open: bool
    pushes: tuple[Push, ...] = ()
    makes_late: tuple[str, ...] = ()


class NoticeKind(StrEnum):
    NO_START = "no start"
    NOT_KEPT = "not kept"
    START_AFTER_DEADLINE = "start after deadline"
    OVERLAP = "overlap"
    ENDED_BEFORE_START = "ended before start"
    MEETING_MISSED = "meeting missed"
    MEETING_AFTER_DEADLINE = "meeting after deadline"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to say, as values; its words belong to whoever speaks. `subject` and `other`: names; `days`: how many; `day`: which one."""

    kind: NoticeKind
    subject: str = ""
    other: str = ""
    days: int = 0
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """`overrun_days`: days past the deadline as things go, 0 when it fits or there is none. `fit`: what would hold, when something overruns.

    `is_start_suggested`: nobody gave a start; the plan begins as late as the deadline allows.
    """

    on: date
    deadline: Deadline | None = None
    phases: tuple[PlannedPhase, ...] = ()
    meetings: tuple[PlannedMeeting, ...] = ()
    overrun_days: int = 0
    fit: Fit | None = None
    slips: tuple[Slip, ...] = ()
    notices: tuple[Notice, ...] = ()
    is_start_suggested: bool = False

    @property
    def starts_on(self) -> date | None:
        return min((one.starts_on for one in self.phases), default=None)

    @property
    def ends_on(self) -> date | None:
        """The last day of work, as things go."""
        return max((one.ends_on for one in self.phases), default=None)

    @property
    def planned_end(self) -> date | None:
        return max((one.planned_end for one in self.phases), default=None)

    @property
    def months(self) -> Decimal:
        """Months of work, phase after phase."""
        return sum((one.phase.months for one in self.phases), Decimal(0))
