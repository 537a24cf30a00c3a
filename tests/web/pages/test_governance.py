"""Bodies, who sits in them, their meetings; and what must be there before measuring and sowing."""

from datetime import date, timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings
from tests.web.scene import Scene

from semailles.projects.enums import Maturity
from semailles.projects.models import Project
from semailles.web.pages.governance.sittings import lede, seated
from semailles.workshop.calendar import process_calendar
from semailles.workshop.models import Body, Initiative, Milestone
from semailles.workshop.queries import bodies_with_mandates

DAY = date(2027, 3, 10)
QUERIES = 10


def sittings(initiative: Initiative) -> list[tuple[str, str, str, str]]:
    bodies = seated(bodies_with_mandates(initiative, on=DAY), process_calendar(initiative, on=DAY))
    return [(one.meeting.label, one.when, one.state, one.minutes) for body in bodies for one in body.sittings]


def test_a_meeting_without_a_day_shows_the_one_that_the_calendar_suggests(scene: Scene) -> None:
    assert sittings(scene.initiative) == [
        ("lancement", "1 February 2027", "suggested date", ""),
        ("validation", "31 May 2027", "suggested date", ""),
    ]


def test_a_meeting_that_was_held_says_whether_its_minutes_are_adopted(scene: Scene) -> None:
    meetings = Milestone.objects.of(scene.initiative).filter(label="lancement")
    meetings.update(happened_on=DAY - timedelta(days=20), minutes_on=DAY - timedelta(days=10))

    assert sittings(scene.initiative)[0] == ("lancement", "18 February 2027", "held", "28 February 2027")


def test_a_day_that_passed_asks_whether_the_meeting_was_held(scene: Scene) -> None:
    Milestone.objects.of(scene.initiative).filter(label="lancement").update(planned_on=DAY - timedelta(days=1))

    assert sittings(scene.initiative)[0] == ("lancement", "9 March 2027", "was it held?", "")


def test_the_lede_counts_bodies_and_meetings(scene: Scene) -> None:
    bodies = seated(bodies_with_mandates(scene.initiative, on=DAY), process_calendar(scene.initiative, on=DAY))

    assert lede(bodies) == "1 body, 2 meetings, none held yet. 2 still have no day that people agreed on."


@pytest.mark.parametrize("more", [0, 2])
def test_more_bodies_ask_no_more_queries(
    scene: Scene, browser: Client, settings: Settings, django_assert_num_queries: DjangoAssertNumQueries, more: int
) -> None:
    settings.TODAY = DAY
    Body.objects.bulk_create(Body(initiative=scene.initiative, name=f"Groupe {rank}", kind="groupe", rank=5 + rank) for rank in range(more))
    browser.get("/gouverner/")

    with django_assert_num_queries(QUERIES):
        page = browser.get("/gouverner/").content.decode()

    assert page.count("Who sits") == 1 + more


def test_a_sheet_that_is_proposed_waits_for_a_decision(scene: Scene, browser: Client) -> None:
    Project.objects.of(scene.initiative).update(maturity=Maturity.PROPOSED)

    assert f'<a href="/porter/1/">1. {scene.project.title}</a>' in browser.get("/gouverner/").content.decode()


def test_without_a_body_the_next_gesture_is_said(initiative: Initiative, browser: Client) -> None:
    page = browser.get("/gouverner/").content.decode()

    assert "No body yet: nobody can take a decision." in page
    assert 'href="/demarche/instances/ajouter/"' in page


def test_measuring_says_what_it_waits_for(scene: Scene, browser: Client) -> None:
    page = browser.get("/mesurer/").content.decode()

    assert "1 draft sheet out of 1 lacks its place or its public: without them nothing can be counted." in page


def test_sowing_says_what_it_waits_for(scene: Scene, browser: Client) -> None:
    assert "0 out of 1." in browser.get("/essaimer/").content.decode()
