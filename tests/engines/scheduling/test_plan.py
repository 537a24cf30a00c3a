"""From a start and an outside deadline to a plan that says whether it holds."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from founding import APPROVAL, BEFORE, DEADLINE, FOUNDING, LAUNCH, WORK, WRITING

from semailles.engines.scheduling import (
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
    Schedule,
    Shortening,
    plan,
)


def test_the_founding_case_overruns_and_the_plan_says_what_would_fit() -> None:
    result = plan(FOUNDING, on=BEFORE)

    assert result == Plan(
        on=BEFORE,
        deadline=DEADLINE,
        phases=(
            PlannedPhase(
                WORK,
                date(2015, 2, 2),
                date(2015, 5, 1),
                date(2015, 2, 2),
                date(2015, 5, 1),
                PhaseState.TO_COME,
                latest_start=date(2015, 1, 1),
                latest_end=date(2015, 3, 31),
            ),
            PlannedPhase(
                WRITING,
                date(2015, 5, 2),
                date(2015, 6, 1),
                date(2015, 5, 2),
                date(2015, 6, 1),
                PhaseState.TO_COME,
                latest_start=date(2015, 4, 1),
                latest_end=date(2015, 4, 30),
            ),
        ),
        meetings=(
            PlannedMeeting(LAUNCH, date(2015, 2, 2), MeetingState.SUGGESTED, date(2015, 1, 1)),
            PlannedMeeting(APPROVAL, date(2015, 4, 30), MeetingState.SUGGESTED, date(2015, 4, 30)),
        ),
        overrun_days=32,
        fit=Fit(date(2015, 1, 1), Decimal("2.9"), Decimal(4), (Shortening("work", "Travaux", date(2015, 3, 31), Decimal("1.9")),)),
    )


def test_what_would_fit_does_fit() -> None:
    earlier = plan(replace(FOUNDING, starts_on=date(2015, 1, 1)), on=BEFORE)
    shorter = plan(replace(FOUNDING, phases=(replace(WORK, months=Decimal("1.9")), WRITING)), on=BEFORE)

    assert [(found.ends_on, found.overrun_days, found.fit) for found in (earlier, shorter)] == [
        (date(2015, 4, 30), 0, None),
        (date(2015, 4, 29), 0, None),
    ]


def test_without_a_start_the_plan_begins_as_late_as_the_deadline_allows() -> None:
    result = plan(replace(FOUNDING, starts_on=None), on=date(2014, 11, 1))

    assert (result.starts_on, result.ends_on, result.is_start_suggested) == (date(2015, 1, 1), date(2015, 4, 30), True)


def test_without_any_date_only_what_people_dated_is_kept() -> None:
    dated = replace(APPROVAL, planned_on=date(2015, 5, 20))
    result = plan(Schedule((WORK, WRITING), (LAUNCH, dated)), on=BEFORE)

    assert result == Plan(
        on=BEFORE,
        meetings=(
            PlannedMeeting(LAUNCH, None, MeetingState.UNDATED),
            PlannedMeeting(dated, date(2015, 5, 20), MeetingState.PLANNED),
        ),
        notices=(Notice(NoticeKind.NO_START),),
    )


def test_an_empty_schedule_is_an_empty_plan() -> None:
    result = plan(Schedule(), on=BEFORE)

    assert (result, result.starts_on, result.ends_on, result.months) == (Plan(on=BEFORE), None, None, 0)


def test_without_a_deadline_nothing_overruns() -> None:
    result = plan(replace(FOUNDING, deadline=None), on=BEFORE)

    assert (result.ends_on, result.overrun_days, result.fit) == (date(2015, 6, 1), 0, None)
    assert [one.latest_start for one in result.phases] == [None, None]


def test_phases_set_by_hand_may_overlap_and_it_is_said() -> None:
    writing = replace(WRITING, starts_on=date(2015, 4, 17))
    result = plan(replace(FOUNDING, phases=(WORK, writing)), on=BEFORE)

    assert (result.phases[1].starts_on, result.ends_on) == (date(2015, 4, 17), date(2015, 5, 16))
    assert result.notices == (Notice(NoticeKind.OVERLAP, "Rédaction", "Travaux", 15, date(2015, 4, 17)),)


def test_an_overlap_meant_by_hand_asks_for_less_time_before_the_deadline() -> None:
    writing = replace(WRITING, starts_on=date(2015, 4, 17))
    result = plan(replace(FOUNDING, phases=(WORK, writing)), on=BEFORE)

    assert [(one.latest_start, one.latest_end) for one in result.phases] == [
        (date(2015, 2, 1), date(2015, 4, 30)),
        (date(2015, 4, 1), date(2015, 4, 30)),
    ]


def test_a_start_after_the_deadline_is_said() -> None:
    result = plan(replace(FOUNDING, starts_on=date(2015, 6, 1)), on=BEFORE)

    assert result.notices == (Notice(NoticeKind.START_AFTER_DEADLINE, day=date(2015, 6, 1)),)
    assert result.fit == Fit(date(2015, 1, 1), Decimal(0), Decimal(4))


def test_a_single_phase_that_is_too_long_is_shortened() -> None:
    schedule = Schedule((WORK,), (), date(2015, 2, 1), Deadline(date(2015, 3, 31)))
    result = plan(schedule, on=BEFORE)

    assert result.fit == Fit(date(2015, 1, 1), Decimal(2), Decimal(3), (Shortening("work", "Travaux", date(2015, 3, 31), Decimal(2)),))


def test_a_phase_that_ends_before_the_day_set_for_its_start_is_said() -> None:
    odd = replace(WRITING, starts_on=date(2015, 5, 4), ended_on=date(2015, 4, 20))
    result = plan(replace(FOUNDING, phases=(WORK, odd)), on=date(2015, 5, 1))

    assert (result.phases[1].starts_on, result.phases[1].ends_on) == (date(2015, 4, 20), date(2015, 4, 20))
    assert result.notices == (
        Notice(NoticeKind.OVERLAP, "Rédaction", "Travaux", 1, date(2015, 4, 20)),
        Notice(NoticeKind.ENDED_BEFORE_START, "Rédaction", day=date(2015, 4, 20)),
    )


def test_a_meeting_that_was_not_held_and_one_after_the_deadline_are_said() -> None:
    launch, approval = replace(LAUNCH, planned_on=date(2015, 2, 11)), replace(APPROVAL, planned_on=date(2015, 5, 20))
    result = plan(replace(FOUNDING, meetings=(launch, approval)), on=date(2015, 2, 14))

    assert result.notices == (
        Notice(NoticeKind.MEETING_MISSED, "lancement", "Comité de pilotage", 3, date(2015, 2, 11)),
        Notice(NoticeKind.MEETING_AFTER_DEADLINE, "validation", "Comité de pilotage", 20, date(2015, 5, 20)),
    )


def test_a_deadline_of_somebody_else_is_kept_on_its_day_and_never_placed() -> None:
    report = Meeting("report", "rapport d’étape", MeetingKind.DEADLINE, date(2015, 3, 15))
    undated = Meeting("later", "vote du budget", MeetingKind.DEADLINE)
    result = plan(replace(FOUNDING, meetings=(report, undated)), on=date(2015, 3, 20))

    assert [(one.on, one.state) for one in result.meetings] == [
        (date(2015, 3, 15), MeetingState.MISSED),
        (None, MeetingState.UNDATED),
    ]
    assert result.notices == ()


def test_half_a_month_counts() -> None:
    phases = (Phase("a", "Préparer", Decimal("0.5")), Phase("b", "Faire", Decimal("1.5")))
    result = plan(Schedule(phases, (), date(2016, 2, 1)), on=BEFORE)

    assert [(one.starts_on, one.ends_on) for one in result.phases] == [
        (date(2016, 2, 1), date(2016, 2, 15)),
        (date(2016, 2, 16), date(2016, 3, 31)),
    ]
