"""The calendar of the process: what people wrote about its time, planned."""

from datetime import date

from semailles.engines.scheduling import Deadline, Meeting, MeetingKind, Phase, Plan, Schedule, plan
from semailles.workshop import models
from semailles.workshop.enums import BodyKind


def process_calendar(initiative: models.Initiative, *, on: date) -> Plan:
    """The plan of the process as it stands on the day `on`; without any date when nobody wrote one."""
    return plan(process_schedule(initiative), on=on)


def process_schedule(initiative: models.Initiative) -> Schedule:
    """Standing phases, and the milestones whose body stands; keys are public ids."""
    phases = tuple(_phase(row) for row in models.Phase.objects.of(initiative).standing())
    rows = models.Milestone.objects.of(initiative).standing().filter(body__set_aside_on=None).select_related("body", "phase")
    known = {phase.key for phase in phases}
    meetings = tuple(_meeting(row, known) for row in rows.order_by("body__rank", "body_id", "rank", "id"))
    deadline = Deadline(initiative.deadline_on, initiative.deadline_reason) if initiative.deadline_on else None
    return Schedule(phases, meetings, initiative.starts_on, deadline)


def _phase(row: models.Phase) -> Phase:
    return Phase(str(row.public_id), row.name, row.months, row.starts_on, row.ended_on)


def _meeting(row: models.Milestone, phases: set[str]) -> Meeting:
    phase = str(row.phase.public_id) if row.phase else ""
    return Meeting(
        key=str(row.public_id),
        label=row.label,
        kind=MeetingKind(row.kind),
        planned_on=row.planned_on,
        happened_on=row.happened_on,
        body=row.body.name if row.body else "",
        is_steering=row.body is not None and row.body.kind == BodyKind.STEERING,
        phase=phase if phase in phases else "",
    )
