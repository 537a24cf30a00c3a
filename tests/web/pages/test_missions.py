"""Missions on screen: who is hired, for what, and what falls on each project."""

import uuid

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.web.pages.test_process_pages import words
from tests.web.scene import Scene

from semailles.core.models import Person
from semailles.projects.actions import drop_project
from semailles.projects.models import ProjectMission
from semailles.workshop.models import Mission

QUERIES = 6


def typed(scene: Scene, **fields: object) -> dict[str, object]:
    return {"who": "Ana", "fee": "3 k€", "tax_base": "HT", "shaped": [str(scene.project.public_id)], "key": str(uuid.uuid4()), **fields}


@pytest.mark.parametrize("count", [1, 3])
def test_more_missions_ask_no_more_queries(
    scene: Scene, browser: Client, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    for rank in range(count):
        browser.post(reverse("mission-add"), typed(scene, who=f"Ana {rank}"))
    browser.get(reverse("missions"))

    with django_assert_num_queries(QUERIES):
        page = browser.get(reverse("missions")).content.decode()

    assert page.count('id="mission-') == count


def test_a_mission_is_written_with_its_projects_and_read_on_each(scene: Scene, browser: Client) -> None:
    said = words(browser.post(reverse("mission-add"), typed(scene), follow=True))

    assert "1 mission, €3,000 before tax" in said
    assert "on no line of the budget" in said
    for page in ("project-work", "project-money"):
        assert "What shaping it costs All the missions Who" in words(browser.get(reverse(page, args=[scene.project.number])))


def test_two_tabs_on_one_mission_write_neither_its_fee_nor_its_projects_twice(scene: Scene, browser: Client) -> None:
    mission = scene.mission
    address = reverse("mission", args=[mission.public_id])
    first = browser.post(address, typed(scene, who="Zoé", revision="1"))

    second = browser.post(address, typed(scene, who="Max", shaped=[], revision="1"))

    assert (first.status_code, second.status_code) == (302, 409)
    assert (Mission.objects.get(pk=mission.pk).who, ProjectMission.objects.count()) == ("Zoé", 1)


def test_what_the_file_says_of_its_projects_in_words_stays(scene: Scene, browser: Client) -> None:
    mission = scene.mission
    Mission.objects.filter(pk=mission.pk).update(projects="les fiches 1 à 6")

    browser.post(reverse("mission", args=[mission.public_id]), typed(scene, who="Zoé", revision="1"))

    assert Mission.objects.filter(who="Zoé").values_list("projects", flat=True).get() == "les fiches 1 à 6"


def test_a_mission_is_delivered_then_paid_and_comes_back_to_the_list(scene: Scene, browser: Client) -> None:
    mission, back = scene.mission, reverse("missions")
    for gesture in ("livrer", "payer"):
        answer = browser.post(
            f"{reverse('entry-gesture', args=['missions', mission.public_id, gesture])}?retour={back}", {"on": "02/03/2015"}
        )

    assert answer["Location"] == back
    assert "paid on 2 March 2015" in words(browser.get(back))


def test_two_tabs_that_tick_other_projects_do_not_undo_each_other(scene: Scene, browser: Client) -> None:
    mission = scene.mission
    address, seen = reverse("mission", args=[mission.public_id]), {"deliverable": "deux fiches", "tax_base": "sans objet"}
    revision = str(Mission.objects.get(pk=mission.pk).revision)

    answers = [
        browser.post(address, typed(scene, **seen, shaped=shaped, revision=revision)).status_code
        for shaped in ([], [str(scene.project.public_id)])
    ]

    assert (answers, ProjectMission.objects.count()) == ([302, 409], 0)


def test_saving_again_after_somebody_else_chooses_every_field_and_not_the_projects_alone(scene: Scene, browser: Client) -> None:
    address = reverse("mission", args=[scene.mission.public_id])
    browser.post(address, typed(scene, fee="4500", revision="1"))

    answer = browser.post(address, typed(scene, shaped=[], revision="1"))

    assert (answer.status_code, [one.label for one in answer.context["conflict"].conflicts]) == (409, ["fee", "projects"])


def test_a_mission_says_which_of_its_projects_was_dropped(scene: Scene, browser: Client, local: Person) -> None:
    browser.post(reverse("mission-add"), typed(scene))
    drop_project(scene.project, "trop cher", by=local)
    mission = Mission.objects.get(who="Ana", fee=3000)

    pages = words(browser.get(reverse("missions"))), words(browser.get(reverse("mission", args=[mission.public_id])))

    assert [f"{scene.project} {said}" in page for said, page in zip(("dropped", "(dropped)"), pages, strict=True)] == [True, True]
