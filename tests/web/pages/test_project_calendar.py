"""The page of a project's time."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import DjangoAssertNumQueries, Settings
from tests.web.scene import Scene
from tests.web.seen import text

from semailles.projects.models import Dependency, Project, ProjectMilestone

PAGE = "/porter/1/calendrier/"


@pytest.fixture(autouse=True)
def monday(settings: Settings) -> None:
    settings.TODAY = date(2027, 7, 20)


def test_a_milestone_is_written_and_moves_what_waits_for_it(scene: Scene, browser: Client) -> None:
    browser.post(f"{PAGE}ajouter/", {"label": "Essai en cuisine", "planned_on": "1/7/2027", "responsible": "le groupe de travail"})
    trial = ProjectMilestone.objects.get(label="Essai en cuisine")
    browser.post(reverse("project-milestone-wait", args=[1, scene.milestone.public_id]), {"before": str(trial.public_id), "lag_days": "50"})

    page = text(browser.get(PAGE).content)

    assert "“Essai en cuisine” (project 1) was planned for 1 July 2027 and nobody wrote that it was reached: it is 19 days late." in page
    assert "It puts off “Ouverture” (project 1) by 7 days, to 8 September 2027 at the earliest." in page


def test_the_29th_of_february_of_an_ordinary_year_is_refused_in_words(scene: Scene, browser: Client) -> None:
    answer = browser.post(f"{PAGE}ajouter/", {"label": "Ouverture", "planned_on": "29/02/2027"})

    assert answer.status_code == 422
    assert "29/02/2027" in text(answer.content)
    assert "29" in text(answer.content)
    assert ProjectMilestone.objects.count() == 2


def test_two_tabs_never_undo_each_other(scene: Scene, browser: Client) -> None:
    url = reverse("project-milestone", args=[1, scene.milestone.public_id])
    browser.post(url, {"label": "Ouverture au public", "revision": "0"})

    answer = browser.post(url, {"label": "Ouverture aux écoles", "revision": "0"})

    assert answer.status_code == 409
    assert "Ouverture au public" in text(answer.content)
    assert ProjectMilestone.objects.get(pk=scene.milestone.pk).label == "Ouverture au public"


def test_reached_set_aside_and_put_back(scene: Scene, browser: Client) -> None:
    for route, typed in (
        ("project-milestone-reach", {"on": "19/07/2027"}),
        ("project-milestone-set-aside", {"reason": "compté deux fois"}),
        ("project-milestone-put-back", {}),
    ):
        browser.post(reverse(route, args=[1, scene.milestone.public_id]), typed)

    kept = ProjectMilestone.objects.get(pk=scene.milestone.pk)
    assert (kept.real_on, kept.is_standing) == (date(2027, 7, 19), True)


def test_a_wait_stops_with_its_reason(scene: Scene, browser: Client) -> None:
    browser.post(reverse("project-wait-set-aside", args=[1, scene.wait.public_id]), {"reason": "le permis n'est plus nécessaire"})

    assert list(Dependency.objects.values_list("set_aside_reason", flat=True)) == ["le permis n'est plus nécessaire"]


def test_a_circle_is_refused_on_the_page(scene: Scene, browser: Client) -> None:
    url = reverse("project-milestone-wait", args=[1, scene.wait.before.public_id])
    Project.objects.filter(number=1).update(taken_up_on=date(2027, 7, 1))

    answer = browser.post(url, {"before": str(scene.milestone.public_id)})

    assert answer.status_code == 422
    assert "The circle has no way out" in text(answer.content)


@pytest.mark.parametrize("many", [1, 3])
def test_the_page_asks_the_same_whatever_the_milestones(
    many: int, scene: Scene, browser: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    browser.get(PAGE)
    Project.objects.filter(number=1).update(taken_up_on=date(2027, 7, 1))
    for rank in range(many):
        one = ProjectMilestone.objects.create(initiative=scene.initiative, project=scene.project, label=f"Jalon {rank}")
        Dependency.objects.create(initiative=scene.initiative, before=scene.milestone, after=one)
    with django_assert_num_queries(8):
        assert f"{2 + many} milestones" in text(browser.get(PAGE).content)
