"""Groups, their tasks and their notes."""

import uuid
from datetime import date

import pytest

from semailles.core.errors import NotAllowed
from semailles.core.models import Event, Person
from semailles.projects.actions import (
    add_task,
    begin_task_again,
    describe_note,
    describe_task,
    drop_project,
    entrust,
    finish_task,
    note_down,
    put_work_back,
    set_work_aside,
)
from semailles.projects.due import When, in_order, open_tasks
from semailles.projects.entries_of_work import NoteEntry, TaskEntry
from semailles.projects.errors import Closed
from semailles.projects.groups import group_view, groups
from semailles.projects.models import GroupNote, Project, WorkTask
from semailles.projects.people import is_same, people
from semailles.workshop.actions import add_body, designate, set_aside
from semailles.workshop.entries import BodyEntry, MandateEntry
from semailles.workshop.errors import Incorrect, NotStanding, NotYet, StaleEdit
from semailles.workshop.models import Body, Initiative

pytestmark = pytest.mark.django_db
DAY = date(2015, 3, 2)


@pytest.fixture
def group(initiative: Initiative, local: Person) -> Body:
    return add_body(initiative, BodyEntry("Groupe des cantines"), by=local)


@pytest.fixture
def project(initiative: Initiative) -> Project:
    return Project.objects.create(initiative=initiative, number=1, title="Une légumerie", taken_up_on=DAY)


def test_a_task_for_nobody_is_refused_in_words(initiative: Initiative, local: Person) -> None:
    with pytest.raises(Incorrect) as refused:
        add_task(initiative, TaskEntry("Appeler le maire"), by=local)

    assert refused.value.errors == {"": ("Say for which group or for which project.",)}


def test_a_double_click_writes_one_task(initiative: Initiative, group: Body, local: Person) -> None:
    key = uuid.uuid4()

    for _click in range(2):
        add_task(initiative, TaskEntry("Appeler le maire", group=group), key=key, by=local)

    assert WorkTask.objects.count() == 1


def test_working_for_a_draft_takes_it_up(initiative: Initiative, local: Person) -> None:
    draft = Project.objects.create(initiative=initiative, number=1, title="Une légumerie")

    add_task(initiative, TaskEntry("Appeler le maire", project=draft), by=local)

    assert Project.objects.get(pk=draft.pk).is_draft is False


def test_nobody_works_for_a_project_that_was_dropped(initiative: Initiative, project: Project, local: Person) -> None:
    drop_project(project, "trop tôt", by=local)

    with pytest.raises(Closed):
        add_task(initiative, TaskEntry("Appeler le maire", project=project), by=local)


def test_nobody_works_for_a_group_that_was_set_aside(initiative: Initiative, group: Body, local: Person) -> None:
    set_aside(group, "plus personne", on=DAY, by=local)
    group.refresh_from_db()

    with pytest.raises(NotStanding):
        add_task(initiative, TaskEntry("Appeler le maire", group=group), by=local)


def test_tasks_press_in_their_order(initiative: Initiative, group: Body, local: Person) -> None:
    days = {"plus tard": date(2015, 5, 1), "bientôt": date(2015, 3, 10), "en retard": date(2015, 2, 20), "un jour": None}
    for what, due_on in days.items():
        add_task(initiative, TaskEntry(what, due_on=due_on, group=group), by=local)
    done = add_task(initiative, TaskEntry("fait", group=group), by=local)
    finish_task(done, on=DAY, by=local)

    found = in_order(WorkTask.objects.of(initiative), on=DAY)

    assert [(one.task.what, one.when, one.late_by) for one in found] == [
        ("en retard", When.LATE, 10),
        ("bientôt", When.SOON, 0),
        ("plus tard", When.LATER, 0),
        ("un jour", When.UNDATED, 0),
        ("fait", When.DONE, 0),
    ]


def test_a_task_done_may_be_begun_again_and_the_journal_says_both(initiative: Initiative, group: Body, local: Person) -> None:
    task = finish_task(add_task(initiative, TaskEntry("Appeler", group=group), by=local), on=DAY, by=local)

    again = begin_task_again(task, by=local)

    verbs = Event.objects.filter(subject_id=task.public_id).order_by("pk").values_list("verb", flat=True)
    assert (again.done_on, list(verbs)) == (None, ["added", "finished", "begun again"])


def test_nothing_is_done_tomorrow(initiative: Initiative, group: Body, local: Person) -> None:
    task = add_task(initiative, TaskEntry("Appeler", group=group), by=local)

    with pytest.raises(NotYet):
        finish_task(task, on=date(2199, 1, 1), by=local)


def test_two_people_on_one_task_do_not_undo_each_other(initiative: Initiative, group: Body, local: Person) -> None:
    task = add_task(initiative, TaskEntry("Appeler", group=group), by=local)
    describe_task(task, TaskEntry("Appeler le maire", group=group), revision=0, by=local)

    with pytest.raises(StaleEdit):
        describe_task(task, TaskEntry("Écrire au maire", group=group), revision=0, by=local)


