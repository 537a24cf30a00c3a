"""« My day » on screen: a name chosen, a message ready, a task done from there."""

from datetime import date

from django.test import Client
from django.urls import reverse
from tests.web.pages.test_process_pages import words
from tests.web.scene import Scene

from semailles.core.models import Person
from semailles.projects.actions import add_task
from semailles.projects.entries_of_work import TaskEntry
from semailles.projects.models import Project


def test_the_day_of_somebody_holds_their_task_their_sheet_and_whom_to_ask(scene: Scene, browser: Client, local: Person) -> None:
    task = add_task(scene.initiative, TaskEntry("Appeler le maire", "Ana", project=scene.project), by=local)
    Project.objects.filter(pk=scene.project.pk).update(remind_on=date(2015, 3, 2), status_owner="Zoé")
    address = f"{reverse('day')}?qui=ANA"

    page = browser.get(address)
    done = browser.post(f"{reverse('task-finish', args=[task.public_id])}?retour={address}")

    said = words(page)
    assert "The day of Ana 1 task to do, 1 sheet, 1 reminder to send." in said
    assert "Zoé · " in said
    assert 'href="mailto:?subject=' in page.content.decode()
    assert (done["Location"], "0 tasks to do, 0 sheets" in words(browser.get(address))) == (address, False)


def test_a_name_that_nobody_bears_shows_the_day_of_the_team(scene: Scene, browser: Client) -> None:
    assert "The day of the team" in words(browser.get(f"{reverse('day')}?qui=Personne"))
