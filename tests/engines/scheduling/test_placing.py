"""Meetings that nobody has dated find a place in the phases."""

from dataclasses import replace
from datetime import date

from founding import APPROVAL, BEFORE, FOUNDING, LAUNCH, WORK, WRITING

from semailles.engines.scheduling import Deadline, Meeting, MeetingState, Plan, Schedule, plan


def days(*meetings: Meeting, deadline: Deadline | None = None, starts_on: date = date(2015, 2, 2)) -> list[date | None]:
    return [one.on for one in _plan(*meetings, deadline=deadline, starts_on=starts_on).meetings]


def _plan(*meetings: Meeting, deadline: Deadline | None, starts_on: date) -> Plan:
    return plan(Schedule((WORK, WRITING), meetings, starts_on, deadline), on=BEFORE)


def test_the_steering_committee_meets_at_the_launch_and_when_the_work_closes() -> None:
    assert days(LAUNCH, APPROVAL) == [date(2015, 2, 2), date(2015, 6, 1)]


def test_the_last_steering_meeting_comes_before_the_deadline() -> None:
    assert days(LAUNCH, APPROVAL, deadline=Deadline(date(2015, 4, 30))) == [date(2015, 2, 2), date(2015, 4, 30)]


def test_nobody_meets_on_a_sunday() -> None:
    assert days(LAUNCH, APPROVAL, starts_on=date(2015, 2, 1)) == [date(2015, 2, 2), date(2015, 5, 29)]


def test_a_third_steering_meeting_stands_between_the_two() -> None:
    assert days(LAUNCH, replace(LAUNCH, key="halfway", label="étape"), APPROVAL)[1] == date(2015, 4, 2)


def test_a_single_steering_meeting_launches_the_work() -> None:
    assert days(LAUNCH) == [date(2015, 2, 2)]


def test_working_groups_meet_during_the_work() -> None:
    group = [Meeting(str(rank), label, body="Groupe 1") for rank, label in enumerate(("mise en commun", "relecture des fiches"))]

    assert days(*group) == [date(2015, 3, 3), date(2015, 4, 1)]


def test_a_date_given_by_people_is_kept_and_the_others_make_room() -> None:
    group = [Meeting(str(rank), "réunion", body="Groupe 1") for rank in range(3)]
    group[0] = replace(group[0], planned_on=date(2015, 3, 21))  # a Saturday: people do as they like

    assert days(*group) == [date(2015, 3, 21), date(2015, 4, 3), date(2015, 4, 17)]


def test_a_launch_comes_before_what_people_dated_earlier() -> None:
    assert days(LAUNCH, replace(APPROVAL, planned_on=date(2015, 1, 15))) == [date(2015, 1, 15), date(2015, 1, 15)]


def test_a_milestone_stands_at_the_end_of_its_phase() -> None:
    found = _plan(Meeting("draft", "première maquette", phase="work"), deadline=Deadline(date(2015, 4, 30)), starts_on=date(2015, 2, 2))

    assert [(one.on, one.latest_on) for one in found.meetings] == [(date(2015, 5, 1), date(2015, 3, 31))]


def test_what_belongs_to_nothing_stays_without_a_date() -> None:
    assert days(Meeting("one", "rencontre")) == [None]


def test_what_happened_stays_on_its_day() -> None:
    held = replace(LAUNCH, planned_on=date(2015, 2, 2), happened_on=date(2015, 2, 11))
    found = plan(replace(FOUNDING, meetings=(held, APPROVAL)), on=date(2015, 3, 1))

    assert [(one.on, one.latest_on) for one in found.meetings] == [
        (date(2015, 2, 11), date(2015, 1, 1)),
        (date(2015, 4, 30), date(2015, 4, 30)),
    ]


def test_a_day_that_would_have_been_suggested_and_is_past_is_not_suggested() -> None:
    found = plan(FOUNDING, on=date(2015, 3, 1))

    assert [one.state for one in found.meetings] == [MeetingState.UNRECORDED, MeetingState.SUGGESTED]
