"""What holds for every plan, whatever people wrote."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from semailles.engines.scheduling import Deadline, Meeting, MeetingState, Phase, Schedule, last_day, plan

DAYS = st.dates(date(2012, 1, 1), date(2032, 12, 31))
MONTHS = st.integers(1, 120).map(lambda tenths: Decimal(tenths) / 10)
MAYBE = st.none() | DAYS


@st.composite
def chains(draw: st.DrawFn) -> Schedule:
    """Phases that follow each other, from a start, with a deadline."""
    lengths = draw(st.lists(MONTHS, min_size=1, max_size=6))
    phases = tuple(Phase(str(rank), f"phase {rank}", months) for rank, months in enumerate(lengths))
    return Schedule(phases, (), draw(DAYS), Deadline(draw(DAYS)))


@st.composite
def anything(draw: st.DrawFn) -> Schedule:
    """Phases with or without days of their own, meetings of bodies and milestones, dated or not."""
    count = draw(st.integers(0, 5))
    phases = tuple(Phase(str(rank), f"phase {rank}", draw(MONTHS), draw(MAYBE), draw(MAYBE)) for rank in range(count))
    keys = st.sampled_from(["", *(phase.key for phase in phases)])
    meetings = tuple(
        Meeting(
            f"m{rank}", "", planned_on=draw(MAYBE), happened_on=draw(MAYBE), body=draw(st.sampled_from(["", "a", "b"])), phase=draw(keys)
        )
        for rank in range(draw(st.integers(0, 5)))
    )
    steering = tuple(replace(meeting, is_steering=meeting.body == "a") for meeting in meetings)
    deadline = draw(st.none() | DAYS.map(Deadline))
    return Schedule(phases, steering, draw(MAYBE), deadline)


@given(chains(), DAYS)
def test_the_latest_start_makes_the_deadline_and_one_day_later_does_not(schedule: Schedule, on: date) -> None:
    assert schedule.deadline is not None
    start = plan(schedule, on=on).phases[0].latest_start
    assert start is not None
    fits, fails = (plan(replace(schedule, starts_on=day), on=start) for day in (start, start + timedelta(days=1)))

    assert (fits.overrun_days, fails.overrun_days > 0) == (0, True)


@given(chains())
def test_the_reverse_plan_keeps_the_order_of_phases(schedule: Schedule) -> None:
    found = plan(schedule, on=date(2012, 1, 1)).phases
    ends = [day for one in found for day in (one.latest_start, one.latest_end) if day]

    assert ends == sorted(ends)


@given(chains())
def test_each_phase_begins_on_the_day_after_the_one_before(schedule: Schedule) -> None:
    assert schedule.starts_on is not None
    found = plan(schedule, on=schedule.starts_on).phases

    assert [one.starts_on for one in found] == [schedule.starts_on, *(one.ends_on + timedelta(days=1) for one in found[:-1])]


@given(chains())
def test_each_shortening_makes_the_deadline_by_itself(schedule: Schedule) -> None:
    assert schedule.starts_on is not None
    found = plan(schedule, on=schedule.starts_on)
    shorter = [(one.key, one.months) for one in (found.fit.shortenings if found.fit else ())]
    results = [
        plan(
            replace(schedule, phases=tuple(replace(p, months=months) if p.key == key else p for p in schedule.phases)),
            on=schedule.starts_on,
        )
        for key, months in shorter
    ]

    assert [result.overrun_days for result in results] == [0] * len(shorter)


@given(chains(), DAYS)
def test_a_slip_never_makes_the_plan_end_earlier(schedule: Schedule, on: date) -> None:
    found = plan(schedule, on=on)

    assert found.ends_on is not None
    assert found.planned_end is not None
    assert found.ends_on >= found.planned_end


@given(anything(), DAYS)
def test_no_plan_has_a_negative_length_and_all_that_was_written_is_in_it(schedule: Schedule, on: date) -> None:
    found = plan(schedule, on=on)

    assert [one for one in found.phases if one.ends_on < one.starts_on or one.planned_end < one.planned_start or one.delay_days < 0] == []
    assert [one.meeting for one in found.meetings] == list(schedule.meetings)
    assert [one.phase for one in found.phases] in ([], list(schedule.phases))
    assert found.overrun_days >= 0


@given(anything(), DAYS)
def test_dates_that_people_gave_are_kept(schedule: Schedule, on: date) -> None:
    found = plan(schedule, on=on)

    assert [
        one.on for one in found.meetings if one.state not in {MeetingState.SUGGESTED, MeetingState.UNRECORDED, MeetingState.UNDATED}
    ] == [meeting.happened_on or meeting.planned_on for meeting in schedule.meetings if meeting.happened_on or meeting.planned_on]
    assert [one.ends_on for one in found.phases if one.phase.ended_on] == [
        phase.ended_on for phase in schedule.phases if phase.ended_on and found.phases
    ]


@given(st.dates(date(2012, 1, 1), date(2032, 12, 31)), MONTHS)
def test_a_plan_of_one_phase_ends_on_its_last_day(start: date, months: Decimal) -> None:
    found = plan(Schedule((Phase("a", "a", months),), (), start), on=start)

    assert found.ends_on == last_day(start, months)
