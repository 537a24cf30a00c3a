"""The time of all projects on one page, and in everybody's diary."""

from datetime import date

import pytest
from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries, Settings
from tests.web.scene import Scene
from tests.web.seen import text

from semailles.projects.models import Dependency, Project, ProjectMilestone

PAGE = "/porter/calendrier/"


@pytest.fixture(autouse=True)
def monday(settings: Settings) -> None:
    settings.TODAY = date(2027, 7, 20)


@pytest.fixture
def carried(scene: Scene) -> Project:
    Project.objects.filter(pk=scene.project.pk).update(taken_up_on=date(2027, 7, 1), deadline_on=date(2027, 9, 30))
    return scene.project


def test_with_nothing_carried_the_page_says_where_to_begin(scene: Scene, browser: Client) -> None:
    assert "No milestone yet: write them on the calendar of each project." in text(browser.get(PAGE).content)


def test_what_waits_across_projects_is_seen(carried: Project, scene: Scene, browser: Client) -> None:
    other = Project.objects.create(initiative=scene.initiative, number=40, title="Un pédibus", taken_up_on=date(2027, 7, 1))
    walk = ProjectMilestone.objects.create(initiative=scene.initiative, project=other, label="Premier trajet", planned_on=date(2027, 8, 1))
    Dependency.objects.create(initiative=scene.initiative, before=scene.milestone, after=walk)

    page = text(browser.get(PAGE).content)

    assert (
        "“Premier trajet” (project 40) is planned for 1 August 2027, but what it waits for leaves it no day before 1 September 2027."
        in page
    )
    assert page.count("<svg") == 0
    assert browser.get(PAGE).content.count(b'class="milestones-0"') == 1


def test_the_diary_holds_the_milestones_and_the_deadline(carried: Project, browser: Client) -> None:
    content = browser.get("/porter/1/calendrier.ics").content.decode().replace("\r\n ", "")

    assert [line for line in content.split("\r\n") if line.startswith(("SUMMARY", "DTSTART", "STATUS"))] == [
        "DTSTART;VALUE=DATE:20270720",
        "SUMMARY:Permis de construire (projet 1)",
        "STATUS:TENTATIVE",
        "DTSTART;VALUE=DATE:20270901",
        "SUMMARY:Ouverture (projet 1)",
        "STATUS:CONFIRMED",
        "DTSTART;VALUE=DATE:20270930",
        "SUMMARY:Échéance extérieure (projet 1)",
        "STATUS:CONFIRMED",
    ]


@pytest.mark.parametrize("many", [1, 3])
def test_the_page_asks_the_same_whatever_the_projects(
    many: int, carried: Project, scene: Scene, browser: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    browser.get(PAGE)
    for number in range(40, 40 + many):
        other = Project.objects.create(initiative=scene.initiative, number=number, title="Un pédibus", taken_up_on=date(2027, 7, 1))
        ProjectMilestone.objects.create(initiative=scene.initiative, project=other, label="Premier trajet", planned_on=date(2027, 8, 1))

    with django_assert_num_queries(6):
        assert text(browser.get(PAGE).content).count("Premier trajet") >= many
