"""What people do with the time of the process: phases, milestones and meetings, missions."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from django.db import transaction

from semailles.core.models import Person
from semailles.core.permits import require
from semailles.workshop import editing
from semailles.workshop.entries import MilestoneEntry, MissionEntry, PhaseEntry
from semailles.workshop.models import Initiative, Milestone, Mission, Phase
from semailles.workshop.rules import may_coordinate
from semailles.workshop.today import require_come


@transaction.atomic
def add_phase(initiative: Initiative, entry: PhaseEntry, *, key: UUID | None = None, by: Person) -> Phase:
    require(may_coordinate(by, initiative), by=by)
    require_come(initiative, entry.ended_on)
    return editing.add(Phase(initiative=initiative), entry, key=key, by=by)


@transaction.atomic
def describe_phase(phase: Phase, entry: PhaseEntry, *, revision: int, by: Person) -> Phase:
    require(may_coordinate(by, phase.initiative), by=by)
    require_come(phase.initiative, *_newly_said(phase, entry, "ended_on"))
    return editing.describe(phase, entry, revision=revision, by=by)


@transaction.atomic
def end_phase(phase: Phase, *, on: date, by: Person) -> Phase:
    """It really ended that day: what follows starts from there."""
    require(may_coordinate(by, phase.initiative), by=by)
    require_come(phase.initiative, on)
    return editing.change(phase, {"ended_on": on}, by=by, verb="ended")


@transaction.atomic
def add_milestone(initiative: Initiative, entry: MilestoneEntry, *, key: UUID | None = None, by: Person) -> Milestone:
    require(may_coordinate(by, initiative), by=by)
    require_come(initiative, entry.happened_on, entry.minutes_on)
    return editing.add(Milestone(initiative=initiative), entry, key=key, by=by)


@transaction.atomic
def describe_milestone(milestone: Milestone, entry: MilestoneEntry, *, revision: int, by: Person) -> Milestone:
    require(may_coordinate(by, milestone.initiative), by=by)
    require_come(milestone.initiative, *_newly_said(milestone, entry, "happened_on", "minutes_on"))
    return editing.describe(milestone, entry, revision=revision, by=by)


@transaction.atomic
def move_milestone(milestone: Milestone, planned_on: date | None, *, revision: int, by: Person) -> Milestone:
    """It is planned for another day, or for none yet."""
    require(may_coordinate(by, milestone.initiative), by=by)
    return editing.change(milestone, {"planned_on": planned_on}, revision=revision, by=by, verb="moved")


@transaction.atomic
def mark_happened(milestone: Milestone, *, on: date, by: Person) -> Milestone:
    require(may_coordinate(by, milestone.initiative), by=by)
    require_come(milestone.initiative, on)
    return editing.change(milestone, {"happened_on": on}, by=by, verb="held")


@transaction.atomic
def record_minutes(meeting: Milestone, *, on: date, by: Person) -> Milestone:
    """Its minutes were adopted that day."""
    require(may_coordinate(by, meeting.initiative), by=by)
    require_come(meeting.initiative, on)
    return editing.change(meeting, {"minutes_on": on}, by=by, verb="minutes adopted")


@transaction.atomic
def add_mission(initiative: Initiative, entry: MissionEntry, *, key: UUID | None = None, by: Person) -> Mission:
    require(may_coordinate(by, initiative), by=by)
    require_come(initiative, entry.delivered_on, entry.paid_on)
    return editing.add(Mission(initiative=initiative), entry, key=key, by=by)


@transaction.atomic
def describe_mission(mission: Mission, entry: MissionEntry, *, revision: int, by: Person) -> Mission:
    require(may_coordinate(by, mission.initiative), by=by)
    require_come(mission.initiative, *_newly_said(mission, entry, "delivered_on", "paid_on"))
    return editing.describe(mission, entry, revision=revision, by=by)


@transaction.atomic
def deliver_mission(mission: Mission, *, on: date, by: Person) -> Mission:
    require(may_coordinate(by, mission.initiative), by=by)
    require_come(mission.initiative, on)
    return editing.change(mission, {"delivered_on": on}, by=by, verb="delivered")


@transaction.atomic
def pay_mission(mission: Mission, *, on: date, by: Person) -> Mission:
    require(may_coordinate(by, mission.initiative), by=by)
    require_come(mission.initiative, on)
    return editing.change(mission, {"paid_on": on}, by=by, verb="paid")


def _newly_said(row: Phase | Milestone | Mission, entry: PhaseEntry | MilestoneEntry | MissionEntry, *fields: str) -> Iterator[date | None]:
    """A day that stood already, from the file, does not stop the mending of another field."""
    return (getattr(entry, field) for field in fields if getattr(entry, field) != getattr(row, field))
