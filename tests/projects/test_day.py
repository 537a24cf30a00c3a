"""The shaper's day: tasks, sheets with what each lacks, whom to ask for news and in which words."""

from datetime import date, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.utils import timezone, translation
from pytest_django import DjangoAssertNumQueries
from tests.projects.carried import carry

from semailles.core.models import Person
from semailles.projects.actions import NeedEntry, OfferEntry, add_task, drop_project, entrust, finish_task, need_help, offer_help
from semailles.projects.actions.shaping import shape
from semailles.projects.day import day_of
from semailles.projects.entries_of_work import TaskEntry
from semailles.projects.enums import Status
from semailles.projects.models import Comment, Dependency, Project, ProjectMilestone, ProjectStep
from semailles.projects.reminder_words import message, why
from semailles.projects.reminders import Cause, Reminder
from semailles.workshop.actions import add_body, add_contact, add_mission, designate
from semailles.workshop.entries import BodyEntry, ContactEntry, MandateEntry, MissionEntry
from semailles.workshop.enums import Level
from semailles.workshop.models import Initiative

pytestmark = pytest.mark.django_db
DAY = date(2015, 3, 20)
BEFORE = date(2015, 3, 2)
QUERIES = 21


@pytest.fixture
def project(initiative: Initiative) -> Project:
    return new(initiative, 1, "Une légumerie")


def new(initiative: Initiative, number: int, title: str) -> Project:
    return Project.objects.create(initiative=initiative, number=number, title=title, taken_up_on=BEFORE)


def asked(initiative: Initiative, who: str = "") -> list[Reminder]:
    return list(day_of(initiative, who, on=DAY).to_ask)


def sheets(initiative: Initiative, who: str) -> list[int]:
    return [one.attained.project.number for one in day_of(initiative, who, on=DAY).sheets]


def test_a_sheet_is_mine_when_i_lead_it_sit_in_its_group_am_hired_for_it_or_have_a_task_in_it(
    initiative: Initiative, local: Person
) -> None:
    led, grouped, hired, worked, _other = (new(initiative, rank, f"Projet {rank}") for rank in range(1, 6))
    Project.objects.filter(pk=led.pk).update(facilitator="ANA")
    group = add_body(initiative, BodyEntry("Groupe"), by=local)
    designate(group, MandateEntry("Ana"), by=local)
    entrust(grouped, group, by=local)
    shape(add_mission(initiative, MissionEntry("Ana"), by=local), [hired], by=local)
    add_task(initiative, TaskEntry("Appeler", "ana", project=worked), by=local)

    assert sheets(initiative, "Ana") == [1, 2, 3, 4]
    assert sheets(initiative, "") == [1, 2, 3, 4, 5]


def test_who_left_the_group_has_its_sheets_no_more(initiative: Initiative, project: Project, local: Person) -> None:
    group = add_body(initiative, BodyEntry("Groupe"), by=local)
    designate(group, MandateEntry("Ana", ceased_on=BEFORE), by=local)
    entrust(project, group, by=local)

    assert sheets(initiative, "Ana") == []


def test_my_day_holds_my_tasks_and_nobody_elses(initiative: Initiative, project: Project, local: Person) -> None:
    for what, who in (("Appeler", "Ana"), ("Écrire", "Zoé"), ("Fait", "Ana")):
        task = add_task(initiative, TaskEntry(what, who, project=project), by=local)
    finish_task(task, on=BEFORE, by=local)

    assert [one.task.what for one in day_of(initiative, "ana", on=DAY).tasks] == ["Appeler"]


def test_a_project_to_be_spoken_of_again_asks_whoever_sees_to_it(initiative: Initiative, project: Project) -> None:
    stopped = {"status": Status.BLOCKED, "blocked_by": "le bail", "unblocked_when": "la signature", "status_owner": "Zoé"}
    Project.objects.filter(pk=project.pk).update(**stopped, status_on=BEFORE, remind_on=DAY)

    (one,) = asked(initiative)

    assert (one.cause, one.to, one.what, one.beside, one.since) == (Cause.STATUS, "Zoé", "le bail", "la signature", DAY)


