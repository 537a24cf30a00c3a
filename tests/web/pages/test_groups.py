"""Working groups on screen: their list, one of them, its tasks, its notes, the work on a project."""

import re
import uuid

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.web.pages.test_process_pages import words
from tests.web.scene import DAY, Scene

from semailles.core.models import Person
from semailles.projects.actions import add_task, entrust
from semailles.projects.entries_of_work import TaskEntry
from semailles.projects.models import GroupNote, Project, WorkTask
from semailles.workshop.actions import add_body, set_aside
from semailles.workshop.entries import BodyEntry
from semailles.workshop.models import Mandate

LIST_QUERIES = 10
ONE_QUERIES = 14
WORK_QUERIES = 8


@pytest.mark.parametrize("count", [1, 3])
def test_more_groups_ask_no_more_queries(
    scene: Scene, browser: Client, local: Person, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    for rank in range(count):
        group = add_body(scene.initiative, BodyEntry(f"Groupe {rank}"), by=local)
        add_task(scene.initiative, TaskEntry("Appeler", group=group, project=scene.project), by=local)
    browser.get(reverse("groups"))

    with django_assert_num_queries(LIST_QUERIES):
        page = browser.get(reverse("groups")).content.decode()

    assert len(re.findall(r'scope="row"', page)) == count


@pytest.mark.parametrize("count", [1, 3])
def test_more_work_asks_no_more_queries(
    scene: Scene, browser: Client, local: Person, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    group = scene.group
    for rank in range(count):
        add_task(scene.initiative, TaskEntry(f"Appeler {rank}", group=group, project=scene.project), by=local)
        GroupNote.objects.create(initiative=scene.initiative, group=group, on="2015-03-02", text="Une note")
        Mandate.objects.create(initiative=scene.initiative, body=group, name=f"Ana {rank}", actor=scene.actor)
    page, work = reverse("group", args=[group.public_id]), reverse("project-work", args=[scene.project.number])

    browser.get(page)

    with django_assert_num_queries(ONE_QUERIES):
        said = browser.get(page).content.decode()
    with django_assert_num_queries(WORK_QUERIES):
        shown = browser.get(work).content.decode()

    assert (said.count('id="tache-'), said.count('id="note-'), shown.count('id="tache-')) == (count, count, count)


def test_a_task_is_written_from_the_page_of_a_project_and_comes_back_to_it(scene: Scene, browser: Client) -> None:
    work = reverse("project-work", args=[scene.project.number])
    typed = {
        "what": "Appeler le maire",
        "who": "Ana",
        "due_on": "28/02/2028",
        "project": str(scene.project.public_id),
        "key": str(uuid.uuid4()),
    }

    answer = browser.post(f"{reverse('task-add')}?projet={scene.project.number}&retour={work}", typed)

    assert (answer.status_code, answer["Location"]) == (302, work)
    assert "for 28 February 2028" in words(browser.get(work))


def test_a_gesture_never_leads_out_of_the_site(scene: Scene, browser: Client) -> None:
    task = scene.task

    answer = browser.post(f"{reverse('task-finish', args=[task.public_id])}?retour=https://ailleurs.example/")

    assert answer["Location"] == f"{reverse('group', args=[scene.group.public_id])}#tache-{task.public_id}"


def test_a_task_for_nobody_is_said_and_nothing_typed_is_lost(scene: Scene, browser: Client) -> None:
    response = browser.post(reverse("task-add"), {"what": "Appeler le maire", "due_on": "30 février", "key": str(uuid.uuid4())})

    assert response.status_code == 422
    assert 'value="Appeler le maire"' in response.content.decode()
    assert WorkTask.objects.count() == 0


def test_a_task_is_done_in_one_click_and_begun_again(scene: Scene, browser: Client) -> None:
    task = scene.task

    done = words(browser.post(reverse("task-finish", args=[task.public_id]), follow=True))
    browser.post(reverse("task-again", args=[task.public_id]))

    assert "1 task done" in done
    assert WorkTask.objects.get(pk=task.pk).done_on is None


def test_a_group_takes_a_project_in_hand_and_gives_it_up(scene: Scene, browser: Client) -> None:
    group = scene.group
    taken = words(browser.post(reverse("group-entrust", args=[group.public_id]), {"project": str(scene.project.public_id)}, follow=True))

    browser.post(reverse("group-give-up", args=[group.public_id, scene.project.number]))

    assert f"{scene.project.title} Idea" in taken.replace("idea", "Idea")
    assert Project.objects.get(pk=scene.project.pk).group is None


def test_taking_a_project_from_another_group_is_said(scene: Scene, browser: Client, local: Person) -> None:
    other = add_body(scene.initiative, BodyEntry("Un autre groupe"), by=local)
    entrust(scene.project, scene.group, by=local)
    typed = {"project": str(scene.project.public_id)}

    said = [
        words(browser.post(reverse("group-entrust", args=[other.public_id]), typed, follow=True)).count("had it until now")
        for _time in range(2)
    ]

    assert said == [1, 0]


def test_a_task_set_aside_leads_to_no_line_that_is_not_there(scene: Scene, browser: Client) -> None:
    answer = browser.post(reverse("task-set-aside", args=[scene.task.public_id]), {"reason": "faite par d'autres"})

    assert answer["Location"] == reverse("group", args=[scene.group.public_id])


def test_another_group_does_not_give_a_project_up(scene: Scene, browser: Client, local: Person) -> None:
    other = add_body(scene.initiative, BodyEntry("Un autre groupe"), by=local)
    entrust(scene.project, scene.group, by=local)

    browser.post(reverse("group-give-up", args=[other.public_id, scene.project.number]))

    assert Project.objects.get(pk=scene.project.pk).group == scene.group


def test_a_note_is_written_mended_and_set_aside(scene: Scene, browser: Client) -> None:
    group = scene.group
    typed = {"on": "02/03/2015", "text": "- On commence par la légumerie\n- Ana appelle le maire", "key": str(uuid.uuid4())}
    browser.post(reverse("group-note-add", args=[group.public_id]), typed)
    note = GroupNote.objects.get()
    browser.post(reverse("group-note", args=[note.public_id]), {**typed, "text": "Rien de décidé.", "revision": "0"})

    mended = words(browser.get(reverse("group", args=[group.public_id])))
    browser.post(reverse("group-note-set-aside", args=[note.public_id]), {"reason": "écrite deux fois"})

    assert "Rien de décidé." in mended
    assert GroupNote.objects.get().set_aside_reason == "écrite deux fois"


def test_two_tabs_on_one_note_do_not_undo_each_other(scene: Scene, browser: Client) -> None:
    address = reverse("group-note", args=[scene.note.public_id])

    answers = [browser.post(address, {"on": "02/03/2015", "text": text, "revision": "0"}).status_code for text in ("Un", "Deux")]

    assert (answers, GroupNote.objects.get().text) == ([302, 409], "Un")


def test_somebody_designated_from_a_group_is_read_on_its_page(scene: Scene, browser: Client) -> None:
    page = reverse("group", args=[scene.group.public_id])
    typed = {"name": "Ana", "function": "membre", "key": str(uuid.uuid4())}

    said = words(browser.post(f"{reverse('entry-add', args=['mandats'])}?dans={scene.group.public_id}&retour={page}", typed, follow=True))

    assert "Its members Designate somebody Ana member" in said


def test_a_group_that_was_set_aside_is_said_on_its_projects_and_leads_nowhere(scene: Scene, browser: Client, local: Person) -> None:
    group = scene.group
    add_task(scene.initiative, TaskEntry("Appeler", group=group, project=scene.project), by=local)
    entrust(scene.project, group, by=local)
    set_aside(group, "plus personne", on=DAY, by=local)

    page = browser.get(reverse("project-work", args=[scene.project.number]))

    assert f"{group} was set aside (plus personne): give the project to another group." in words(page)
    assert reverse("group", args=[group.public_id]) not in page.content.decode()