def test_a_task_set_aside_is_no_longer_to_be_done_until_it_is_put_back(initiative: Initiative, group: Body, local: Person) -> None:
    task = add_task(initiative, TaskEntry("Appeler", group=group), by=local)

    set_work_aside(task, "un autre groupe s'en charge", on=DAY, by=local)
    without = open_tasks(initiative, on=DAY)
    put_work_back(task, by=local)

    assert (len(without), len(open_tasks(initiative, on=DAY))) == (0, 1)


def test_the_work_of_a_dropped_project_is_nobodys_any_more(initiative: Initiative, project: Project, local: Person) -> None:
    add_task(initiative, TaskEntry("Appeler", project=project), by=local)

    drop_project(project, "trop tôt", by=local)

    assert open_tasks(initiative, on=DAY) == ()


def test_a_task_of_a_project_outlives_its_group_and_can_still_be_done(
    initiative: Initiative, group: Body, project: Project, local: Person
) -> None:
    task = add_task(initiative, TaskEntry("Appeler", project=project, group=group), by=local)
    add_task(initiative, TaskEntry("Convoquer", group=group), by=local)

    set_aside(group, "plus personne", on=DAY, by=local)

    assert [one.task.what for one in open_tasks(initiative, on=DAY)] == ["Appeler"]
    assert finish_task(WorkTask.objects.get(pk=task.pk), on=DAY, by=local).done_on == DAY


def test_the_work_of_a_dropped_project_is_neither_done_nor_begun_again_nor_set_aside(
    initiative: Initiative, project: Project, local: Person
) -> None:
    task = add_task(initiative, TaskEntry("Appeler", project=project), by=local)
    drop_project(project, "trop tôt", by=local)
    task = WorkTask.objects.get(pk=task.pk)

    with pytest.raises(Closed):
        finish_task(task, on=DAY, by=local)
    with pytest.raises(Closed):
        begin_task_again(task, by=local)
    with pytest.raises(Closed):
        set_work_aside(task, "fini", on=DAY, by=local)
    with pytest.raises(Closed):
        put_work_back(task, by=local)


def test_what_a_group_that_was_set_aside_noted_is_kept_as_it_stood(group: Body, local: Person) -> None:
    note = note_down(group, NoteEntry(DAY, "Une note"), by=local)
    set_aside(group, "plus personne", on=DAY, by=local)

    with pytest.raises(NotStanding):
        describe_note(GroupNote.objects.get(pk=note.pk), NoteEntry(DAY, "Autre"), revision=0, by=local)


def test_a_group_has_its_members_its_projects_and_its_notes_the_newest_first(
    initiative: Initiative, group: Body, project: Project, local: Person
) -> None:
    designate(group, MandateEntry("Ana"), by=local)
    entrust(project, group, by=local)
    for day in (DAY, date(2015, 3, 9)):
        note_down(group, NoteEntry(day, f"Le {day.day}"), by=local)

    view = group_view(group, on=DAY)

    assert [one.name for one in view.members] == ["Ana"]
    assert [one.number for one in view.projects] == [1]
    assert [one.text for one in view.notes] == ["Le 9", "Le 2"]


def test_a_group_gives_a_project_up(group: Body, project: Project, local: Person) -> None:
    entrust(project, group, by=local)

    entrust(project, None, by=local)

    assert Project.objects.get(pk=project.pk).group is None


def test_a_committee_without_work_is_no_working_group(initiative: Initiative, group: Body, local: Person) -> None:
    committee = add_body(initiative, BodyEntry("Comité", kind="pilotage"), by=local)
    before = [one.body for one in groups(initiative, on=DAY)]

    add_task(initiative, TaskEntry("Convoquer", group=committee), by=local)

    assert (before, [one.body for one in groups(initiative, on=DAY)]) == ([group], [group, committee])


def test_a_stranger_gives_no_task(initiative: Initiative, group: Body) -> None:
    with pytest.raises(NotAllowed):
        add_task(initiative, TaskEntry("Appeler", group=group), by=Person.objects.create(name="Eve"))


def test_each_name_is_offered_once_whatever_its_accents(initiative: Initiative, group: Body, local: Person) -> None:
    for who in ("Zoé", "Ana", "zoe", ""):
        add_task(initiative, TaskEntry("Appeler", who, group=group), by=local)

    assert [is_same(one, other) for one, other in zip(people(initiative, on=DAY), ("Ana", "ZOE"), strict=True)] == [True, True]


def test_who_leaves_a_group_later_is_still_somebody_of_it(initiative: Initiative, group: Body, local: Person) -> None:
    for name, ceased_on in (("Zoé", date(2015, 12, 31)), ("Ana", DAY)):
        designate(group, MandateEntry(name, ceased_on=ceased_on), by=local)

    assert people(initiative, on=DAY) == ["Zoé"]
