"""What must be said about a plan besides its overrun and its slips: as values, never as sentences."""

from collections.abc import Iterator, Sequence
from datetime import date

from semailles.engines.scheduling.chain import Design
from semailles.engines.scheduling.values import Deadline, MeetingKind, MeetingState, Notice, NoticeKind, PlannedMeeting, PlannedPhase


def phase_notices(design: Design, phases: Sequence[PlannedPhase]) -> Iterator[Notice]:
    """Overlaps that people set by hand (said, not refused), and ends that come before their start."""
    for rank, one in enumerate(phases):
        if one.phase.starts_on and rank:
            before = max(phases[:rank], key=lambda other: other.ends_on)
            shared = (min(before.ends_on, one.ends_on) - one.starts_on).days + 1
            if shared > 0:
                yield Notice(NoticeKind.OVERLAP, one.phase.name, before.phase.name, shared, one.starts_on)
        if one.phase.ended_on and one.phase.ended_on < design.spans[rank].first and one.phase.starts_on:
            yield Notice(NoticeKind.ENDED_BEFORE_START, one.phase.name, day=one.phase.ended_on)


def meeting_notices(meetings: Sequence[PlannedMeeting], deadline: Deadline | None, on: date) -> Iterator[Notice]:
    for held in meetings:
        meeting = held.meeting
        if meeting.kind is MeetingKind.DEADLINE or held.on is None:
            continue
        named = (meeting.label, meeting.body)
        if held.state is MeetingState.MISSED:
            yield Notice(NoticeKind.MEETING_MISSED, *named, (on - held.on).days, held.on)
        elif deadline and held.state is MeetingState.PLANNED and held.on > deadline.on:
            yield Notice(NoticeKind.MEETING_AFTER_DEADLINE, *named, (held.on - deadline.on).days, held.on)