def test_nobody_is_reminded_before_the_day(initiative: Initiative, project: Project) -> None:
    Project.objects.filter(pk=project.pk).update(remind_on=DAY + timedelta(days=1), status_owner="Zoé")
    commitment = carry(project)
    commitment.remind_on = DAY + timedelta(days=1)
    commitment.save()

    assert asked(initiative) == []


@pytest.mark.parametrize(("level", "cause"), [(Level.ORAL, Cause.HOLDER), (Level.WRITTEN, Cause.SIGNED), (Level.WITHDRAWN, None)])
def test_who_carries_is_asked_on_the_day_that_was_written(
    initiative: Initiative, project: Project, level: Level, cause: Cause | None
) -> None:
    commitment = carry(project, level if level != Level.WRITTEN else Level.ORAL)
    commitment.level, commitment.remind_on = level, DAY
    commitment.save()

    assert [one.cause for one in asked(initiative)] == ([cause] if cause else [])


@pytest.mark.parametrize(("days", "causes"), [(31, []), (30, [Cause.EXPIRY]), (-1, [Cause.EXPIRY])])
def test_a_commitment_about_to_expire_is_spoken_of_a_month_before(
    initiative: Initiative, project: Project, days: int, causes: list[Cause]
) -> None:
    ProjectStep.objects.filter(commitment=carry(project)).update(expires_on=DAY + timedelta(days=days))

    assert [one.cause for one in asked(initiative)] == causes


def test_a_late_milestone_says_which_projects_wait_for_it(initiative: Initiative, project: Project) -> None:
    owned = {"initiative": initiative}
    lease = ProjectMilestone.objects.create(**owned, project=project, label="Bail signé", planned_on=BEFORE, responsible="Zoé")
    after = ProjectMilestone.objects.create(**owned, project=new(initiative, 2, "Une cuisine"), label="Travaux")
    Dependency.objects.create(**owned, before=lease, after=after)

    (one,) = asked(initiative)

    assert (one.to, one.others) == ("Zoé", ("Une cuisine",))
    assert why(one, on=DAY) == "« Bail signé » was for 2 March 2015. « Une cuisine » waits for it."


def test_what_is_reached_is_asked_of_nobody(initiative: Initiative, project: Project) -> None:
    ProjectMilestone.objects.create(initiative=initiative, project=project, label="Bail", planned_on=BEFORE, real_on=BEFORE)

    assert asked(initiative) == []


def test_a_question_without_an_answer_is_asked_again(initiative: Initiative, project: Project, local: Person) -> None:
    owned = {"initiative": initiative, "project": project, "by": local, "at": timezone.now(), "asked_to": "Zoé"}
    Comment.objects.create(**owned, text="Combien de camions ?")
    Comment.objects.create(**owned, text="Quel prix ?", answer="Douze euros")
    Comment.objects.create(**owned, text="Quel jour ?", closed_at=timezone.now())

    assert [one.what for one in asked(initiative)] == ["Combien de camions ?"]


def test_a_need_is_told_to_who_offers_the_nearest_help(initiative: Initiative, project: Project, local: Person) -> None:
    need_help(project, NeedEntry("financier", "un prêt relais"), by=local)
    for who, cliff, skill in (("Max", "technique", "plans"), ("Ana", "financier", "comptes"), ("Zoé", "financier", "prêt relais")):
        offer_help(project, OfferEntry(who, cliff, skill), by=local)

    assert [(one.to, one.since) for one in asked(initiative)] == [("Zoé", None)]


