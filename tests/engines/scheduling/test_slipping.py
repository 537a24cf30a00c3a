"""A phase that slips moves what follows, and the plan says by how much."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from founding import BEFORE, DEADLINE, FOUNDING, WORK, WRITING

from semailles.engines.scheduling import Deadline, Meeting, Notice, NoticeKind, Phase, PhaseState, Plan, Push, Schedule, Slip, plan


def with_phases(*phases: Phase, on: date, deadline: Deadline | None = DEADLINE) -> Plan:
    return plan(replace(FOUNDING, phases=phases, deadline=deadline), on=on)


def test_a_phase_that_ended_later_moves_what_follows() -> None:
    result = with_phases(replace(WORK, ended_on=date(2015, 5, 13)), WRITING, on=date(2015, 5, 14), deadline=Deadline(date(2015, 6, 5)))

    assert [(one.starts_on, one.ends_on, one.slip_days) for one in result.phases] == [
        (date(2015, 2, 2), date(2015, 5, 13), 12),
        (date(2015, 5, 14), date(2015, 6, 13), 12),
    ]
    assert result.slips == (
        Slip("work", "Travaux", 12, date(2015, 5, 13), False, (Push("Rédaction", 12, date(2015, 6, 13)),), ("Rédaction",)),
    )
    assert result.overrun_days == 8


def test_a_phase_that_should_be_over_and_is_not_moves_what_follows() -> None:
    result = with_phases(WORK, WRITING, on=date(2015, 5, 20))

    assert [(one.state, one.delay_days) for one in result.phases] == [(PhaseState.LATE, 19), (PhaseState.TO_COME, 0)]
    assert result.slips == (Slip("work", "Travaux", 19, date(2015, 5, 20), True, (Push("Rédaction", 19, date(2015, 6, 20)),)),)


def test_on_its_last_day_a_phase_is_not_late() -> None:
    result = with_phases(WORK, WRITING, on=date(2015, 5, 1))

    assert ([one.state for one in result.phases], result.slips) == ([PhaseState.RUNNING, PhaseState.TO_COME], ())


def test_a_phase_that_ended_early_brings_forward_what_follows() -> None:
    result = with_phases(replace(WORK, ended_on=date(2015, 4, 20)), WRITING, on=date(2015, 4, 21))

    assert (result.phases[1].starts_on, result.phases[1].ends_on, result.slips) == (date(2015, 4, 21), date(2015, 5, 20), ())


def test_slack_left_by_hand_takes_up_the_delay() -> None:
    writing = replace(WRITING, starts_on=date(2015, 5, 11))
    within = with_phases(replace(WORK, ended_on=date(2015, 5, 6)), writing, on=date(2015, 5, 7))
    beyond = with_phases(replace(WORK, ended_on=date(2015, 5, 13)), writing, on=date(2015, 5, 14))

    assert [found.phases[1].starts_on for found in (within, beyond)] == [date(2015, 5, 11), date(2015, 5, 14)]
    assert [found.slips[0].pushes for found in (within, beyond)] == [(), (Push("Rédaction", 3, date(2015, 6, 13)),)]


def test_a_phase_that_overlaps_by_hand_is_not_pushed() -> None:
    writing = replace(WRITING, starts_on=date(2015, 4, 17))
    result = with_phases(replace(WORK, ended_on=date(2015, 5, 13)), writing, on=date(2015, 5, 14))

    assert (result.phases[1].starts_on, result.slips[0].pushes) == (date(2015, 4, 17), ())


def test_a_phase_before_one_that_ended_is_over_without_a_word() -> None:
    result = with_phases(WORK, replace(WRITING, ended_on=date(2015, 6, 1)), on=date(2015, 7, 1))

    assert ([one.state for one in result.phases], result.slips) == ([PhaseState.OVER, PhaseState.OVER], ())


def test_a_calendar_that_nobody_kept_is_said_and_not_made_late_for_ever() -> None:
    result = with_phases(WORK, WRITING, on=date(2026, 7, 1))

    assert (result.ends_on, result.slips) == (date(2015, 6, 1), ())
    assert result.notices == (Notice(NoticeKind.NOT_KEPT, day=date(2015, 6, 1)),)
    assert result.fit is not None
    assert [one.ends_on for one in result.fit.shortenings] == [date(2015, 3, 31)]


def test_what_is_past_is_not_asked_to_be_shorter() -> None:
    result = with_phases(WORK, WRITING, on=date(2015, 4, 10))

    assert result.fit is not None
    assert result.fit.shortenings == ()


def test_a_meeting_meant_for_the_end_of_a_phase_comes_too_early_when_it_slips() -> None:
    reading = Meeting("reading", "relecture", planned_on=date(2015, 6, 1), phase="writing")
    schedule = Schedule((replace(WORK, ended_on=date(2015, 5, 13)), WRITING), (reading,), date(2015, 2, 2))
    result = plan(schedule, on=date(2015, 5, 14))

    assert [slip.makes_late for slip in result.slips] == [("relecture",)]


def test_two_phases_that_slip_each_say_their_own_days() -> None:
    phases = (
        replace(WORK, ended_on=date(2015, 5, 3)),
        replace(WRITING, ended_on=date(2015, 6, 13)),
        Phase("print", "Impression", Decimal("0.5")),
    )
    result = with_phases(*phases, on=date(2015, 6, 14), deadline=None)

    assert [(slip.name, slip.days, [(push.name, push.days) for push in slip.pushes]) for slip in result.slips] == [
        ("Travaux", 2, [("Rédaction", 2), ("Impression", 12)]),
        ("Rédaction", 10, [("Impression", 12)]),
    ]


def test_before_the_start_nothing_is_late() -> None:
    assert with_phases(WORK, WRITING, on=BEFORE).slips == ()