def test_a_mission_late_for_two_projects_is_asked_once(initiative: Initiative, project: Project, local: Person) -> None:
    mission = add_mission(initiative, MissionEntry("Bureau des Prés", "deux fiches", due_on=BEFORE), by=local)
    shape(mission, [project, new(initiative, 2, "Une cuisine")], by=local)

    assert [(one.cause, one.project.number) for one in asked(initiative)] == [(Cause.MISSION, 1)]


def test_i_am_not_asked_to_remind_myself(initiative: Initiative, project: Project, local: Person) -> None:
    Project.objects.filter(pk=project.pk).update(facilitator="Ana", remind_on=DAY)
    for who in ("Ana", "Zoé"):
        add_task(initiative, TaskEntry("Appeler", who, BEFORE, project=project), by=local)

    day = day_of(initiative, "Ana", on=DAY)

    assert [one.to for one in day.to_ask] == ["Zoé"]
    assert [one.cause for one in day.asked] == [Cause.STATUS]


def test_a_dropped_project_asks_nothing(initiative: Initiative, project: Project, local: Person) -> None:
    Project.objects.filter(pk=project.pk).update(remind_on=DAY)
    drop_project(Project.objects.get(pk=project.pk), "trop tôt", by=local)

    assert (asked(initiative), sheets(initiative, "")) == ([], [])


def test_an_actor_is_written_to_where_it_is_reached_until_the_day_it_serves(
    initiative: Initiative, project: Project, local: Person
) -> None:
    commitment = carry(project)
    commitment.remind_on = DAY
    commitment.save()
    for email, ends_on in (("avant@moulins.example", BEFORE), ("regie@moulins.example", DAY)):
        contact = ContactEntry("", "", email, "", "suivre le projet", DAY)
        add_contact(commitment.actor, contact, on=BEFORE, by=local)
        commitment.actor.contacts.filter(email=email).update(ends_on=ends_on)

    assert day_of(initiative, "", on=DAY).addresses == {commitment.actor_id: "regie@moulins.example"}


def test_the_message_is_ready_and_the_address_holds_it_whole(project: Project) -> None:
    one = Reminder(Cause.STATUS, project, "Zoé", DAY, "le bail & l'accès", "la signature", "blocked")

    ready = message(one, on=DAY, signed="Ana", address="zoe@exemple.fr", lacking=["a place", "a text"])

    asked_for = urlsplit(ready.mailto)
    assert ready.text.split("\n\n") == [
        "Hello,",
        "The project “Une légumerie” (sheet 1) is noted as: blocked. What stops it: le bail & l’accès.",
        "For its next step it still lacks: a place, a text.",
        "What would free it: la signature. Where does it stand today?",
        "Thank you,\nAna",
    ]
    assert (asked_for.path, parse_qs(asked_for.query)["body"]) == ("zoe@exemple.fr", [ready.text])


@pytest.mark.parametrize("cause", list(Cause))
def test_every_cause_has_its_words_in_french(project: Project, cause: Cause) -> None:
    one = Reminder(cause, project, "Zoé", DAY, "le bail", "la signature", "bloqué", DAY)

    with translation.override("fr"):
        ready = message(one, on=DAY, signed="Ana")

    assert (ready.text.startswith("Bonjour,\n\n"), "%(" in ready.text + why(one, on=DAY)) == (True, False)


@pytest.mark.parametrize("count", [1, 3])
def test_more_projects_ask_no_more_queries(
    initiative: Initiative, local: Person, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    for rank in range(1, count + 1):
        one = new(initiative, rank, f"Projet {rank}")
        commitment = carry(one, name=f"Régie {rank}")
        commitment.remind_on = DAY
        commitment.save()
        ProjectMilestone.objects.create(initiative=initiative, project=one, label="Bail", planned_on=BEFORE)
        add_task(initiative, TaskEntry("Appeler", "Ana", BEFORE, project=one), by=local)

    with django_assert_num_queries(QUERIES):
        day = day_of(initiative, "Ana", on=DAY)

    assert (len(day.sheets), len(day.to_ask)) == (count, 2 * count)
